// The general rules of trust change no date of the founder's flows, but for marketing mail at night (design 4.6).
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type Went, yearOfDates } from "./year-office";

type Line = readonly [email: string, zone: string, step: string, kind: string, at: string];
const BEFORE = JSON.parse(
  readFileSync(new URL("../data/year-of-dates/dates.json", import.meta.url), "utf8"),
) as readonly Line[];

const lineOf = ({ email, zone, step, class: kind, at }: Went): Line => [
  ...([email, zone, step, kind] as const),
  `${at.slice(0, 16)}Z`,
];
const sorted = (lines: readonly Line[]) => lines.map((line) => line.join(" ")).sort();

describe("a year of the founder's flows", () => {
  it("without quiet hours keeps every date to the minute", () => {
    const now = yearOfDates("").map(lineOf);
    expect(sorted(now)).toEqual(sorted(BEFORE));
  });

  it("with shipped settings moves marketing mail at night to 08:00 of its reader, and nothing else", () => {
    const now = yearOfDates("21:00-08:00").map(lineOf);
    expect(sorted(now)).toEqual(sorted(inTheDay(BEFORE)));
    expect(sorted(now)).not.toEqual(sorted(BEFORE));
  });
});

/** The dates as they were, each mail of a night put to its end; what counts from a mail that was moved moves with it. */
function inTheDay(lines: readonly Line[]): readonly Line[] {
  const moved = new Map<string, number>();
  return lines.map(([email, zone, step, kind, at]) => {
    const chain = `${email} ${chainOf(step)}`;
    const due = Date.parse(at) + (moved.get(chain) ?? 0);
    const goes = kind === "marketing" ? morningOf(due, zone) : Date.parse(at);
    if (kind === "marketing") moved.set(chain, goes - Date.parse(at));
    return [email, zone, step, kind, `${new Date(goes).toISOString().slice(0, 16)}Z`];
  });
}

/** Steps of one flow count from one another; the mail of a rule counts from the end of its flow. */
const chainOf = (step: string) => (step.startsWith("geo") ? "geo" : step.replace(/_.*/, ""));

/** Of the workbook in memory: whoever brought no zone is met by its clock. */
const FILE_ZONE = "Europe/Berlin";

function morningOf(due: number, zone: string): number {
  const minutesAt = (at: number) => {
    const shown = new Date(at).toLocaleTimeString("en-GB", { timeZone: zone || FILE_ZONE });
    const [hours = 0, minutes = 0] = shown.split(":").map(Number);
    return hours * 60 + minutes;
  };
  let at = due;
  while (minutesAt(at) < 8 * 60 || minutesAt(at) >= 21 * 60) at += 60_000;
  return at;
}
