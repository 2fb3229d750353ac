import { describe, expect, it } from "vitest";
import type { QueueRow } from "../../sheets-schema/index";
import { dueSends, earliestDue } from "../../src/cadence/due-sends";
import { nextDue } from "../../src/cadence/next-due";
import type { Flow, Wait } from "../../src/model/flow";
import { DAY_MS, HOUR_MS, SECOND_MS } from "../../src/model/time";
import { enrolled, GEO, NOW, RULES, T0 } from "../state/bench";

// The drip of Lite as rows (R71–R76, design 4.1): one step a stage, and for ever from stage 10 on.
const DAYS: readonly (readonly [number, number, number])[] = [
  [0, 0, 3],
  [1, 4, 7],
  [5, 6, 15],
  [7, 8, 30],
  [9, 9, 60],
  [10, Number.POSITIVE_INFINITY, 90],
];
const LITE: Flow = {
  ...GEO,
  flow: "lite",
  steps: Array.from({ length: 60 }, (_, stage) => ({
    step: `lite_${stage}`,
    stage,
    template: "lite",
    class: "marketing" as const,
  })),
  waits: DAYS.map(([stageFrom, stageTo, days]): Wait => {
    const from = stageFrom === 0 ? "entry" : "last mail";
    return { stageFrom, stageTo, waitMs: days * DAY_MS, from };
  }),
};
const row = (more: Partial<QueueRow>) => enrolled({ entered_at: T0, last_at: null, ...more }).row;

describe("the next mail", () => {
  it("of GEO is at once, then 48 h after mail 1, then none (R69, R70)", () => {
    expect(nextDue(GEO, row({ stage: 0 }))).toEqual({ step: "geo_1", at: T0 });
    const late = T0 + 5 * HOUR_MS;
    expect(nextDue(GEO, row({ stage: 1, last_at: late }))).toEqual({
      step: "geo_2",
      at: late + 48 * HOUR_MS,
    });
    expect(nextDue(GEO, row({ stage: 2, last_at: late }))).toBeNull();
  });

  it.each([
    [0, 3],
    [1, 7],
    [4, 7],
    [5, 15],
    [6, 15],
    [7, 30],
    [8, 30],
    [9, 60],
    [10, 90],
    [11, 90],
    [50, 90],
  ])("of Lite at stage %d waits %d days (R71–R76)", (stage, days) => {
    const last = T0 + 400 * DAY_MS;
    const from = stage === 0 ? T0 : last;
    expect(nextDue(LITE, row({ stage, last_at: stage === 0 ? null : last }))?.at).toBe(
      from + days * DAY_MS,
    );
  });

  it("is never earlier than the wait, whatever the milliseconds: cells keep whole seconds", () => {
    for (const odd of [0, 1, 499, 500, 999]) {
      const at = nextDue(GEO, row({ stage: 1, last_at: T0 + odd }))?.at ?? 0;
      expect(at % SECOND_MS).toBe(0);
      expect(at).toBeGreaterThanOrEqual(T0 + odd + 48 * HOUR_MS);
      expect(at).toBeLessThan(T0 + odd + 48 * HOUR_MS + SECOND_MS);
    }
  });

  it("is 48 hours later also across a change of the clocks", () => {
    const before = Date.parse("2026-03-07T12:00:00Z");
    const at = nextDue(GEO, row({ stage: 1, last_at: before }))?.at;
    expect(at).toBe(Date.parse("2026-03-09T12:00:00Z"));
  });
});

describe("what is due", () => {
  const due = (...rows: Parameters<typeof enrolled>[]) =>
    dueSends(
      rows.map((given) => enrolled(...given)),
      RULES,
      NOW,
    ).map(({ key }) => key);
  const key = "c_ada1.geo.1/geo_2";

  it.each([
    [NOW - 1, [key]],
    [NOW, [key]],
    [NOW + 1, []],
    [null, []],
  ])("at next_at %d is %j", (next_at, expected) => {
    expect(due([{ next_at }])).toEqual(expected);
  });

  it.each(["PAID", "DONE", "STOPPED", "PAUSED", "REVIEW"] as const)(
    "is never a row that is %s",
    (status) => {
      expect(due([{ status, next_at: NOW - DAY_MS }])).toEqual([]);
    },
  );

  it.each(["ACTIVE", "UNPAID", "FAILED"] as const)("may be a row that is %s", (status) => {
    expect(due([{ status, next_at: NOW - DAY_MS }])).toEqual([key]);
  });

  it("is the first mail once more where it was asked for, under a key of its own (design 5)", () => {
    const again = "c_ada1.geo.1/geo_1@e_again";
    expect(due([{ next_at: NOW + DAY_MS }, { again: "e_again" }])).toEqual([again]);
    expect(due([{ status: "DONE", next_at: null }, { again: "e_again" }])).toEqual([again]);
    for (const status of ["PAID", "STOPPED", "PAUSED", "REVIEW"] as const) {
      expect(due([{ status, next_at: null }, { again: "e_again" }])).toEqual([]);
    }
  });

  it("goes service before marketing, then the oldest (design 5: quota by class, then age)", () => {
    const at = (id: string, stage: number, hoursAgo: number): Parameters<typeof enrolled> => [
      { id, stage, next_at: NOW - hoursAgo * HOUR_MS },
    ];
    expect(
      due(at("c.a.1", 1, 9), at("c.b.1", 0, 1), at("c.c.1", 0, 5), at("c.d.1", 1, 99)),
    ).toEqual(["c.c.1/geo_1", "c.b.1/geo_1", "c.d.1/geo_2", "c.a.1/geo_2"]);
  });

  it("is in the same order whatever order the sheet is sorted in", () => {
    const rows = ["c.a.1", "c.b.1", "c.c.1"].map((id) => enrolled({ id, next_at: NOW - HOUR_MS }));
    const keys = (order: typeof rows) => dueSends(order, RULES, NOW).map((one) => one.key);
    expect(keys(rows)).toEqual(keys([...rows].reverse()));
  });
});

describe("the next instant to wake up for", () => {
  it("is the earliest of the open rows still to come", () => {
    const rows = [
      enrolled({ next_at: NOW + 3 * HOUR_MS }),
      enrolled({ next_at: NOW + HOUR_MS, status: "PAUSED" }),
      enrolled({ next_at: NOW + 2 * HOUR_MS, status: "FAILED" }),
      enrolled({ next_at: null }),
    ];
    expect(earliestDue(rows, new Set())).toBe(NOW + 2 * HOUR_MS);
    expect(earliestDue([], new Set())).toBeNull();
  });
});
