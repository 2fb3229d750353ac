// ISO 8601 durations as moves of the clock.

const PATTERN =
  /^P(?!$)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)W)?(?:(\d+(?:\.\d+)?)D)?(?:T(?!$)(?:(\d+(?:\.\d+)?)H)?(?:(\d+(?:\.\d+)?)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** The moment that lies this duration after `fromMs`, or null when the text is not a duration. */
export function addDuration(fromMs: number, text: string): number | null {
  const match = PATTERN.exec(text.replaceAll(",", "."));
  if (!match) return null;
  const [years, months, weeks, days, hours, minutes, seconds] = match.slice(1).map(toNumber);
  const start = addMonths(fromMs, (years ?? 0) * 12 + (months ?? 0));
  const rest =
    ((weeks ?? 0) * 7 + (days ?? 0)) * DAY_MS +
    (hours ?? 0) * HOUR_MS +
    (minutes ?? 0) * MINUTE_MS +
    (seconds ?? 0) * SECOND_MS;
  const end = start + Math.round(rest);
  return Number.isNaN(new Date(end).getTime()) ? null : end;
}

function toNumber(part: string | undefined): number {
  return part === undefined ? 0 : Number(part);
}

/** 31 January and one month is the last day of February, as calendars have it. */
function addMonths(fromMs: number, months: number): number {
  if (months === 0) return fromMs;
  const date = new Date(fromMs);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  return date.setUTCDate(Math.min(day, lastDay));
}
