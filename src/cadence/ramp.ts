// First mails go slowly at first: a flow switched on, or a list taken over, must not meet everybody on one day.
import { DAY_MS, SECOND_MS } from "../model/time";

/** Twice as many each day, measured by the best of the days before it; a weekend does not set it back. */
const GROWTH = 2;
const DAYS_BACK = 7;
const DOUBLINGS_MAX = 8;

export interface Ramp {
  /** First mails that may still go today. */
  readonly left: number;
  /** A time for the next one that waits: spread over the first day that has room. */
  next(): number;
}

/** `firsts`: when first mails went. `waiting`: times already given. `startsWith`: so many on the first day. */
export function rampOf(
  firsts: readonly number[],
  waiting: readonly number[],
  startsWith: number,
  now: number,
): Ramp {
  const went = byDay(firsts);
  const given = byDay(waiting);
  const today = dayOf(now);
  let best = 0;
  for (let back = 1; back <= DAYS_BACK; back += 1)
    best = Math.max(best, went.get(today - back) ?? 0);
  const allowed = Math.max(startsWith, GROWTH * best);
  return {
    left: Math.max(0, allowed - (went.get(today) ?? 0)),
    next() {
      let day = today + 1;
      while ((given.get(day) ?? 0) >= room(allowed, day - today)) day += 1;
      const before = given.get(day) ?? 0;
      given.set(day, before + 1);
      const at = (day + before / room(allowed, day - today)) * DAY_MS;
      return Math.floor(at / SECOND_MS) * SECOND_MS;
    },
  };
}

function room(allowed: number, days: number): number {
  return allowed * GROWTH ** Math.min(days, DOUBLINGS_MAX);
}

function byDay(instants: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const at of instants) counts.set(dayOf(at), (counts.get(dayOf(at)) ?? 0) + 1);
  return counts;
}

function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}
