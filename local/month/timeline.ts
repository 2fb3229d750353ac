// When each thing of the month happens: spread over days, at hours at which people are awake.
import { CAST, type Person } from "./cast.ts";
import type { Deed } from "./deeds.ts";
import type { Chance } from "./random.ts";
import { type Beat, STORIES } from "./stories.ts";

export interface Moment {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly person: Person;
  readonly deed: Deed;
}
export interface Timeline {
  readonly moments: readonly Moment[];
  readonly startMs: number;
  /** The morning after the last day, when the founder opens the sheet. */
  readonly endMs: number;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
export const DAYS = 30;
const MORNING_HOUR = 9;

/** Hours at which people fill in forms: in the morning, after lunch, most of all in the evening. */
const HOURS = [8, 9, 9, 10, 10, 11, 12, 13, 14, 14, 15, 16, 17, 19, 20, 20, 21, 21, 22] as const;
const AWAKE_FROM = 8;
const AWAKE_TO = 23;

/** Begins with the first full day (UTC) after `now`. */
export function timelineFrom(now: number, chance: Chance): Timeline {
  const startMs = Math.ceil(now / DAY_MS) * DAY_MS;
  const endMs = startMs + DAYS * DAY_MS + MORNING_HOUR * HOUR_MS;
  const moments = CAST.flatMap((person) => momentsOf(person, startMs, chance))
    .filter(({ at }) => at > now && at < endMs)
    .sort((a, b) => a.at - b.at);
  return { moments, startMs, endMs };
}

function momentsOf(person: Person, startMs: number, chance: Chance): readonly Moment[] {
  const arrivalMs = arrivalOf(person, startMs, chance);
  const beats: readonly Beat[] = STORIES[person.story];
  return beats.map(({ hours: [from, to], deed }) => {
    const afterMs = to === 0 ? 0 : chance.between(from * 60, to * 60) * MINUTE_MS;
    return { at: whenAwake(arrivalMs + afterMs, person.hoursEast, chance), person, deed };
  });
}

function arrivalOf({ day, hoursEast }: Person, startMs: number, chance: Chance): number {
  const midnightMs = startMs + (day - 1) * DAY_MS - hoursEast * HOUR_MS;
  const secondsMs = chance.between(0, 59) * 1_000;
  return midnightMs + chance.pick(HOURS) * HOUR_MS + chance.between(0, 59) * MINUTE_MS + secondsMs;
}

function whenAwake(atMs: number, hoursEast: number, chance: Chance): number {
  const localMs = (atMs + hoursEast * HOUR_MS) % DAY_MS;
  if (localMs >= AWAKE_FROM * HOUR_MS && localMs < AWAKE_TO * HOUR_MS) return atMs;
  const midnightMs = atMs - localMs + (localMs < AWAKE_FROM * HOUR_MS ? 0 : DAY_MS);
  return midnightMs + AWAKE_FROM * HOUR_MS + chance.between(5, 150) * MINUTE_MS;
}
