// A timer that did not run has used no minutes: after an outage the day is as good as new.
import { expect, it } from "vitest";
import { booked, newLedger, usedMs } from "../../src/cadence/quota-minutes";
import { DAY_MS, MINUTE_MS } from "../../src/model/time";

const START = Date.parse("2026-03-02T09:00:07Z");

it.each([1, 7, 90])(
  "books %i days of silence as the few minutes that may have been ours",
  (days) => {
    const before = booked(
      newLedger(START),
      { kind: "look", startedAt: START, ranMs: 3_000 },
      START,
    );
    const now = START + days * DAY_MS;
    const after = booked(before, { kind: "work", startedAt: now, ranMs: 8_000 }, now + 8_000);
    expect(usedMs(after)).toBeLessThan(MINUTE_MS);
    expect(after.everyMin).toBe(1);
  },
);
