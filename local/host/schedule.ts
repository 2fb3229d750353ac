// When a clock trigger fires next.
import type { Schedule } from "./world-state.ts";
import { instantOfWall, wallMs } from "./zone.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The first firing after `now`; missed ones are not made up for. */
export function nextFiring(schedule: Schedule, now: number): number | null {
  if (schedule.every === "once") return null;
  if (schedule.every === "days") return nextDay(schedule, now);
  const periodMs = schedule.count * (schedule.every === "minutes" ? MINUTE_MS : HOUR_MS);
  const passed = Math.floor((now - schedule.phaseMs) / periodMs);
  return schedule.phaseMs + (passed + 1) * periodMs;
}

function nextDay(schedule: Extract<Schedule, { every: "days" }>, now: number): number {
  const today = Math.floor(wallMs(schedule.zone, now) / DAY_MS) * DAY_MS;
  const atMs = schedule.hour * HOUR_MS + schedule.minute * MINUTE_MS;
  for (let ahead = 0; ahead <= 400; ahead += 1) {
    const day = today + ahead * DAY_MS;
    if (!isDue(schedule, day)) continue;
    const instant = instantOfWall(schedule.zone, day + atMs);
    if (instant > now) return instant;
  }
  throw new Error(`A trigger every ${schedule.count} days finds no day to fire on.`);
}

function isDue(schedule: Extract<Schedule, { every: "days" }>, day: number): boolean {
  // 1 January 1970 was a Thursday; 0 is Monday here.
  if (schedule.weekDay !== null) return (day / DAY_MS + 3) % 7 === schedule.weekDay;
  return (day / DAY_MS) % schedule.count === 0;
}

export function periodMinutes(schedule: Schedule | null): number | null {
  if (schedule === null || schedule.every === "once") return null;
  if (schedule.every === "minutes") return schedule.count;
  return schedule.every === "hours" ? schedule.count * 60 : schedule.count * 1440;
}
