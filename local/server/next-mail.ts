// The moment of the run that will send the next mail, for "jump to the next mail".
import type { Host, SheetDump, TriggerInfo } from "../host/contract.ts";

const MINUTE_MS = 60_000;

export function nextMailAt(host: Host): string | null {
  const now = host.now();
  const due = [...dueTimes(host), ...(hasPendingEvents(host) ? [now] : [])];
  if (due.length === 0) return null;
  const at = firstTickAt(host.triggers(), Math.max(now, Math.min(...due)));
  return at === null ? null : new Date(at).toISOString();
}

/** A held row keeps its time and sends nothing. */
const OPEN = ["ACTIVE", "UNPAID", "FAILED"];

/** When open rows are due, past and future. */
export function dueTimes(host: Host): number[] {
  return (readTab(host, "Queue")?.rows ?? [])
    .filter((row) => OPEN.includes(String(row.status ?? "ACTIVE")))
    .map((row) => Date.parse(String(row.next_at ?? "")))
    .filter((time) => !Number.isNaN(time));
}

/** Events that no batch has applied yet; the next one will. */
function hasPendingEvents(host: Host): boolean {
  const rows = readTab(host, "Events")?.rows ?? [];
  return rows.some((row) => row.received_at !== "" && row.outcome === "");
}

function readTab(host: Host, name: string): SheetDump | null {
  return host.sheets().some((sheet) => sheet.name === name) ? host.sheet(name) : null;
}

/** The batch is the most frequent trigger; it keeps its own phase inside the minute. */
function firstTickAt(triggers: readonly TriggerInfo[], dueMs: number): number | null {
  const timed = triggers.flatMap(({ nextAt, everyMinutes }) =>
    nextAt === null || everyMinutes === null
      ? []
      : [{ next: Date.parse(nextAt), periodMs: everyMinutes * MINUTE_MS }],
  );
  const tick = timed.sort((a, b) => a.periodMs - b.periodMs)[0];
  if (!tick) return null;
  return tick.next + Math.max(0, Math.ceil((dueMs - tick.next) / tick.periodMs)) * tick.periodMs;
}
