// Dates and spans in words.
import { describe, expect, it } from "vitest";
import { dateWords, spanWords } from "../../src/model/date-words";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/model/time";

describe("a date in words", () => {
  it("reads naturally in both languages, with the zone it is told in", () => {
    const berlin = { text: "2026-11-24 15:40", zone: "Europe/Berlin" };
    expect(dateWords(berlin, "en")).toBe("24 November 2026, 15:40 (Europe/Berlin)");
    const shanghai = { text: "2026-01-05 00:07", zone: "Asia/Shanghai" };
    expect(dateWords(shanghai, "zh")).toBe("2026年1月5日 00:07（Asia/Shanghai）");
    expect(dateWords(shanghai, "en")).toBe("5 January 2026, 00:07 (Asia/Shanghai)");
  });
});

describe("a span in words", () => {
  it.each([
    [72 * HOUR_MS, "72 hours", "72 小时"],
    [7 * DAY_MS, "7 days", "7 天"],
    [DAY_MS, "24 hours", "24 小时"],
    [HOUR_MS, "1 hour", "1 小时"],
    [100 * HOUR_MS, "100 hours", "100 小时"],
    [90 * MINUTE_MS, "90 minutes", "90 分钟"],
  ])("of %d ms is said in the unit it was given in", (ms, en, zh) => {
    expect(spanWords(ms, "en")).toBe(en);
    expect(spanWords(ms, "zh")).toBe(zh);
  });
});
