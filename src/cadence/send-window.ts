// The next instant at which a mail may go, by the clock on its reader's wall.
import type { DaySpan, Hours } from "../model/send-window";
import { DAY_MS } from "../model/time";
import { changeBetween, instantOf, wallAt, type ZoneClock } from "../model/zone";

export interface SendWindow {
  /** Null: none. */
  readonly quietHours: Hours | null;
  /** Days of the week, Sunday 0; none named: all. */
  readonly workingDays: readonly number[];
  readonly holidays: readonly DaySpan[];
}
export type Closed = "quiet hours" | "no working day" | "a holiday";

/** A year of nothing but holidays; whoever writes that down does not mean never. */
const TRIES_MAX = 800;

/** Null: it is open now. Else why not, as of the first hindrance met. */
export function closedNow(window: SendWindow, clock: ZoneClock, atMs: number): Closed | null {
  return closedAt(window, wallAt(clock, atMs))?.by ?? null;
}

/** The first instant from then on at which nothing of it stands in the way. */
export function opensAt(window: SendWindow, clock: ZoneClock, atMs: number): number {
  let at = atMs;
  for (let tries = 0; tries < TRIES_MAX; tries += 1) {
    const offset = clock.offsetAt(at);
    const closed = closedAt(window, at + offset);
    if (closed === null) return at;
    const next = at + closed.forMs;
    // Where the clock is changed meanwhile, it shows something else by then.
    at = clock.offsetAt(next) === offset ? next : changeBetween(clock, at, next);
  }
  return at;
}

/** The first such time of day from then on: of a repeated hour the first, of one that is left out its end. */
export function nextTimeOfDay(clock: ZoneClock, timeOfDayMs: number, atMs: number): number {
  const midnight = Math.floor(wallAt(clock, atMs) / DAY_MS) * DAY_MS;
  const today = instantOf(clock, midnight + timeOfDayMs);
  return today >= atMs ? today : instantOf(clock, midnight + DAY_MS + timeOfDayMs);
}

function closedAt(
  { quietHours, workingDays, holidays }: SendWindow,
  wall: number,
): { readonly by: Closed; readonly forMs: number } | null {
  const ofDay = ((wall % DAY_MS) + DAY_MS) % DAY_MS;
  const shown = new Date(wall);
  const restOfDay = DAY_MS - ofDay;
  if (workingDays.length > 0 && !workingDays.includes(shown.getUTCDay())) {
    return { by: "no working day", forMs: restOfDay };
  }
  if (holidays.length > 0 && isHoliday(holidays, shown.toISOString().slice(0, 10))) {
    return { by: "a holiday", forMs: restOfDay };
  }
  const quiet = quietHours === null ? 0 : quietFor(quietHours, ofDay);
  return quiet === 0 ? null : { by: "quiet hours", forMs: quiet };
}

function isHoliday(holidays: readonly DaySpan[], date: string): boolean {
  return holidays.some(({ from, to }) => {
    const day = date.slice(-from.length);
    return from <= day && day <= to;
  });
}

function quietFor({ fromMs, toMs }: Hours, ofDay: number): number {
  if (fromMs < toMs) return fromMs <= ofDay && ofDay < toMs ? toMs - ofDay : 0;
  if (ofDay >= fromMs) return DAY_MS - ofDay + toMs;
  return ofDay < toMs ? toMs - ofDay : 0;
}
