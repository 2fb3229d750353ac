// How much later a mail goes: stable, within its bounds, evenly spread (R177).
import { describe, expect, it } from "vitest";
import { laterBy } from "../../src/cadence/jitter";

const HOUR = 3_600_000;
const keys = Array.from({ length: 4_000 }, (_, n) => `c_${n}.geo.1-abc/geo_2`);

describe("the part of a mail", () => {
  it("is always the same, whole seconds, and at most what was allowed", () => {
    for (const key of keys) {
      const later = laterBy(key, HOUR);
      expect(laterBy(key, HOUR)).toBe(later);
      expect(later % 1_000).toBe(0);
      expect(later >= 0 && later <= HOUR).toBe(true);
    }
    expect(keys.every((key) => laterBy(key, 0) === 0)).toBe(true);
  });

  it("is spread evenly: each tenth of the span has about a tenth of the mails", () => {
    const tenths = Array.from({ length: 10 }, () => 0);
    for (const key of keys) {
      const tenth = Math.min(9, Math.floor((laterBy(key, HOUR) / HOUR) * 10));
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    expect(Math.min(...tenths)).toBeGreaterThan(300);
    expect(Math.max(...tenths)).toBeLessThan(500);
  });
});
