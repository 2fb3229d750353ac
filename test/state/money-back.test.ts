// Failed, on its way, left, come back: what Stripe tells of money that is not simply paid (design 4.1, 4.2).
import { describe, expect, it } from "vitest";
import type { PaymentFact, PersonState } from "../../src/model/fact";
import type { MoneyKind } from "../../src/model/payment";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import {
  contact,
  editOf,
  form,
  founder,
  lived,
  NOBODY,
  NOW,
  payment,
  person,
  rowOf,
} from "./bench";

const KNOWN: PersonState = { contact: contact(), enrollments: [] };
const told = (what: MoneyKind, more: Partial<PaymentFact> = {}) =>
  payment({ what, eventId: `e_${what}_${more.paymentKey ?? "pi_1"}`, ...more });
const at = (hours: number) => ({ at: NOW + hours * HOUR_MS });
const geo = (state: PersonState) => rowOf(state, "geo").row;
const failedRow = (state: PersonState) => rowOf(state, "stripe_failed").row;
const OPEN = lived([form()]);

describe("a payment that failed (R32)", () => {
  it.each([
    ["of somebody we know", KNOWN],
    ["of a payer nobody knew", NOBODY],
  ])("%s opens a row about that payment, timed from the failure", (_, before) => {
    expect(failedRow(founder(before, told("failed")))).toMatchObject({
      status: "FAILED",
      payment: "pi_1",
      stage: 0,
      next_step: "stripe_failed_1",
      next_at: NOW + 6 * HOUR_MS,
    });
  });

  it("stops nobody's other mails", () => {
    expect(geo(founder(OPEN, told("failed")))).toEqual(geo(OPEN));
  });

  it("again, as a charge or on a later try, starts nothing anew", () => {
    const once = founder(KNOWN, told("failed"));
    const later = founder(once, told("failed", { eventId: "e_again", ...at(20) }));
    expect(later.enrollments).toEqual(once.enrollments);
    expect(later.reason.code).toBe("samePayment");
  });

  it("told of later than its second try counts from the first", () => {
    const late = founder(KNOWN, told("failed", at(20)));
    const first = founder(late, told("failed", { eventId: "e_first", ...at(0) }));
    expect(failedRow(first)).toMatchObject({ next_at: NOW + 6 * HOUR_MS, entered_at: NOW });
  });

  it("another one has a row of its own", () => {
    const two = lived([told("failed"), told("failed", { paymentKey: "pi_2" })], KNOWN);
    expect(two.enrollments.map(({ row }) => row.payment)).toEqual(["pi_1", "pi_2"]);
  });

  it("and is paid at last is PAID, and never reopened by its own failure (sticky)", () => {
    const paid = lived([told("failed"), told("paid", at(3))], KNOWN);
    expect(failedRow(paid)).toMatchObject({ status: "PAID", next_at: null });
    const again = founder(paid, told("failed", { eventId: "e_x", ...at(9) }));
    expect(again.enrollments).toEqual(paid.enrollments);
    expect(again.reason.code).toBe("paidAlready");
    const unheard = lived([told("paid"), told("failed", at(3))], KNOWN);
    expect(failedRow(unheard)).toMatchObject({ status: "PAID", next_at: null });
  });

  it("after another was paid opens its row: who has paid before may fail now", () => {
    const buyer = founder(KNOWN, told("paid", { paymentKey: "pi_0", at: NOW - DAY_MS }));
    expect(failedRow(founder(buyer, told("failed")))).toMatchObject({ status: "FAILED" });
  });

  it("remembers its product, so that its mail can link to it", () => {
    const state = founder(KNOWN, told("failed", { offer: "lite" }));
    expect(rowOf(state, "stripe_failed").offer).toBe("lite");
  });
});

describe("a checkout whose money is on its way", () => {
  const held = founder(OPEN, told("pending"));

  it("holds every open row and says what it waits for", () => {
    expect(geo(held)).toMatchObject({ status: "PAUSED", next_at: geo(OPEN).next_at });
    expect(geo(held).why).toContain("waits for the bank");
    expect(held.contact?.pending).toMatch(/^pi_1 /);
  });

  it("holds a row that opens meanwhile", () => {
    const lite = founder(held, form({ form: "lite", eventId: "e_lite", ...at(1) }));
    expect(rowOf(lite, "lite").row.status).toBe("PAUSED");
  });

  it("paid closes them", () => {
    const paid = founder(held, told("paid", at(30)));
    expect(geo(paid)).toMatchObject({ status: "PAID", paid: "YES", next_at: null });
    expect(paid.contact?.pending).toBe("");
  });

  it("failed lets them go on where they stood, beside the row of the failure", () => {
    const failed = founder(held, told("failed", at(30)));
    expect(geo(failed)).toMatchObject({ status: "ACTIVE", next_at: geo(OPEN).next_at });
    expect(failed.contact?.pending).toBe("");
    expect(failedRow(failed)).toMatchObject({ status: "FAILED" });
  });

  it("told of after its answer holds nobody", () => {
    const paid = founder(OPEN, told("paid", at(1)));
    expect(founder(paid, told("pending")).contact?.pending).toBe("");
    const failed = founder(OPEN, told("failed", at(1)));
    expect(geo(founder(failed, told("pending"))).status).toBe("ACTIVE");
  });

  it("one of two holds on until both are answered", () => {
    const both = founder(held, told("pending", { paymentKey: "pi_2" }));
    const one = founder(both, told("failed", at(1)));
    expect(geo(one).status).toBe("PAUSED");
    expect(geo(founder(one, told("failed", { paymentKey: "pi_2", ...at(2) }))).status).toBe(
      "ACTIVE",
    );
  });

  it("released by hand stays released, and another holds again", () => {
    const free = founder(held, editOf(geo(held).id, ["do", "release"]));
    expect(geo(free)).toMatchObject({ status: "ACTIVE" });
    expect(geo(founder(free, told("pending", { eventId: "e_again" }))).status).toBe("ACTIVE");
    const other = founder(free, told("pending", { paymentKey: "pi_2" }));
    expect(geo(other).status).toBe("PAUSED");
    expect(geo(founder(free, told("paid", at(9)))).status).toBe("PAID");
  });

  it("leaves a row that a person holds to that person", () => {
    const byHand = founder(OPEN, editOf(geo(OPEN).id, ["do", "hold"]));
    const answered = lived([told("pending"), told("failed", at(3))], byHand);
    expect(geo(answered)).toMatchObject({ status: "PAUSED" });
  });

  it("gives a row of Lite its own open status back", () => {
    const lite = lived([form({ form: "lite" }), told("pending"), told("failed", at(3))]);
    expect(rowOf(lite, "lite").row.status).toBe("UNPAID");
  });
});

describe("what came back (design 4.2)", () => {
  const paid = lived([told("paid", { offer: "lite", ...at(1) })], OPEN);
  const back = (what: MoneyKind, more: Partial<PaymentFact> = {}) =>
    founder(paid, told(what, { offer: "lite", ...at(48), ...more }));

  it.each(["refunded", "partly refunded", "disputed", "cancelled"] as const)(
    "%s: its rows ask for a look, nothing is due, the person stays paid",
    (what) => {
      const after = back(what);
      for (const flow of ["geo", "lite"]) {
        const { row } = rowOf(after, flow);
        expect(row).toMatchObject({ status: "REVIEW", paid: "YES", next_at: null });
        expect(row.why).toContain("mark paid or stop");
      }
      expect(after.contact?.paid).toBe("YES");
      expect(after.contact?.reversals).toContain(what);
    },
  );

  it("told again changes nothing; a full refund replaces a part of it", () => {
    const part = back("partly refunded");
    const again = founder(part, told("partly refunded", { offer: "lite", ...at(48) }));
    expect(again.contact).toEqual(part.contact);
    const whole = founder(part, told("refunded", { offer: "lite", ...at(50) }));
    expect(whole.contact?.reversals).toBe("pi_1 (lite) refunded 2026-03-14T11:00:00Z");
    const late = founder(whole, told("partly refunded", { offer: "lite", ...at(48) }));
    expect(late.contact?.reversals).toBe(whole.contact?.reversals);
  });

  it("leaves rows alone that another payment closes as well", () => {
    const second = told("paid", { offer: "course", paymentKey: "pi_2", ...at(2) });
    const twice = founder(paid, second);
    const after = founder(twice, told("refunded", { offer: "lite", ...at(48) }));
    expect(geo(after).status).toBe("PAID");
  });

  it("told before the payment itself marks both", () => {
    const early = founder(OPEN, told("refunded", { offer: "lite", ...at(48) }));
    const after = founder(early, told("paid", { offer: "lite", ...at(1) }));
    expect(geo(after)).toMatchObject({ status: "REVIEW", paid: "YES" });
  });

  it("of a subscription that never was is nobody's", () => {
    expect(founder(NOBODY, told("cancelled"))).toMatchObject({ outcome: "IGNORED", contact: null });
  });

  describe("is a person's to end", () => {
    const review = back("refunded");
    const { id } = geo(review);
    const choose = (action: string) => founder(review, editOf(id, ["do", action]));
    const type = (status: string) => founder(review, editOf(id, ["status", status]));

    it.each([
      ["mark paid", "PAID"],
      ["stop", "STOPPED"],
    ])("%s: the row is %s for good", (action, status) => {
      const after = choose(action);
      expect(geo(after)).toMatchObject({ status, next_at: null });
      const again = founder(after, told("refunded", { eventId: "e_r2", offer: "lite", ...at(60) }));
      expect(geo(again).status).toBe(status);
    });

    it.each(["release", "hold"])("%s is put back: what was paid stays stopped", (action) => {
      expect(choose(action)).toMatchObject({ outcome: "REFUSED", notes: [{ column: "do" }] });
      expect(geo(choose(action)).status).toBe("REVIEW");
    });

    it.each(["ACTIVE", "PAUSED", "UNPAID", "nonsense"])("%s is put back", (status) => {
      expect(type(status)).toMatchObject({ outcome: "REFUSED", notes: [{ column: "status" }] });
    });

    it.each(["PAID", "STOPPED", "DONE"])("%s may be typed", (status) => {
      expect(geo(type(status)).status).toBe(status);
    });

    it.each(["0", "1", "2"])(
      "its stage may not be moved to %s: no mail follows a refund",
      (stage) => {
        const after = founder(review, editOf(id, ["stage", stage]));
        expect(geo(after).status).not.toBe("ACTIVE");
        expect(geo(after).next_at).toBeNull();
      },
    );

    it("its time may not be set: no mail follows a refund", () => {
      const later = new Date(NOW + 90 * DAY_MS).toISOString();
      expect(geo(founder(review, editOf(id, ["next_at", later]))).next_at).toBeNull();
    });
  });
});

describe("a checkout that was left and has ended", () => {
  const expired = told("expired", { paymentKey: "cs_1" });

  it("is no failure: it opens a row of its own kind (design 4.1)", () => {
    const after = founder(OPEN, expired);
    expect(rowOf(after, "checkout_open").row).toMatchObject({
      status: "ACTIVE",
      next_at: NOW + HOUR_MS,
    });
    expect(after.enrollments.some(({ row }) => row.flow === "stripe_failed")).toBe(false);
    expect(geo(after)).toEqual(geo(OPEN));
  });

  it("of whoever has paid is closed from birth, as it is when the payment comes after it", () => {
    const buyer = founder(person(), told("paid"));
    expect(rowOf(founder(buyer, expired), "checkout_open").row.status).toBe("PAID");
  });

  it("holds nobody any longer", () => {
    const held = founder(OPEN, told("pending", { paymentKey: "cs_1" }));
    expect(geo(founder(held, expired)).status).toBe("ACTIVE");
  });
});
