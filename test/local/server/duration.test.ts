import { describe, expect, it } from "vitest";
import { addDuration } from "../../../local/server/duration.ts";

const after = (from: string, duration: string) => {
  const end = addDuration(Date.parse(from), duration);
  return end === null ? null : new Date(end).toISOString();
};

describe("ISO 8601 durations", () => {
  it.each([
    ["PT48H", "2026-02-02T10:00:00.000Z"],
    ["P1DT2H", "2026-02-01T12:00:00.000Z"],
    ["P2W", "2026-02-14T10:00:00.000Z"],
    ["P1M", "2026-02-28T10:00:00.000Z"],
    ["P13M", "2027-02-28T10:00:00.000Z"],
    ["P1Y", "2027-01-31T10:00:00.000Z"],
    ["PT1M", "2026-01-31T10:01:00.000Z"],
    ["PT1.5H", "2026-01-31T11:30:00.000Z"],
    ["PT0,25S", "2026-01-31T10:00:00.250Z"],
    ["P1Y2M3DT4H5M6S", "2027-04-03T14:05:06.000Z"],
    ["PT0S", "2026-01-31T10:00:00.000Z"],
  ])("from 31 January, 10:00, %s is %s", (duration, end) => {
    expect(after("2026-01-31T10:00:00Z", duration)).toBe(end);
  });

  it.each([
    "",
    "P",
    "PT",
    "P1DT",
    "48H",
    "PT48",
    "-P1D",
    "P-1D",
    "P1H",
    "PT1D",
    "p1d",
    "P999999999Y",
  ])("%j is none", (text) => {
    expect(addDuration(0, text)).toBeNull();
  });
});
