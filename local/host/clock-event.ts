// The event object of a time-driven trigger (facts 3.9).
import { wallMs } from "./zone.ts";

const DAY_MS = 86_400_000;

export function clockEvent(
  instant: number,
  triggerUid: string,
  timezone: string,
): Readonly<Record<string, unknown>> {
  const wall = new Date(wallMs(timezone, instant));
  return {
    triggerUid,
    timezone,
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    "day-of-month": wall.getUTCDate(),
    "day-of-week": wall.getUTCDay() || 7,
    "week-of-year": isoWeek(wall),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
  };
}

function isoWeek(wall: Date): number {
  const day = Math.floor(wall.getTime() / DAY_MS);
  const thursday = new Date((day - ((wall.getUTCDay() || 7) - 4)) * DAY_MS);
  const yearStart = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  return Math.floor((thursday.getTime() - yearStart) / (7 * DAY_MS)) + 1;
}
