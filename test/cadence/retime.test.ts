// A changed cadence table moves those who wait, and a change taken back moves them back (R80).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { QueueRow } from "../../sheets-schema/index";
import { STATUSES } from "../../sheets-schema/queue";
import { lateMark } from "../../src/cadence/late";
import { nextDue } from "../../src/cadence/next-due";
import { retimed } from "../../src/cadence/retime";
import { type Enrollment, isClosed } from "../../src/model/enrollment";
import type { Flow, Wait } from "../../src/model/flow";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { enrolled, NOW, T0 } from "../state/bench";
import { FREE_CHECK, GEO, LITE, wait } from "../state/founder-flows";

/** A row as the table has timed it. */
function timedRow(flow: Flow, stage: number, row: Partial<QueueRow> = {}): Enrollment {
  const bare = enrolled({ flow: flow.flow, stage, last_at: NOW, ...row }, { steppedAt: NOW });
  const next = nextDue(flow, bare);
  const cells = { ...bare.row, next_step: next?.step ?? "", next_at: next?.at ?? null };
  return { ...bare, row: cells, timedBy: next?.timedBy ?? "" };
}
const LITE_ROW = { status: "UNPAID" } as const;
const changed = (flow: Flow, stage: number, to: Partial<Wait>): Flow => ({
  ...flow,
  waits: flow.waits.map((one) => (one.stageFrom === stage ? { ...one, ...to } : one)),
});
const newly = (enrollment: Enrollment, flow: Flow) =>
  retimed(enrollment, flow)?.enrollment ?? enrollment;

describe("a cadence table that has not changed", () => {
  it.each([
    [GEO, 0],
    [GEO, 1],
    [LITE, 0],
    [LITE, 3],
    [LITE, 12],
    [FREE_CHECK, 1],
  ])("moves nobody: %#", (flow, stage) => {
    expect(retimed(timedRow(flow, stage), flow)).toBeNull();
  });
});

describe("a changed wait", () => {
  it("moves the row by the difference and says so", () => {
    const row = timedRow(LITE, 2, LITE_ROW);
    const sooner = retimed(row, changed(LITE, 1, { waitMs: 3 * DAY_MS }));
    expect(sooner?.enrollment.row.next_at).toBe(NOW + 3 * DAY_MS);
    expect(sooner?.told.code).toBe("retimed");
  });

  it("of another stage, or from another start that gives the same, is another row's", () => {
    const row = timedRow(LITE, 2, LITE_ROW);
    expect(retimed(row, changed(LITE, 5, { waitMs: DAY_MS }))).toBeNull();
    expect(newly(row, changed(LITE, 1, { from: "entry" })).row.next_at).toBe(T0 + 7 * DAY_MS);
  });

  it.each(STATUSES.filter((status) => !isClosed(status)))("moves a row that is %s", (status) => {
    const row = timedRow(GEO, 1, { status });
    const slower = changed(GEO, 1, { waitMs: 96 * HOUR_MS });
    expect(newly(row, slower).row).toMatchObject({ status, next_at: NOW + 96 * HOUR_MS });
  });

  it.each(STATUSES.filter(isClosed))("moves no row that is %s", (status) => {
    const row = timedRow(GEO, 1, { status, next_at: null });
    expect(retimed(row, changed(GEO, 1, { waitMs: HOUR_MS }))).toBeNull();
  });

  it("leaves what a person has timed by hand (design 3)", () => {
    const byHand = { ...timedRow(GEO, 1), timedBy: "hand" };
    expect(retimed(byHand, changed(GEO, 1, { waitMs: HOUR_MS }))).toBeNull();
    // Also once it was late and waits among the late mails.
    expect(retimed({ ...byHand, timedBy: "late hand" }, GEO)).toBeNull();
  });

  it("moves nobody while the flow has a fault: half a table must not wake the whole list", () => {
    const broken = { ...changed(GEO, 1, { waitMs: 0 }), fault: { en: "x", zh: "x" } };
    expect(retimed(timedRow(GEO, 1), broken)).toBeNull();
  });

  it("does not take a late mail's new time away; a table that really changed does", () => {
    const row = timedRow(LITE, 2, LITE_ROW);
    const slot = NOW + 30 * DAY_MS;
    const late = { ...row, timedBy: lateMark(row.timedBy), row: { ...row.row, next_at: slot } };
    expect(retimed(late, LITE)).toBeNull();
    const slower = changed(LITE, 1, { waitMs: 40 * DAY_MS });
    expect(newly(late, slower).row.next_at).toBe(NOW + 40 * DAY_MS);
  });

  it("taken back gives every row the time it had, whatever was changed (undo)", () => {
    const days = fc.integer({ min: 0, max: 400 });
    const from = fc.constantFrom("entry" as const, "last mail" as const);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.array(fc.tuple(days, from), { minLength: 1, maxLength: 4 }),
        (stage, changes) => {
          const row = timedRow(LITE, stage, LITE_ROW);
          const moved = changes.reduce((one, [waitDays, start]) => {
            const waits = LITE.waits.map((each) => ({
              ...each,
              waitMs: waitDays * DAY_MS,
              from: start,
            }));
            return newly(one, { ...LITE, waits });
          }, row);
          expect(newly(moved, LITE).row).toEqual(row.row);
        },
      ),
    );
  });
});

describe("a wait that becomes an event, and back", () => {
  const byTime = changed(FREE_CHECK, 1, { until: "", waitMs: 24 * HOUR_MS });

  it("takes the time away and says what it waits for", () => {
    const timed = timedRow(byTime, 1);
    const waiting = retimed(timed, FREE_CHECK);
    expect(waiting?.enrollment.row.next_at).toBeNull();
    expect(waiting?.told).toMatchObject({ values: { event: "free_check.result" } });
  });

  it("gives the time", () => {
    const waiting = timedRow(FREE_CHECK, 1);
    expect(newly(waiting, byTime).row.next_at).toBe(NOW + 24 * HOUR_MS);
    expect(newly(newly(waiting, byTime), FREE_CHECK).row).toEqual(waiting.row);
  });
});

describe("a row timed before the table's words were kept", () => {
  it("is believed as it stands, and follows the table from then on", () => {
    const old = { ...timedRow(GEO, 1, {}), timedBy: "" };
    const odd = { ...old, row: { ...old.row, next_at: NOW + 5 * HOUR_MS } };
    const kept = retimed(odd, GEO)?.enrollment;
    expect(kept?.row).toEqual(odd.row);
    expect(retimed(kept ?? odd, GEO)).toBeNull();
    const slower = changed(GEO, 1, { waitMs: 96 * HOUR_MS });
    expect(newly(kept ?? odd, slower).row.next_at).toBe(NOW + 96 * HOUR_MS);
  });

  it("gets a time where it has none", () => {
    const none = { ...timedRow(GEO, 1), timedBy: "" };
    const untimed = { ...none, row: { ...none.row, next_at: null } };
    expect(newly(untimed, GEO).row.next_at).toBe(NOW + 48 * HOUR_MS);
  });
});

describe("a stage that the table has no longer", () => {
  it("leaves the row as it is: it ends when it is due", () => {
    const row = timedRow(GEO, 1);
    expect(retimed(row, { ...GEO, steps: GEO.steps.slice(0, 1), waits: [wait(0, 0)] })).toBeNull();
  });
});
