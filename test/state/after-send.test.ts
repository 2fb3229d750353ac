// A mail went, or was left out: where the row stands then, and what it says.
import { describe, expect, it } from "vitest";
import type { QueueRow } from "../../sheets-schema/index";
import { nextDue } from "../../src/cadence/next-due";
import type { Flow } from "../../src/model/flow";
import { say } from "../../src/model/reason";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { afterSend, ended, skipped } from "../../src/state/after-send";
import { enrolled, NOW, T0 } from "./bench";
import { FAILED, FREE_CHECK, GEO, LITE } from "./founder-flows";

const speak = (told: Parameters<typeof say>[0]) => say(told, "en");
type Beside = Parameters<typeof enrolled>[1];
const fresh = (flow: Flow, row: Partial<QueueRow> = {}, more: Beside = {}) =>
  enrolled(
    {
      flow: flow.flow,
      status: flow.opensAs,
      stage: 0,
      last_at: null,
      first_sent_at: null,
      ...row,
    },
    { steppedAt: null, ...more },
  );
const went = (flow: Flow, row: Partial<QueueRow> = {}, beside = "", more: Beside = {}) =>
  afterSend(fresh(flow, row, more), flow, { at: NOW, beside }, nextDue, speak);

describe("a mail of the cadence that went", () => {
  it("moves the row one stage on and times the next (R60)", () => {
    const first = went(GEO);
    expect(first.row).toMatchObject({
      stage: 1,
      last_at: NOW,
      first_sent_at: NOW,
      second_sent_at: null,
      next_step: "geo_2",
      next_at: NOW + 48 * HOUR_MS,
      why: "geo_2 goes at next_at",
    });
    expect(first).toMatchObject({ steppedAt: NOW, timedBy: "172800000 last mail" });
  });

  it("as the last of GEO ends the row, with both times kept (R60)", () => {
    const done = went(GEO, { stage: 1, first_sent_at: T0 });
    expect(done).toMatchObject({
      closing: { at: NOW, payment: "" },
      row: { status: "DONE", stage: 2, next_step: "", next_at: null },
    });
    expect(done.row).toMatchObject({ first_sent_at: T0, second_sent_at: NOW });
  });

  it("as the last after a failure leaves the row FAILED, and it says so (R62, design 3)", () => {
    const both = went(FAILED, { stage: 1, first_sent_at: T0 });
    expect(both.row).toMatchObject({ status: "FAILED", stage: 2, next_at: null, next_step: "" });
    expect(both.row.why).toBe("both mails sent; waits only for payment");
  });

  it("before one that waits for an event says what it waits for", () => {
    const receipt = went(FREE_CHECK);
    expect(receipt.row).toMatchObject({ stage: 1, next_step: "free_check_result", next_at: null });
    expect(receipt.row.why).toContain("waits for the result");
  });

  it("of a row that was closed while it was under way times no other", () => {
    const late = went(LITE, { status: "PAID", paid: "YES" });
    expect(late).toMatchObject({ timedBy: "", row: { stage: 1, next_step: "", next_at: null } });
  });

  it("of a row that was closed while it was under way leaves the closing", () => {
    const closing = { at: T0, payment: "pi_1" };
    const row = { status: "PAID", paid: "YES", why: "paid: lite", stage: 1 } as const;
    const late = went(GEO, row, "", { closing });
    expect(late).toMatchObject({
      closing,
      row: { status: "PAID", why: "paid: lite", next_at: null },
    });
    expect(late.row).toMatchObject({ stage: 2, second_sent_at: NOW });
  });

  it("in Lite never ends the row", () => {
    const late = went(LITE, { stage: 500 });
    expect(late.row).toMatchObject({ status: "UNPAID", stage: 501, next_step: "lite_again" });
    expect(late.row.next_at).toBe(NOW + 90 * DAY_MS);
  });
});

const LATE_AT_THE_EARLY_PRICE: Partial<QueueRow> = {
  offer_deadline: T0,
  paid_at: T0,
  price: "€49",
  promised: "€49 <> → €79 <>",
};

describe("a mail beside the cadence that went", () => {
  const owed = [
    { step: "lite_receipt", event: "" },
    { step: "lite_delivery", event: "" },
  ];

  it("moves no stage and no time, and is owed no more", () => {
    const row = { next_at: NOW + 5 * DAY_MS, next_step: "lite_1" };
    const sent = went(LITE, row, "lite_receipt", { owed });
    expect(sent.row).toMatchObject({ ...row, stage: 0, last_at: NOW, first_sent_at: null });
    expect(sent).toMatchObject({ owed: [owed[1]], steppedAt: null });
    expect(sent.row.why).toBe("lite_1 goes at next_at");
  });

  it.each<readonly [string, Partial<QueueRow>, string]>([
    [
      "lite_delivery",
      {},
      "paid: lite; lite_delivery sent. When you know it, choose the conclusion",
    ],
    [
      "lite_delivery",
      { conclusion: "order" },
      "paid: lite; lite_delivery sent, nothing more is due",
    ],
    [
      "lite_conclusion",
      { conclusion: "order" },
      "paid: lite; lite_conclusion sent, nothing more is due",
    ],
    [
      "lite_delivery",
      { conclusion: "order", ...LATE_AT_THE_EARLY_PRICE },
      "paid: lite, at the price that had ended; lite_delivery sent, nothing more is due",
    ],
  ])("after a payment says what was sent and what is still open: %s, %j", (step, more, why) => {
    const row = {
      status: "PAID",
      paid: "YES",
      stop_reason: "lite",
      next_at: null,
      ...more,
    } as const;
    expect(went(LITE, row, step, { owed }).row.why).toBe(why);
  });

  it("once more after the row was done leaves it done", () => {
    const again = [{ step: "geo_1", event: "e_again" }];
    const row = { status: "DONE", stage: 2, next_at: null } as const;
    const sent = went(GEO, row, "geo_1", { owed: again });
    expect(sent).toMatchObject({ owed: [], row: { status: "DONE", stage: 2, last_at: NOW } });
  });
});

describe("a mail that is left out", () => {
  const left = (row: Partial<QueueRow>) => skipped(fresh(FAILED, row), FAILED, NOW, nextDue, speak);

  it("moves the row on, and is no mail that went", () => {
    const next = left({ entered_at: NOW - 30 * HOUR_MS });
    expect(next.row).toMatchObject({
      stage: 1,
      next_step: "stripe_failed_2",
      next_at: NOW - 6 * HOUR_MS,
      last_at: null,
      first_sent_at: null,
    });
  });

  it("as both says that none was sent", () => {
    expect(left({ stage: 1 }).row.why).toContain("none was sent");
    expect(left({ stage: 1 }).row).toMatchObject({ status: "FAILED", next_at: null });
  });

  it("as the first of two, the second sent, does not say that both went", () => {
    const second = went(FAILED, { stage: 1, first_sent_at: null });
    expect(second.row.why).toBe("all its mails sent; waits only for payment");
  });
});

describe("a row the rules have no mail for any more", () => {
  it("is done, or waits for its payment", () => {
    const over = (flow: Flow) => ended(fresh(flow, { stage: 7 }), flow, NOW, speak).row;
    expect(over(GEO)).toMatchObject({ status: "DONE", next_at: null, next_step: "" });
    expect(over(FAILED)).toMatchObject({ status: "FAILED", next_at: null, next_step: "" });
  });

  it("that a person holds stays held", () => {
    const held = ended(fresh(GEO, { stage: 7, status: "PAUSED" }), GEO, NOW, speak);
    expect(held.row.status).toBe("PAUSED");
  });
});
