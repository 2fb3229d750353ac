// POST /local/api/clock: moves the clock and fires what becomes due on the way.
import type { Host } from "../host/contract.ts";
import { type Input, readInput, readText, refuse } from "./api-input.ts";
import { addDuration } from "./duration.ts";
import { type Call, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

const HOUR_MS = 3_600_000;
const DURATION = "an ISO 8601 duration such as PT48H, P2W or P1M";

export async function runClock(local: Local, call: Call): Promise<Reply> {
  const input = readInput(call, ["advance", "to", "every"]);
  const ran = await local.moves.inLine(() => {
    const now = local.host.now();
    return moveClock(local.host, readTarget(input, now), readEvery(input, now));
  });
  await local.outbox.settled();
  return json({ now: new Date(local.host.now()).toISOString(), ran });
}

function readTarget(input: Input, now: number): number {
  const advance = readText(input, "advance");
  const to = readText(input, "to");
  if ((advance === undefined) === (to === undefined)) {
    throw refuse("Body", input, `either {"advance": ${DURATION}} or {"to": an ISO moment}`);
  }
  if (advance !== undefined) {
    const target = addDuration(now, advance);
    if (target === null) throw refuse("advance", advance, DURATION);
    return target;
  }
  const target = parseMoment(to ?? "");
  if (target === null) throw refuse("to", to, "an ISO moment such as 2026-03-02T09:00:00Z");
  if (target < now) {
    throw refuse("to", to, `a moment not before ${new Date(now).toISOString()}, which is now`);
  }
  return target;
}

function parseMoment(text: string): number | null {
  if (!/^[+-]?\d{4,6}-\d{2}-\d{2}/.test(text)) return null;
  const ms = Date.parse(/T[^Z+-]*$/i.test(text) ? `${text}Z` : text);
  return Number.isNaN(ms) ? null : ms;
}

function readEvery(input: Input, now: number): number | undefined {
  const every = readText(input, "every");
  if (every === undefined) return undefined;
  const end = addDuration(now, every);
  if (end === null || end === now) throw refuse("every", every, `${DURATION}, longer than nothing`);
  return end - now;
}

/** In slices of about an hour, so that pages are still served during a move of months. */
async function moveClock(host: Host, to: number, everyMs: number | undefined): Promise<number> {
  const sliceMs = everyMs === undefined ? HOUR_MS : everyMs * Math.ceil(HOUR_MS / everyMs);
  let ran = 0;
  for (let end = host.now() + sliceMs; end < to; end += sliceMs) {
    ran += host.advance(Math.max(end, host.now()), everyMs).ran;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return ran + host.advance(Math.max(to, host.now()), everyMs).ran;
}
