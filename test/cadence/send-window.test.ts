// When marketing may go by the clock, as Settings says it.
import { describe, expect, it } from "vitest";
import { closedNow, opensAt, type SendWindow } from "../../src/cadence/send-window";
import { readerClock } from "../../src/model/contact-zone";
import { parseDays, parseHolidays, parseHours } from "../../src/model/send-window";
import { clockOf } from "../../src/model/zone";
import { memoryZones } from "../memory/memory-zones";

const NONE: SendWindow = { quietHours: null, workingDays: [], holidays: [] };
const berlin = clockOf(memoryZones.offsetMs, "Europe/Berlin", 0);
const opens = (window: Partial<SendWindow>, at: string) => {
  if (berlin === null) throw new Error("no Berlin");
  const instant = opensAt({ ...NONE, ...window }, berlin, Date.parse(at));
  return new Date(instant).toISOString().slice(0, 16);
};

describe("quiet hours", () => {
  const quietHours = parseHours("21:00-08:00");

  it("hold from their first minute to the last, over midnight", () => {
    expect(opens({ quietHours }, "2026-03-02T19:59Z")).toBe("2026-03-02T19:59");
    expect(opens({ quietHours }, "2026-03-02T20:00Z")).toBe("2026-03-03T07:00");
    expect(opens({ quietHours }, "2026-03-03T06:59Z")).toBe("2026-03-03T07:00");
    expect(opens({ quietHours }, "2026-03-03T07:00Z")).toBe("2026-03-03T07:00");
  });

  it("may lie within a day", () => {
    expect(opens({ quietHours: parseHours("12:00-14:30") }, "2026-03-02T12:00Z")).toBe(
      "2026-03-02T13:30",
    );
  });

  it("read nothing else than two times", () => {
    for (const seen of ["21-08", "21:00", "24:00-08:00", "21:60-08:00", "08:00-08:00", "night"]) {
      expect(parseHours(seen)).toBeNull();
    }
    expect(parseHours("9:00 – 17:30")).toEqual({ fromMs: 32_400_000, toMs: 63_000_000 });
  });
});

describe("working days and holidays", () => {
  const workingDays = parseDays("Mon-Fri") ?? [];
  const holidays = parseHolidays("2026-12-24..2026-12-26, 01-01") ?? [];

  it("move a mail to the first hour of the next day that is none", () => {
    expect(opens({ workingDays }, "2026-03-07T10:00Z")).toBe("2026-03-08T23:00");
    const quietHours = parseHours("21:00-08:00");
    expect(opens({ workingDays, quietHours }, "2026-03-06T21:00Z")).toBe("2026-03-09T07:00");
    // Friday is Christmas; then a weekend; the year after is a Friday too.
    expect(opens({ workingDays, holidays, quietHours }, "2026-12-24T09:00Z")).toBe(
      "2026-12-28T07:00",
    );
    expect(opens({ holidays }, "2027-01-01T09:00Z")).toBe("2027-01-01T23:00");
  });

  it("are read as written, also over the weekend's end", () => {
    expect(parseDays("sat-mon, Wed")).toEqual([0, 1, 3, 6]);
    for (const seen of ["Monday", "Mon-", "1-5", "Mon-Tue-Wed", "constructor"]) {
      expect(parseDays(seen)).toBeNull();
    }
    for (const seen of ["2026-02-30", "13-01", "2026-12-26..2026-12-24", "05-01..2026-05-02"]) {
      expect(parseHolidays(seen)).toBeNull();
    }
    expect(parseHolidays("02-29")).toEqual([{ from: "02-29", to: "02-29" }]);
  });

  it("that leave no day at all do not hold for ever", () => {
    const all = parseHolidays("01-01..12-31") ?? [];
    expect(opens({ holidays: all }, "2026-03-02T10:00Z")).toMatch(/^2028-/);
  });

  it("are told apart", () => {
    if (berlin === null) throw new Error("no Berlin");
    const at = Date.parse("2026-12-25T22:00Z");
    const window = { quietHours: parseHours("21:00-08:00"), workingDays, holidays };
    expect(closedNow(window, berlin, at)).toBe("a holiday");
    expect(closedNow({ ...window, holidays: [] }, berlin, at)).toBe("quiet hours");
    expect(closedNow(NONE, berlin, at)).toBeNull();
  });
});

describe("a reader's clock", () => {
  const NOW = Date.parse("2026-03-02T09:00Z");
  const whose = (time_zone: string, phone: string, own: string, sheet = "Europe/Paris") => {
    const given = { time_zone, phone };
    const found = readerClock(memoryZones.offsetMs, given, own, () => sheet, NOW);
    return `${found.clock.zone} ${found.from}`;
  };

  it("is that of the form, else of the phone's country, else of Settings, else of the sheet", () => {
    expect(whose("Asia/Tokyo", "+49 170 1", "Asia/Dubai")).toBe("Asia/Tokyo form");
    expect(whose("", "+49 (170) 123-45", "Asia/Dubai")).toBe("Europe/Berlin phone");
    expect(whose("", "0086 138 0000", "Asia/Dubai")).toBe("Asia/Shanghai phone");
    expect(whose("", "+852 1234", "")).toBe("Asia/Hong_Kong phone");
    expect(whose("", "", "Asia/Dubai")).toBe("Asia/Dubai settings");
    expect(whose("", "", "")).toBe("Europe/Paris sheet");
  });

  it("passes over what is no zone, and over countries with more than one", () => {
    expect(whose("Mars/Olympus", "+1 212 555 0100", "nonsense")).toBe("Europe/Paris sheet");
    expect(whose("", "0170 123", "")).toBe("Europe/Paris sheet");
    expect(whose("", "+49", "")).toBe("Europe/Paris sheet");
    expect(whose("", "", "", "nonsense")).toBe("UTC sheet");
  });
});
