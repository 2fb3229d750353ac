// Recognises dates and times the way a sheet with an American locale reads what is typed.
import { MONTHS } from "./date-format.ts";
import { serialOfWall } from "./serial.ts";

export interface TypedNumber {
  readonly value: number;
  /** The format the cell takes when it had none of its own. */
  readonly format: string;
}

const MONTH_NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\\.?";
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?\s*(am|pm)?$/i;
const HOUR_ONLY = /^(\d{1,2})\s*(am|pm)$/i;

export function readDateOrTime(text: string, thisYear: number): TypedNumber | null {
  const date = readDate(text, thisYear);
  if (date) return date;
  const time = readTime(text);
  if (time) return time;
  const split = /^(.+?)[ ,]+(\d{1,2}(?::\d{2}.*|\s*[ap]m))$/i.exec(text);
  if (!split) return null;
  const day = readDate(split[1] ?? "", thisYear);
  const hour = readTime(split[2] ?? "");
  if (!day || !hour) return null;
  return { value: day.value + hour.value, format: `${day.format} ${hour.format}` };
}

function readDate(text: string, thisYear: number): TypedNumber | null {
  return readNumericDate(text, thisYear) ?? readNamedDate(text, thisYear);
}

function readNumericDate(text: string, thisYear: number): TypedNumber | null {
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(text);
  if (iso) {
    const sep = iso[2] ?? "-";
    return day(iso[1], iso[3], iso[4], `yyyy${sep}mm${sep}dd`, thisYear);
  }
  const full = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text);
  if (full && full[2] !== ".") return day(full[4], full[1], full[3], "m/d/yyyy", thisYear);
  const short = /^(\d{1,2})[-/](\d{1,2})$/.exec(text);
  if (short) return day(undefined, short[1], short[2], "m/d", thisYear);
  const month = /^(\d{1,2})[-/](\d{4})$/.exec(text);
  if (month) return day(month[2], month[1], "1", "m/yyyy", thisYear);
  const yearFirst = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  return yearFirst ? day(yearFirst[1], yearFirst[2], "1", "yyyy-mm", thisYear) : null;
}

function readNamedDate(text: string, thisYear: number): TypedNumber | null {
  const monthFirst = new RegExp(`^${MONTH_NAME}[ -]+(\\d{1,2})(?:[ ,-]+(\\d{4}|\\d{2}))?$`, "i");
  const dayFirst = new RegExp(`^(\\d{1,2})[ -]+${MONTH_NAME}(?:[ ,-]+(\\d{4}|\\d{2}))?$`, "i");
  const monthYear = new RegExp(`^${MONTH_NAME}[ -]+(\\d{4})$`, "i");
  const yearly = monthYear.exec(text);
  if (yearly && isMonth(text)) return named(yearly[2], yearly[1], "1", "mmm yyyy", thisYear);
  const first = monthFirst.exec(text);
  if (first && isMonth(text)) return named(first[3], first[1], first[2], "mmm d, yyyy", thisYear);
  const second = dayFirst.exec(text);
  if (!second || !isMonth(text)) return null;
  return named(second[3], second[2], second[1], "d mmm yyyy", thisYear);
}

function isMonth(text: string): boolean {
  const word = /[a-z]+/i.exec(text)?.[0]?.toLowerCase() ?? "";
  return MONTHS.some((name) => {
    const lower = name.toLowerCase();
    return (
      word === lower || word === lower.slice(0, 3) || (word === "sept" && lower === "september")
    );
  });
}

function named(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  format: string,
  thisYear: number,
): TypedNumber | null {
  const index = MONTHS.findIndex((name) =>
    name.toLowerCase().startsWith((month ?? "").slice(0, 3).toLowerCase()),
  );
  return day(year, String(index + 1), date, format, thisYear);
}

function day(
  year: string | undefined,
  month: string | undefined,
  date: string | undefined,
  format: string,
  thisYear: number,
): TypedNumber | null {
  const y = year === undefined ? thisYear : fullYear(year);
  const m = Number(month);
  const d = Number(date);
  const wall = Date.UTC(y, m - 1, d);
  const back = new Date(wall);
  if (m < 1 || m > 12 || back.getUTCMonth() !== m - 1 || back.getUTCDate() !== d) return null;
  return { value: serialOfWall(wall), format };
}

/** Two digits mean 1930 to 2029. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

function readTime(text: string): TypedNumber | null {
  const hourOnly = HOUR_ONLY.exec(text);
  if (hourOnly) return clockTime(hourOnly[1], "00", undefined, undefined, hourOnly[2]);
  const match = TIME.exec(text);
  return match ? clockTime(match[1], match[2], match[3], match[4], match[5]) : null;
}

function clockTime(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  fraction: string | undefined,
  half: string | undefined,
): TypedNumber | null {
  let h = Number(hour);
  if (half !== undefined && (h < 1 || h > 12)) return null;
  if (half !== undefined) h = (h % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  const m = Number(minute);
  const s = Number(second ?? 0) + Number(fraction ?? 0);
  if (m > 59 || s >= 60) return null;
  const base = second === undefined ? "h:mm" : "h:mm:ss";
  const format = half !== undefined ? `${base} am/pm` : h >= 24 ? "[h]:mm:ss" : base;
  return { value: (h * 3600 + m * 60 + s) / 86_400, format };
}
