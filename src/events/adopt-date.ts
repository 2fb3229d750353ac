// A date as somebody wrote it into a cell. What may mean two days is named, never guessed.
import { DAY_MS } from "../model/time";

/** What a clock shows: month and day from 1. */
export interface Wall {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}
export interface DateGround {
  readonly now: number;
  /** In the file's own time zone. */
  readonly instantOf: (wall: Wall) => number;
  /** How 03/04/2026 is meant; "" when nobody has said. */
  readonly order: "" | "dmy" | "mdy";
}
export type ReadDate =
  | { readonly kind: "none" }
  | { readonly kind: "at"; readonly at: number }
  | { readonly kind: "ambiguous" | "unreadable"; readonly seen: string };

export interface DateCell {
  readonly text: string;
  readonly at: number | null;
}

const NOTHING = /^(?:-+|—+|–|n\/?a|none|null|no|无|没有|未|暂无)?$/i;
/** Of a year that is not written: what was sent lies behind, what is next lies ahead. */
export type Side = "past" | "future";

export function readDate({ text, at }: DateCell, side: Side, ground: DateGround): ReadDate {
  if (at !== null) return { kind: "at", at };
  const seen = text.trim();
  if (NOTHING.test(seen)) return { kind: "none" };
  const zoned = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/.test(seen);
  if (zoned) return instant(seen, Date.parse(seen.replace(" ", "T")));
  const { date, time } = parted(seen);
  const clock = clockOf(time);
  const day = dayOf(date, side, ground);
  if (day === null || clock === null) return { kind: "unreadable", seen };
  if (day === "ambiguous") return { kind: "ambiguous", seen };
  const wall = { ...day, ...clock };
  return isReal(wall) ? instant(seen, ground.instantOf(wall)) : { kind: "unreadable", seen };
}

function instant(seen: string, at: number): ReadDate {
  return Number.isNaN(at) ? { kind: "unreadable", seen } : { kind: "at", at };
}

/** "2026/3/2 下午3:05" parts before the time, "Mar 2, 2026, 3:05 PM" too. */
function parted(seen: string): { readonly date: string; readonly time: string } {
  const found = /^(.*?)[T,\s]*((?:上午|下午|晚上|早上|中午)?\s*\d{1,2}[:：点时].*)$/.exec(seen);
  if (found === null) return { date: seen, time: "" };
  return { date: (found[1] ?? "").trim(), time: (found[2] ?? "").trim() };
}

type Day = Pick<Wall, "year" | "month" | "day">;
type Clock = Pick<Wall, "hour" | "minute" | "second">;

function clockOf(time: string): Clock | null {
  if (time === "") return { hour: 0, minute: 0, second: 0 };
  const found =
    /^(上午|下午|晚上|早上|中午)?\s*(\d{1,2})[:：点时]\s*(\d{1,2})?分?(?:[:：](\d{1,2})(?:\.\d+)?)?秒?\s*(am|pm|a\.m\.|p\.m\.)?$/i.exec(
      time,
    );
  if (found === null) return null;
  const [, part = "", hours = "", minute = "0", second = "0", half = ""] = found;
  const late = /下午|晚上/.test(part) || /^p/i.test(half);
  const early = /上午|早上/.test(part) || /^a/i.test(half);
  const shown = Number(hours);
  const hour = late && shown < 12 ? shown + 12 : early && shown === 12 ? 0 : shown;
  return { hour, minute: Number(minute), second: Number(second) };
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function dayOf(date: string, side: Side, ground: DateGround): Day | "ambiguous" | null {
  const yearFirst = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*[日号]?$/.exec(date);
  if (yearFirst !== null) return dayFrom(yearFirst[1], yearFirst[2], yearFirst[3]);
  const short = /^(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?$/.exec(date);
  if (short !== null) return withYear(Number(short[1]), Number(short[2]), side, ground);
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(date);
  if (dotted !== null) return dayFrom(dotted[3], dotted[2], dotted[1]);
  const yearLast = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(date);
  if (yearLast !== null) return twoWays(yearLast, ground.order);
  return named(date);
}

function dayFrom(year = "", month = "", day = ""): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** 25/03/2026 can only be one day, 03/04/2026 two. */
function twoWays(found: RegExpExecArray, order: DateGround["order"]): Day | "ambiguous" {
  const [, one = "", two = "", year = ""] = found;
  const dayFirst = dayFrom(year, two, one);
  const monthFirst = dayFrom(year, one, two);
  if (Number(one) > 12 || one === two) return dayFirst;
  if (Number(two) > 12) return monthFirst;
  if (order === "") return "ambiguous";
  return order === "dmy" ? dayFirst : monthFirst;
}

/** "2 March 2026", "Mar 2, 2026". */
function named(date: string): Day | null {
  const found =
    /^(\d{1,2})(?:st|nd|rd|th)?\.? ([a-z]{3,9})\.?,? (\d{4})$/i.exec(date) ??
    swapped(/^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/i.exec(date));
  if (found === null) return null;
  const [, day = "", name = "", year = ""] = found;
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? null : dayFrom(year, String(month), day);
}

function swapped(found: readonly string[] | null): readonly string[] | null {
  return found === null ? null : ["", found[2] ?? "", found[1] ?? "", found[3] ?? ""];
}

/** The last such day behind, or the next one ahead; a week of grace, because lists are a little behind. */
function withYear(month: number, day: number, side: Side, { now, instantOf }: DateGround): Day {
  const thisYear = new Date(now).getUTCFullYear();
  const years = side === "past" ? [1, 0, -1] : [-1, 0, 1];
  const fits = years
    .map((more) => ({ year: thisYear + more, month, day }))
    .find((one) => {
      const at = instantOf({ ...one, hour: 0, minute: 0, second: 0 });
      return side === "past" ? at <= now + DAY_MS : at >= now - GRACE_MS;
    });
  return fits ?? { year: thisYear, month, day };
}
/** What was to go two months ago and did not is overdue, not a matter of next year. */
const GRACE_MS = 60 * DAY_MS;

function isReal({ year, month, day, hour, minute, second }: Wall): boolean {
  const back = new Date(Date.UTC(year, month - 1, day));
  const exists = back.getUTCMonth() === month - 1 && back.getUTCDate() === day;
  const clock = hour < 24 && minute < 60 && second < 60;
  return exists && clock && year >= 2000 && year < 2100;
}
