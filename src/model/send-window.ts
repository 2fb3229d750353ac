// When mails may go at all, as its cells say it: hours, days of the week, holidays.
import { ownValue } from "./own-value";
import { HOUR_MS, MINUTE_MS } from "./time";

/** From that time of day to the other, over midnight where the second is the earlier. */
export interface Hours {
  readonly fromMs: number;
  readonly toMs: number;
}
/** "12-25": every year. Both ends count. */
export interface DaySpan {
  readonly from: string;
  readonly to: string;
}

/** "21:00-08:00"; null: it is none. */
export function parseHours(seen: string): Hours | null {
  const [from = "", to = "", more] = seen.split(/[-–]/);
  const [fromMs, toMs] = [parseTimeOfDay(from), parseTimeOfDay(to)];
  if (fromMs === null || toMs === null || more !== undefined) return null;
  return fromMs === toMs ? null : { fromMs, toMs };
}

/** "09:30"; null: it is none. */
export function parseTimeOfDay(seen: string): number | null {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(seen.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23) return null;
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
}

const DAYS: Readonly<Record<string, number>> = {
  sun: 0,
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
};

/** "Mon-Fri" or "Mon, Wed, Sat" as days of the week, Sunday 0; null: it is neither. */
export function parseDays(seen: string): readonly number[] | null {
  const days = new Set<number>();
  for (const part of seen.toLowerCase().split(",")) {
    const [first = "", last = first, more] = part.split(/[-–]/).map((name) => name.trim());
    const [from, to] = [ownValue(DAYS, first), ownValue(DAYS, last)];
    if (from === undefined || to === undefined || more !== undefined) return null;
    for (let day = from; ; day = (day + 1) % 7) {
      days.add(day);
      if (day === to) break;
    }
  }
  return [...days].sort();
}

/** "2026-12-24..2026-12-31, 05-01"; null: a part of it is no date. */
export function parseHolidays(seen: string): readonly DaySpan[] | null {
  const parts = seen.split(/[,;\n]/).map((part) => part.trim());
  const spans = parts.filter((part) => part !== "").map(spanOf);
  return spans.every((span) => span !== null) ? spans : null;
}

function spanOf(part: string): DaySpan | null {
  const [from = "", to = from, more] = part.split("..").map((date) => date.trim());
  const alike = isDate(from) && isDate(to) && from.length === to.length && from <= to;
  return alike && more === undefined ? { from, to } : null;
}

/** 2028 has every day of a year. */
function isDate(seen: string): boolean {
  const full = seen.length === "12-25".length ? `2028-${seen}` : seen;
  if (!/^\d{4}-\d\d-\d\d$/.test(full)) return false;
  const at = Date.parse(`${full}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(full);
}
