// What becomes of a mail that is overdue: it still goes, gives way to the next, is left out, or gets a new time (design 4.1, 4.9).
import type { Enrollment } from "../model/enrollment";
import { type Flow, type Step, stepAt, waitAt } from "../model/flow";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../model/time";

/** A day late is still the same day's mail; later, several people's would go in one burst. */
const TOLERANCE_MS = DAY_MS;
/** 96 a day: within what a consumer account may send, the day's new mails not counted. */
export const SLOT_MS = 15 * MINUTE_MS;
/** Within the tolerance too, an hour says that something stood still, and that many wait for the same moment. */
const STOOD_STILL_MS = HOUR_MS;
/** So many of them in one go; the rest in the next slot. */
export const LATE_AT_ONCE = 20;
/** Beginning of `timedBy` while a row waits for another time than its table says; what the table says stands behind it. */
const LATE = "late ";
const RAMP = `${LATE}ramp: `;
/** The quota was spent; since when the mail waits decides whose turn is first. */
const SPENT = /^late quota:(\d+) /;
/** Held back by quiet hours, a cap or a gap; since when decides whose turn is first, too. */
const HELD = /^late held:(\d+) /;

export type Lateness = "goes" | "next is due" | "too late" | "new time";

export function lateness(flow: Flow, step: Step, enrollment: Enrollment, now: number): Lateness {
  const { row, timedBy } = enrollment;
  if (step.sentOn !== "stage" || row.next_at === null) return "goes";
  // What was held back is never left out for it.
  if (heldSince(timedBy) === null && nextIsDue(flow, enrollment, now)) return "next is due";
  if (now > goesUntil(flow, step, enrollment)) return "too late";
  const waited = now - row.next_at;
  // Turns that passed while nothing could go would come all at once, too.
  return (hasTurn(timedBy) && waited >= SLOT_MS) || waited > TOLERANCE_MS ? "new time" : "goes";
}

/** It waits among the late ones, one every quarter of an hour. */
export function hasTurn(timedBy: string): boolean {
  return timedBy.startsWith(LATE) && !isRamped(timedBy) && waitsSince(timedBy) === null;
}

/** After this instant the mail is left out; Infinity: never. */
export function goesUntil(flow: Flow, { lateMaxMs }: Step, enrollment: Enrollment): number {
  if (lateMaxMs === null) return Number.POSITIVE_INFINITY;
  return (dueAtFirst(flow, enrollment) ?? enrollment.row.next_at ?? 0) + lateMaxMs;
}

/** One of many that waited for the same moment: they go some at a time. */
export function stoodStill(
  { row, timedBy }: Enrollment,
  { class: kind, sentOn }: Step,
  now: number,
) {
  const overdue = now - (heldSince(timedBy) ?? row.next_at ?? now) > STOOD_STILL_MS;
  return kind === "marketing" && sentOn === "stage" && overdue;
}

/** Waiting among the late mails makes a mail no less late. Null: it does not wait there, or counts from no fixed time. */
function dueAtFirst(flow: Flow, { row, timedBy }: Enrollment): number | null {
  const wait = waitAt(flow, row.stage ?? 0);
  const late = timedBy.startsWith(LATE) && heldSince(timedBy) === null;
  const known = late && wait?.from === "entry" && wait.until === "";
  return known ? (row.entered_at ?? 0) + wait.waitMs : null;
}

/** Only where both count from entry: of two overdue ones the later says all. */
function nextIsDue(flow: Flow, { row }: Enrollment, now: number): boolean {
  const stage = row.stage ?? 0;
  const next = waitAt(flow, stage + 1);
  if (waitAt(flow, stage)?.from !== "entry" || stepAt(flow, stage + 1) === undefined) return false;
  if (next?.from !== "entry" || next.until !== "") return false;
  return (row.entered_at ?? 0) + next.waitMs <= now;
}

/**
 * Hands out the times of overdue mails: one after another, never together, behind whoever has one already. Where nobody's
 * turn is near it begins now, so that also a timer that comes seldom gets somewhere.
 */
export function turns(enrollments: readonly Enrollment[], now: number): () => number {
  const thisSecond = Math.floor(now / SECOND_MS) * SECOND_MS;
  let last = Number.NEGATIVE_INFINITY;
  let near = false;
  for (const { timedBy, row } of enrollments) {
    const at = row.next_at ?? 0;
    if (!timedBy.startsWith(LATE) || isRamped(timedBy) || heldSince(timedBy) !== null) continue;
    if (at <= thisSecond - SLOT_MS) continue;
    last = Math.max(last, at);
    near ||= at < thisSecond + SLOT_MS;
  }
  return () => {
    const slot = near ? last + SLOT_MS : thisSecond;
    last = Math.max(last, slot);
    near = true;
    return slot;
  };
}

export function lateMark(timedBy: string): string {
  const stays = timedBy.startsWith(LATE) && !isRamped(timedBy) && heldSince(timedBy) === null;
  return stays ? timedBy : LATE + withoutLate(timedBy);
}
/** Since when it waits, where the quota was spent at its time; null: it was not. */
export function spentSince(timedBy: string): number | null {
  const since = timedBy.startsWith(LATE) ? SPENT.exec(timedBy)?.[1] : undefined;
  return since === undefined ? null : Number(since);
}
export function spentMark(timedBy: string, since: number): string {
  return `${LATE}quota:${waitsSince(timedBy) ?? since} ${withoutLate(timedBy)}`;
}
/** Since when it is held back; null: it is not. */
export function heldSince(timedBy: string): number | null {
  const since = timedBy.startsWith(LATE) ? HELD.exec(timedBy)?.[1] : undefined;
  return since === undefined ? null : Number(since);
}
export function heldMark(timedBy: string, since: number): string {
  return `${LATE}held:${waitsSince(timedBy) ?? since} ${withoutLate(timedBy)}`;
}
/** Since when it would have gone, had nothing else come first; null: it goes when its time comes. */
export function waitsSince(timedBy: string): number | null {
  return spentSince(timedBy) ?? heldSince(timedBy);
}
export function isRamped(timedBy: string): boolean {
  return timedBy.startsWith(RAMP);
}
export function rampMark(timedBy: string): string {
  return RAMP + withoutLate(timedBy);
}
/** What timed it before it was late. */
export function withoutLate(timedBy: string): string {
  if (!timedBy.startsWith(LATE)) return timedBy;
  return timedBy
    .slice(isRamped(timedBy) ? RAMP.length : LATE.length)
    .replace(/^(quota|held):\d+ /, "");
}
