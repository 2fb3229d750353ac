// When the next mail is due, and which rows are due now.
import { describe, expect, it } from "vitest";
import type { Status } from "../../sheets-schema/queue";
import { dueForNothing, dueSends, earliestDue } from "../../src/cadence/due-sends";
import { nextDue } from "../../src/cadence/next-due";
import type { Enrollment } from "../../src/model/enrollment";
import { DAY_MS, HOUR_MS, SECOND_MS } from "../../src/model/time";
import { enrolled, NOW, T0 } from "../state/bench";
import { FAILED, FOUNDER, FREE_CHECK, GEO, LITE } from "../state/founder-flows";

/** Entered at T0; the last mail of the cadence went `steppedAt`. */
const at = (stage: number, steppedAt: number | null) =>
  enrolled({ stage, entered_at: T0, last_at: steppedAt }, { steppedAt });

describe("the next mail of GEO", () => {
  it("is at once, then 48 h after mail 1, then none (R69, R70)", () => {
    expect(nextDue(GEO, at(0, null))).toMatchObject({ step: "geo_1", at: T0 });
    const late = T0 + 5 * HOUR_MS;
    expect(nextDue(GEO, at(1, late))).toMatchObject({ step: "geo_2", at: late + 48 * HOUR_MS });
    expect(nextDue(GEO, at(2, late))).toBeNull();
  });

  it("counts from mail 1 also when mail 1 went once more later: a repeat moves nothing", () => {
    const again = enrolled({ stage: 1, last_at: T0 + 30 * HOUR_MS }, { steppedAt: T0 });
    expect(nextDue(GEO, again)?.at).toBe(T0 + 48 * HOUR_MS);
  });

  it("is never earlier than the wait, whatever the milliseconds: cells keep whole seconds", () => {
    for (const odd of [0, 1, 499, 500, 999]) {
      const due = nextDue(GEO, at(1, T0 + odd))?.at ?? 0;
      expect(due % SECOND_MS).toBe(0);
      expect(due).toBeGreaterThanOrEqual(T0 + odd + 48 * HOUR_MS);
      expect(due).toBeLessThan(T0 + odd + 48 * HOUR_MS + SECOND_MS);
    }
  });

  it("is 48 hours later also across a change of the clocks", () => {
    const before = Date.parse("2026-03-07T12:00:00Z");
    expect(nextDue(GEO, at(1, before))?.at).toBe(Date.parse("2026-03-09T12:00:00Z"));
  });
});

describe("the next mail of Lite (R71–R76)", () => {
  const days = [3, 7, 7, 7, 7, 15, 15, 30, 30, 60, 90, 90, ...Array<number>(489).fill(90)];

  it.each(
    [...Array(13).keys(), 49, 50, 51, 199, 500].map((stage) => [stage, days[stage] ?? 0] as const),
  )("at stage %d waits %d days", (stage, wait) => {
    const last = T0 + 400 * DAY_MS;
    const from = stage === 0 ? T0 : last;
    const step = stage < 10 ? `lite_${stage + 1}` : "lite_again";
    const expected = { step, at: from + wait * DAY_MS };
    expect(nextDue(LITE, at(stage, stage === 0 ? null : last))).toMatchObject(expected);
  });

  it("never ends: there is one at every stage up to 1,000", () => {
    for (let stage = 0; stage <= 1_000; stage += 1)
      expect(nextDue(LITE, at(stage, T0))).not.toBeNull();
  });
});

describe("the next mail after a failed payment (R77, R78)", () => {
  it("is 6 h, then 24 h after the failure, whenever the first went, then none", () => {
    expect(nextDue(FAILED, at(0, null))?.at).toBe(T0 + 6 * HOUR_MS);
    for (const went of [6, 7, 23]) {
      expect(nextDue(FAILED, at(1, T0 + went * HOUR_MS))?.at).toBe(T0 + 24 * HOUR_MS);
    }
    expect(nextDue(FAILED, at(2, T0))).toBeNull();
  });
});

describe("a mail that waits for an event", () => {
  it("has no time until the event is there, then it is due since the last mail", () => {
    const waiting = nextDue(FREE_CHECK, at(1, T0 + HOUR_MS));
    expect(waiting).toEqual({ step: "free_check_result", at: null, timedBy: "free_check.result" });
    const row = { ...at(1, T0 + HOUR_MS).row, result_url: "https://files.test/r" };
    expect(nextDue(FREE_CHECK, { ...at(1, T0 + HOUR_MS), row })?.at).toBe(T0 + HOUR_MS);
  });
});

const key = "c_ada1.geo.1/geo_2";
const dueOf = (rows: readonly Enrollment[]) => dueSends(rows, FOUNDER, NOW).map((one) => one.key);
const due = (...rows: Parameters<typeof enrolled>[]) =>
  dueOf(rows.map((given) => enrolled(...given)));
const lite = (status: Status, owed: readonly string[]) =>
  enrolled(
    { id: "c_ada1.lite.1", flow: "lite", status, next_at: null },
    { owed: owed.map((step) => ({ step, event: "" })) },
  );

describe("what is due", () => {
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

  it("is never a row of a flow the rules do not hold", () => {
    expect(due([{ flow: "gone", next_at: NOW - DAY_MS }])).toEqual([]);
  });

  it("is the first mail once more where it was asked for, under a key of its own (design 5)", () => {
    const owed = [{ step: "geo_1", event: "e_again" }];
    const again = "c_ada1.geo.1/geo_1@e_again";
    expect(due([{ next_at: NOW + DAY_MS }, { owed }])).toEqual([again]);
    expect(due([{ status: "DONE", next_at: null }, { owed }])).toEqual([again]);
    for (const status of ["PAID", "STOPPED", "PAUSED", "REVIEW"] as const) {
      expect(due([{ status, next_at: null }, { owed }])).toEqual([]);
    }
  });

  it("has its stage in the key of a step that repeats: each stage is a mail of its own", () => {
    const keys = [10, 11, 50].map((stage) =>
      due([{ flow: "lite", status: "UNPAID", stage, next_at: NOW }]),
    );
    expect(keys).toEqual([10, 11, 50].map((stage) => [`c_ada1.geo.1/lite_again@${stage}`]));
  });

  it.each<readonly [Status, readonly string[], readonly string[]]>([
    ["UNPAID", ["lite_receipt"], ["c_ada1.lite.1/lite_receipt"]],
    ["UNPAID", ["lite_delivery"], []],
    ["UNPAID", ["lite_conclusion"], []],
    ["PAID", ["lite_delivery"], ["c_ada1.lite.1/lite_delivery"]],
    ["PAID", ["lite_conclusion"], ["c_ada1.lite.1/lite_conclusion"]],
    ["PAID", ["lite_receipt"], []],
    ["PAID", ["lite_receipt", "lite_delivery"], ["c_ada1.lite.1/lite_delivery"]],
    ["PAID", ["gone"], []],
    ["DONE", ["lite_delivery"], []],
    ["REVIEW", ["lite_delivery", "lite_conclusion"], []],
    ["STOPPED", ["lite_receipt", "lite_delivery", "lite_conclusion"], []],
    ["PAUSED", ["lite_receipt", "lite_delivery", "lite_conclusion"], []],
  ])("of a row that is %s and owes %j is %j (design 4.2)", (status, owed, expected) => {
    expect(dueOf([lite(status, owed)])).toEqual(expected);
  });

  it("is one mail a row at a time: what it owes before what the cadence has", () => {
    const row = { flow: "lite", status: "UNPAID", stage: 0, next_at: NOW } as const;
    const owed = [{ step: "lite_receipt", event: "" }];
    expect(due([row, { owed }])).toEqual(["c_ada1.geo.1/lite_receipt"]);
  });

  it("goes service before marketing, then the oldest (design 5: quota by class, then age)", () => {
    const row = (id: string, stage: number, hoursAgo: number): Parameters<typeof enrolled> => [
      { id, stage, next_at: NOW - hoursAgo * HOUR_MS },
    ];
    expect(
      due(row("c.a.1", 1, 9), row("c.b.1", 0, 1), row("c.c.1", 0, 5), row("c.d.1", 1, 99)),
    ).toEqual(["c.c.1/geo_1", "c.b.1/geo_1", "c.d.1/geo_2", "c.a.1/geo_2"]);
  });

  it("is in the same order whatever order the sheet is sorted in", () => {
    const rows = ["c.a.1", "c.b.1", "c.c.1"].map((id) => enrolled({ id, next_at: NOW - HOUR_MS }));
    expect(dueOf(rows)).toEqual(dueOf([...rows].reverse()));
  });
});

describe("a row that is due and for which the rules hold no mail", () => {
  const nothing = (...given: Parameters<typeof enrolled>) =>
    dueForNothing([enrolled(...given)], FOUNDER, NOW).length > 0;

  it("is one of a flow or a stage that is not there, once its time has come", () => {
    expect(nothing({ flow: "gone", next_at: NOW })).toBe(true);
    expect(nothing({ stage: 7, next_at: NOW })).toBe(true);
    expect(nothing({ stage: 7, next_at: NOW + SECOND_MS })).toBe(false);
    expect(nothing({ stage: 7, next_at: null })).toBe(false);
    expect(nothing({ stage: 7, status: "PAID", next_at: NOW })).toBe(false);
    expect(nothing({ stage: 1, next_at: NOW })).toBe(false);
    const owed = [{ step: "geo_1", event: "e" }];
    expect(nothing({ stage: 7, next_at: NOW }, { owed })).toBe(false);
  });
});

describe("the next instant to wake up for", () => {
  const none: ReadonlySet<string> = new Set();

  it("is the earliest of the open rows still to come", () => {
    const rows = [
      enrolled({ id: "c.a.1", next_at: NOW + 3 * HOUR_MS }),
      enrolled({ id: "c.b.1", next_at: NOW + HOUR_MS, status: "PAUSED" }),
      enrolled({ id: "c.c.1", next_at: NOW + 2 * HOUR_MS, status: "FAILED" }),
      enrolled({ id: "c.d.1", next_at: null }),
    ];
    expect(earliestDue(rows, FOUNDER, none)).toBe(NOW + 2 * HOUR_MS);
    expect(earliestDue(rows, FOUNDER, new Set(["c.c.1"]))).toBe(NOW + 3 * HOUR_MS);
    expect(earliestDue([], FOUNDER, none)).toBeNull();
  });

  it("is now for a row that owes a mail it may get, and never for one that may not", () => {
    expect(earliestDue([lite("PAID", ["lite_delivery"])], FOUNDER, none)).toBe(0);
    expect(earliestDue([lite("STOPPED", ["lite_delivery"])], FOUNDER, none)).toBeNull();
  });
});
