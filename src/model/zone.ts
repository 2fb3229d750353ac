// A zone as a clock: how far it is ahead at an instant, when its clocks are changed, and which instant a wall time means.
import { DAY_MS, HOUR_MS, MINUTE_MS } from "./time";

/** How far that zone's clock is ahead of UTC; null: nobody knows the zone. */
export type OffsetOf = (zone: string, atMs: number) => number | null;
/** Asked for every due mail: it may cost no service call. */
export interface Zones {
  readonly offsetMs: OffsetOf;
}

export interface ZoneClock {
  readonly zone: string;
  offsetAt(atMs: number): number;
}

/** No clock is further ahead or behind. */
const OFFSET_MAX_MS = 14 * HOUR_MS;

/** Null: no such zone. "GMT+8" is eight hours ahead, as people write it. */
export function clockOf(offsetOf: OffsetOf, name: string, atMs: number): ZoneClock | null {
  const zone = name.trim();
  const fixed = fixedOffset(zone);
  if (fixed !== null) return { zone, offsetAt: () => fixed };
  if (/\s/.test(zone) || zone === "" || offsetOf(zone, atMs) === null) return null;
  return { zone, offsetAt: (at) => offsetOf(zone, at) ?? 0 };
}

function fixedOffset(zone: string): number | null {
  const match = /^(?:(?:GMT|UTC) ?)?([+-])(\d{1,2})(?::?([0-5]\d))?$/i.exec(zone);
  if (match === null) return /^(GMT|UTC|Z)$/i.test(zone) ? 0 : null;
  const [, sign, hours, minutes] = match;
  const ahead = Number(hours) * HOUR_MS + Number(minutes ?? 0) * MINUTE_MS;
  if (ahead > OFFSET_MAX_MS) return null;
  return sign === "-" ? -ahead : ahead;
}

/** What the clock shows, as if it were UTC. */
export function wallAt(clock: ZoneClock, atMs: number): number {
  return atMs + clock.offsetAt(atMs);
}

/** The first instant at which the clock shows that or, where it is put forward over it, later. */
export function instantOf(clock: ZoneClock, wallMs: number): number {
  const before = clock.offsetAt(wallMs - DAY_MS);
  const first = wallMs - before;
  if (clock.offsetAt(first) === before) return first;
  const after = clock.offsetAt(wallMs + DAY_MS);
  const second = wallMs - after;
  return clock.offsetAt(second) === after ? second : changeBetween(clock, second, first);
}

/** The instant in that span from which on the clock shows another time than it would have. */
export function changeBetween(clock: ZoneClock, fromMs: number, toMs: number): number {
  const before = clock.offsetAt(fromMs);
  let [same, other] = [fromMs, toMs];
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    if (clock.offsetAt(middle) === before) same = middle;
    else other = middle;
  }
  return other;
}
