// What becomes of a mail that is overdue (design 4.1, 4.9).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Lateness, lateMark, lateness, turns, withoutLate } from "../../src/cadence/late";
import type { Enrollment } from "../../src/model/enrollment";
import { type Flow, stepAt } from "../../src/model/flow";
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../src/model/time";
import { enrolled, NOW } from "../state/bench";
import { FAILED, GEO, LITE } from "../state/founder-flows";

/** The row's mail, that many hours after its time. */
function late(flow: Flow, stage: number, row: Parameters<typeof enrolled>[0], now: number) {
  const enrollment = enrolled({ flow: flow.flow, stage, ...row });
  const step = stepAt(flow, stage);
  if (step === undefined) throw new Error(`no step at ${stage}`);
  return lateness(flow, step, enrollment, now);
}

describe("the two mails after a failed payment (R77, R78)", () => {
  it.each<readonly [number, number, Lateness]>([
    [0, 6, "goes"],
    [0, 23.99, "goes"],
    [0, 24, "next is due"],
    [0, 300, "next is due"],
    [1, 24, "goes"],
    [1, 48, "goes"],
    [1, 48.01, "new time"],
    [1, 96, "new time"],
    [1, 96.01, "too late"],
    [1, 500, "too late"],
  ])("at stage %d, %d h after the failure: %s", (stage, hours, expected) => {
    const failedAt = NOW - hours * HOUR_MS;
    const next_at = failedAt + (stage === 0 ? 6 : 24) * HOUR_MS;
    expect(late(FAILED, stage, { entered_at: failedAt, next_at }, NOW)).toBe(expected);
  });

  it.each<readonly [number, Lateness]>([
    [95, "goes"],
    [96, "goes"],
    [97, "too late"],
  ])("%d h after it, waiting among the late ones, is as late as without: %s", (hours, expected) => {
    const step = stepAt(FAILED, 1);
    if (step === undefined) throw new Error("no second mail");
    const cells = { flow: "stripe_failed", stage: 1, entered_at: NOW - hours * HOUR_MS };
    const queued = enrolled({ ...cells, next_at: NOW }, { timedBy: lateMark("86400000 entry") });
    expect(lateness(FAILED, step, queued, NOW)).toBe(expected);
    const byHand = { ...queued, timedBy: "hand" };
    expect(lateness(FAILED, step, byHand, NOW)).toBe("goes");
  });

  it("the second does not go on with the first one left out of it: one step at a time", () => {
    const moved = { entered_at: NOW - 30 * HOUR_MS, next_at: NOW + HOUR_MS };
    expect(late(FAILED, 1, moved, NOW)).toBe("goes");
  });
});

describe("a marketing mail", () => {
  it.each<readonly [number, Lateness]>([
    [0, "goes"],
    [23.9, "goes"],
    [24, "goes"],
    [24.01, "new time"],
    [9 * 24, "new time"],
  ])("%d h late: %s (design 4.9)", (hours, expected) => {
    const next_at = NOW - hours * HOUR_MS;
    expect(late(GEO, 1, { next_at }, NOW)).toBe(expected);
    expect(late(LITE, 3, { next_at, status: "UNPAID" }, NOW)).toBe(expected);
    expect(late(LITE, 40, { next_at, status: "UNPAID" }, NOW)).toBe(expected);
  });
});

describe("a service mail", () => {
  it("that was asked for goes however late it is, but after a day in its turn", () => {
    const asked = (days: number) => ({
      next_at: NOW - days * DAY_MS,
      entered_at: NOW - days * DAY_MS,
    });
    expect(late(GEO, 0, asked(1), NOW)).toBe("goes");
    expect(late(GEO, 0, asked(90), NOW)).toBe("new time");
  });

  it("beside the cadence is never late", () => {
    for (const step of LITE.steps.filter(({ sentOn }) => sentOn !== "stage")) {
      const row = enrolled({ flow: "lite", next_at: NOW - 90 * DAY_MS });
      expect(lateness(LITE, step, row, NOW)).toBe("goes");
    }
  });

  it("gives way to the next only where both count from entry", () => {
    const row = { next_at: NOW - 90 * DAY_MS, entered_at: NOW - 90 * DAY_MS };
    expect(late(LITE, 0, row, NOW)).toBe("new time");
    expect(late(GEO, 0, row, NOW)).toBe("new time");
  });
});

describe("the new times", () => {
  /** Hands a time to every overdue row, as a run does, then those already timed are there too. */
  function timed(overdue: number, before: readonly Enrollment[], now: number): readonly number[] {
    return Array.from({ length: overdue }, turns(before, now));
  }
  const lateRow = (next_at: number) => enrolled({ next_at }, { timedBy: lateMark("7 d") });

  it("are 15 minutes apart, the first at once: with a seldom timer it would be missed again", () => {
    const minutes = timed(4, [], NOW + 300).map((at) => (at - NOW) / MINUTE_MS);
    expect(minutes).toEqual([0, 15, 30, 45]);
  });

  it("come after those still to come, and never two at once, however many runs hand them out", () => {
    const run = fc.record({
      minutes: fc.integer({ min: 1, max: 400 }),
      rows: fc.integer({ min: 0, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 8 }), (runs) => {
        let now = NOW;
        let all: readonly number[] = [];
        for (const { minutes, rows } of runs) {
          now += minutes * MINUTE_MS;
          const times = timed(rows, all.map(lateRow), now);
          const toCome = [...all.filter((time) => time > now), ...times];
          expect(toCome).toEqual(toCome.map((_, at) => (toCome[0] ?? 0) + at * 15 * MINUTE_MS));
          all = [...all, ...times];
        }
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it("wait for nobody whose time was not late, or has passed by a turn", () => {
    const first = (...rows: readonly Enrollment[]) => turns(rows, NOW)() - NOW;
    const usual = enrolled({ next_at: NOW + 9 * HOUR_MS }, { timedBy: "7 d" });
    expect(first(usual, lateRow(NOW - 15 * MINUTE_MS))).toBe(0);
    expect(first(usual, lateRow(NOW - 14 * MINUTE_MS))).toBe(MINUTE_MS);
    expect(first(usual, lateRow(NOW + SECOND_MS))).toBe(SECOND_MS + 15 * MINUTE_MS);
  });

  it("begin now where the next turn is far, and go on behind the last", () => {
    const next = turns([lateRow(NOW + HOUR_MS)], NOW);
    expect([next(), next()]).toEqual([NOW, NOW + 75 * MINUTE_MS]);
  });

  it.each<readonly [number, Lateness]>([
    [0, "goes"],
    [14.9, "goes"],
    [15, "new time"],
    [21 * 60, "new time"],
  ])("that passed %d minutes ago while nothing could go: %s", (minutes, expected) => {
    const step = stepAt(GEO, 1);
    if (step === undefined) throw new Error("no second mail");
    const cells = { flow: "geo", stage: 1, next_at: NOW - minutes * MINUTE_MS };
    expect(lateness(GEO, step, enrolled(cells, { timedBy: lateMark("48 h") }), NOW)).toBe(expected);
  });

  it("are marked once, and the mark comes off", () => {
    expect(lateMark(lateMark("7 d"))).toBe(lateMark("7 d"));
    expect(withoutLate(lateMark("7 d"))).toBe("7 d");
    expect(withoutLate("7 d")).toBe("7 d");
    expect(withoutLate("hand")).toBe("hand");
  });
});
