// How often one person may get marketing mail, over all flows, and who goes first where only one may.
import { contactIdOf } from "../model/enrollment";
import { addTo } from "../model/lists";
import type { Cap, PaceSettings } from "../model/pace-settings";
import { DAY_MS } from "../model/time";
import type { DueSend } from "./due-sends";

/** A marketing mail that went, or may have gone. */
export interface PastMail {
  readonly at: number;
  readonly flow: string;
  /** "": of none. */
  readonly offer: string;
  /** It was the last question. */
  readonly asked: boolean;
}
export type Limits = Pick<PaceSettings, "caps" | "minGapMs" | "flowGapMs" | "offerGapMs">;
type Limiting = Limits & Pick<PaceSettings, "coolDown" | "rhythm">;
export type Limited =
  | { readonly until: number; readonly by: "cap"; readonly cap: Cap }
  | { readonly until: number; readonly by: "gap" | "flow" | "offer"; readonly spanMs: number }
  | { readonly until: number; readonly by: "turn" }
  | { readonly until: number; readonly by: "cool"; readonly silent: number }
  | { readonly until: number; readonly by: "ask"; readonly signAt: number }
  | { readonly until: number; readonly by: "answer" }
  /** The last question went then, and its time is over. */
  | { readonly until: number; readonly by: "silence"; readonly askedAt: number };
/** Another mail of the same person that is held: since when, and until when. */
export interface Waiting {
  readonly since: number;
  readonly until: number;
}

export function isLimited(limits: Limiting): boolean {
  const { caps, minGapMs, flowGapMs, offerGapMs } = limits;
  return caps.length > 0 || minGapMs + flowGapMs + offerGapMs > 0 || asksForSigns(limits);
}
/** Only then is it worth knowing who has shown a sign of life. */
export function asksForSigns({
  coolDown,
  rhythm,
}: Pick<PaceSettings, "coolDown" | "rhythm">): boolean {
  return coolDown.length > 0 || rhythm !== null;
}

/** Null: it may go now. Else when, and what stands in its way longest. */
export function freeAt(
  limits: Limits,
  past: readonly PastMail[],
  next: Pick<PastMail, "flow" | "offer">,
  now: number,
): Limited | null {
  const { minGapMs, flowGapMs, offerGapMs } = limits;
  const others = past.filter(({ flow }) => flow !== next.flow);
  const alike = next.offer === "" ? [] : past.filter(({ offer }) => offer === next.offer);
  const found: readonly Limited[] = [
    { until: latest(past) + minGapMs, by: "gap", spanMs: minGapMs },
    { until: latest(others) + flowGapMs, by: "flow", spanMs: flowGapMs },
    { until: latest(alike) + offerGapMs, by: "offer", spanMs: offerGapMs },
    ...limits.caps.map((cap) => ({ until: cappedUntil(cap, past), by: "cap" as const, cap })),
  ];
  const longest = found.reduce((one, other) => (other.until > one.until ? other : one));
  return longest.until > now ? longest : null;
}

const NEVER = Number.NEGATIVE_INFINITY;

function latest(past: readonly PastMail[]): number {
  return past.reduce((last, { at }) => Math.max(last, at), NEVER);
}

/** When the span that ends then holds one mail less than the cap. */
function cappedUntil({ mails, periodMs }: Cap, past: readonly PastMail[]): number {
  const times = past.map(({ at }) => at).sort((a, b) => b - a);
  return (times[mails - 1] ?? NEVER) + periodMs;
}

/** Whoever has waited so much longer goes before an upper flow: nothing waits for ever. */
const AGED_MS = 7 * DAY_MS;

/** A mail that has waited so much longer must not be pushed on by others again and again: they wait for it. Null: none has. */
export function turnAfter(dueAt: number, others: readonly Waiting[], now: number): Limited | null {
  const aged = others.filter(({ since, until }) => dueAt - since > AGED_MS && until > now);
  if (aged.length === 0) return null;
  return { until: Math.max(...aged.map(({ until }) => until)), by: "turn" };
}

/** Of one person's marketing mails the upper flow's goes first; everybody keeps the places they had among all. */
export function inTurn(due: readonly DueSend[], flows: readonly string[]): readonly DueSend[] {
  const places = new Map<string, number[]>();
  due.forEach(({ step, enrollment }, at) => {
    if (step.class !== "marketing") return;
    addTo(places, contactIdOf(enrollment.row.id), at);
  });
  const turns = [...due];
  for (const own of places.values()) {
    const sorted = byPriority(
      own.flatMap((at) => due[at] ?? []),
      flows,
    );
    sorted.forEach((one, index) => {
      turns[own[index] ?? 0] = one;
    });
  }
  return turns;
}

/** One after another: who is aged goes by age, the rest by the place of its flow. */
function byPriority(own: readonly DueSend[], flows: readonly string[]): readonly DueSend[] {
  if (own.length < 2) return own;
  const newest = own.reduce((last, { dueAt }) => Math.max(last, dueAt), NEVER);
  const aged = (one: DueSend) => newest - one.dueAt > AGED_MS;
  const rank = ({ flow }: DueSend) => flows.indexOf(flow.flow);
  return [...own].sort((a, b) => {
    if (aged(a) !== aged(b)) return aged(a) ? -1 : 1;
    return (aged(a) ? 0 : rank(a) - rank(b)) || a.dueAt - b.dueAt;
  });
}
