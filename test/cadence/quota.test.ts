// Whose mail goes when there are too few places, and when the others do (design 5).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeGapMs, placesFor, quotaBackAt } from "../../src/cadence/quota";
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../src/model/time";
import { NOW } from "../state/bench";

interface Due {
  readonly dueAt: number;
  readonly step: { readonly class: "service" | "marketing" };
}
const service = (hours = 1): Due => ({ dueAt: NOW - hours * HOUR_MS, step: { class: "service" } });
const marketing = (hours = 1): Due => ({
  dueAt: NOW - hours * HOUR_MS,
  step: { class: "marketing" },
});
const many = (count: number, one: () => Due) => Array.from({ length: count }, one);

describe("places of a day's quota", () => {
  it("go to service first, and in the order given", () => {
    const due = [service(), service(), marketing(5), marketing(1)];
    expect(placesFor(due, 3, 0, NOW).goes).toEqual(due.slice(0, 3));
  });

  it("keep the owner's reserve from marketing, and give it to what was asked for", () => {
    const due = [...many(3, service), ...many(20, marketing)];
    expect(placesFor(due, 15, 10, NOW).goes).toEqual(due.slice(0, 5));
    expect(placesFor(many(12, service), 12, 10, NOW).goes).toHaveLength(12);
    expect(placesFor(many(12, marketing), 10, 10, NOW).goes).toEqual([]);
  });

  it("go, one in ten, to whoever has waited three days, also before service", () => {
    const aged = marketing(4 * 24);
    const due = [...many(100, service), aged, marketing(10)];
    const { goes, waits } = placesFor(due, 100, 10, NOW);
    expect(goes).toHaveLength(100);
    expect(goes).toContain(aged);
    expect(waits.map((one) => one.step.class)).toEqual(["service", "marketing"]);
    expect(placesFor([...many(100, service), marketing(2 * 24)], 100, 10, NOW).goes).toEqual(
      due.slice(0, 100),
    );
  });

  it("are never more than there are, and nobody is lost or doubled", () => {
    const one = fc.record({
      dueAt: fc.integer({ min: NOW - 9 * DAY_MS, max: NOW }),
      step: fc.record({ class: fc.constantFrom("service" as const, "marketing" as const) }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 150 }), fc.nat(120), fc.nat(20), (due, left, kept) => {
        const { goes, waits } = placesFor(due, left, kept, NOW);
        expect(goes.length).toBeLessThanOrEqual(left);
        expect(new Set([...goes, ...waits])).toEqual(new Set(due));
        expect(goes.length + waits.length).toBe(due.length);
      }),
    );
  });
});

describe("the quota is believed to be back", () => {
  it("a day after the first mail of the last 24 hours", () => {
    const times = [NOW - 30 * HOUR_MS, NOW - 20 * HOUR_MS, NOW - HOUR_MS];
    expect(quotaBackAt(times, NOW)).toBe(NOW + 4 * HOUR_MS);
  });

  it("in a day where others have used it", () => {
    expect(quotaBackAt([NOW - 40 * HOUR_MS], NOW)).toBe(NOW + DAY_MS);
  });

  it("and then one every quarter of an hour goes, in Workspace one a minute", () => {
    expect(placeGapMs(100)).toBe(15 * MINUTE_MS);
    expect(placeGapMs(1_500)).toBe(MINUTE_MS);
  });
});
