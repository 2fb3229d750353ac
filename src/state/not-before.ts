// Time to look at what has just changed, before a mail goes.
import { HOUR_MS, toWholeSecond } from "../model/time";

const NOT_BEFORE_MS = HOUR_MS;

export function notBefore(now: number): number {
  return toWholeSecond(now + NOT_BEFORE_MS);
}

/** Null: it has no time, and gets none. */
export function notWithinTheHour(nextAt: number | null, now: number): number | null {
  return nextAt === null ? null : Math.max(nextAt, notBefore(now));
}
