// What becomes of a mail that is overdue: it still goes, gives way to the next, is left out, or gets a new time (design 4.1, 4.9).
import type { Enrollment } from "../model/enrollment";
import { type Flow, type Step, stepAt, waitAt } from "../model/flow";
import { DAY_MS, MINUTE_MS, SECOND_MS } from "../model/time";

/** A day late is still the same day's mail; later, several people's would go in one burst. */
const TOLERANCE_MS = DAY_MS;
/** 96 a day: within what a consumer account may send, the day's new mails not counted. */
const SLOT_MS = 15 * MINUTE_MS;
const LATE = "late ";

export type Lateness = "goes" | "next is due" | "too late" | "new time";

export function lateness(flow: Flow, step: Step, enrollment: Enrollment, now: number): Lateness {
  const { row } = enrollment;
  if (step.sentOn !== "stage" || row.next_at === null) return "goes";
  if (nextIsDue(flow, enrollment, now)) return "next is due";
  const wasDueAt = dueAtFirst(flow, enrollment) ?? row.next_at;
  if (step.lateMaxMs !== null && now - wasDueAt > step.lateMaxMs) return "too late";
  const waited = now - row.next_at;
  // Turns that passed while nothing could go would come all at once, too.
  const missed = enrollment.timedBy.startsWith(LATE) && waited >= SLOT_MS;
  return missed || waited > TOLERANCE_MS ? "new time" : "goes";
}

/** Waiting among the late mails makes a mail no less late. Null: it does not wait there, or counts from no fixed time. */
function dueAtFirst(flow: Flow, { row, timedBy }: Enrollment): number | null {
  const wait = waitAt(flow, row.stage ?? 0);
  const known = timedBy.startsWith(LATE) && wait?.from === "entry" && wait.until === "";
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
    if (!timedBy.startsWith(LATE) || at <= thisSecond - SLOT_MS) continue;
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
  return timedBy.startsWith(LATE) ? timedBy : LATE + timedBy;
}
/** What timed it before it was late. */
export function withoutLate(timedBy: string): string {
  return timedBy.startsWith(LATE) ? timedBy.slice(LATE.length) : timedBy;
}
