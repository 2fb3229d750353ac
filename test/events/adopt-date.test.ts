// Dates as people write them: read where they can mean one day only, named where they may mean two.
import { describe, expect, it } from "vitest";
import { type DateGround, readDate, type Side } from "../../src/events/adopt-date";

const NOW = Date.parse("2026-03-10T12:00:00Z");
const HOURS_AHEAD = 8;
const ground = (order: DateGround["order"] = ""): DateGround => ({
  now: NOW,
  order,
  // A file in Shanghai.
  instantOf: ({ year, month, day, hour, minute, second }) =>
    Date.UTC(year, month - 1, day, hour - HOURS_AHEAD, minute, second),
});
const read = (text: string, side: Side = "past", order: DateGround["order"] = "") => {
  const found = readDate({ text, at: null }, side, ground(order));
  return found.kind === "at" ? new Date(found.at).toISOString() : found.kind;
};

describe("a date in a cell:", () => {
  it.each([
    ["2026-03-02T09:00:00Z", "2026-03-02T09:00:00.000Z"],
    ["2026-03-02 09:00:00+02:00", "2026-03-02T07:00:00.000Z"],
    ["2026-03-02 09:05", "2026-03-02T01:05:00.000Z"],
    ["2026/3/2", "2026-03-01T16:00:00.000Z"],
    ["2026.3.2 9:05:30", "2026-03-02T01:05:30.000Z"],
    ["2026年3月2日", "2026-03-01T16:00:00.000Z"],
    ["2026年3月2日 下午3:05", "2026-03-02T07:05:00.000Z"],
    ["2026/3/2 上午12:10", "2026-03-01T16:10:00.000Z"],
    ["3月2日", "2026-03-01T16:00:00.000Z"],
    ["12月30日", "2025-12-29T16:00:00.000Z"],
    ["02.03.2026", "2026-03-01T16:00:00.000Z"],
    ["2.3.2026 18:30", "2026-03-02T10:30:00.000Z"],
    ["25/03/2026", "2026-03-24T16:00:00.000Z"],
    ["03/25/2026", "2026-03-24T16:00:00.000Z"],
    ["03/03/2026", "2026-03-02T16:00:00.000Z"],
    ["2 March 2026", "2026-03-01T16:00:00.000Z"],
    ["Mar 2, 2026, 3:05 PM", "2026-03-02T07:05:00.000Z"],
    ["2nd Mar 2026", "2026-03-01T16:00:00.000Z"],
  ])("%s is %s", (text, instant) => {
    expect(read(text)).toBe(instant);
  });

  it("without a year lies behind for what was sent, ahead for what comes", () => {
    expect(read("5月1日", "past")).toBe("2025-04-30T16:00:00.000Z");
    expect(read("5月1日", "future")).toBe("2026-04-30T16:00:00.000Z");
    expect(read("1月5日", "future")).toBe("2027-01-04T16:00:00.000Z");
    // A week ago and not sent: overdue, not next year's.
    expect(read("3月3日", "future")).toBe("2026-03-02T16:00:00.000Z");
  });

  it("that may be two days is named, until somebody says which way round", () => {
    expect(read("03/04/2026")).toBe("ambiguous");
    expect(read("3-4-2026")).toBe("ambiguous");
    expect(read("03/04/2026", "past", "dmy")).toBe("2026-04-02T16:00:00.000Z");
    expect(read("03/04/2026", "past", "mdy")).toBe("2026-03-03T16:00:00.000Z");
  });

  it.each(["", " ", "-", "—", "无", "N/A", "暂无"])("%j is none", (text) => {
    expect(read(text)).toBe("none");
  });

  it.each([
    "soon",
    "46083",
    "31.02.2026",
    "2026-13-01",
    "2026/3/2 25:00",
    "02.03.26",
    "yesterday 3:00",
  ])("%j is not read", (text) => {
    expect(read(text)).toBe("unreadable");
  });

  it("a date cell is what it is", () => {
    expect(readDate({ text: "whatever", at: NOW }, "past", ground())).toEqual({
      kind: "at",
      at: NOW,
    });
  });
});
