// What a person's payments mean for one row (design 4.2).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ContactRow } from "../../sheets-schema/index";
import type { Flow } from "../../src/model/flow";
import {
  paymentsOf,
  REVERSALS,
  readReversals,
  restUntil,
  reversalOf,
  reversalsCell,
  stoppingPayment,
} from "../../src/model/paid";
import { BY_HAND, type CountedPayment, paymentsCell } from "../../src/model/payment";
import { DAY_MS, HOUR_MS, SECOND_MS } from "../../src/model/time";
import { T0 } from "../state/bench";
import { FAILED, FOUNDER, GEO, LITE, offers } from "../state/founder-flows";

type Paid = Pick<ContactRow, "paid" | "paid_at" | "payments">;
const paidBy = (...payments: readonly CountedPayment[]): Paid => ({
  paid: "YES",
  paid_at: T0,
  payments: paymentsCell(payments),
});
const bought = (key: string, hours: number, offer = ""): CountedPayment => ({
  key,
  offer,
  at: T0 + hours * HOUR_MS,
});
/** A row entered at T0. */
const row = (flow: Flow, payment = "") => ({ flow: flow.flow, payment, entered_at: T0 });
const stops = (contact: Paid, flow: Flow, own = "", known = offers()) =>
  stoppingPayment(contact, row(flow, own), flow, known)?.key ?? null;

describe("the payments of somebody", () => {
  it("are in order of time, then key, whatever order the cell has", () => {
    const cell = paidBy(bought("pi_c", 5), bought("pi_b", 1), bought("pi_a", 5));
    expect(paymentsOf(cell).map(({ key }) => key)).toEqual(["pi_b", "pi_a", "pi_c"]);
  });

  it("without a time count from the first payment's", () => {
    const old: Paid = { paid: "YES", paid_at: T0, payments: "pi_1 (lite)" };
    expect(paymentsOf(old)).toEqual([{ key: "pi_1", offer: "lite", at: T0 }]);
  });

  it("marked without any payment are a person's word; not marked, there are none", () => {
    expect(paymentsOf({ paid: "YES", paid_at: null, payments: "" })).toEqual([
      { key: BY_HAND, offer: "", at: 0 },
    ]);
    expect(paymentsOf({ paid: "NO", paid_at: null, payments: "" })).toEqual([]);
  });
});

describe("the payment that stops a row", () => {
  it.each<readonly [string, readonly CountedPayment[], string | null]>([
    ["one while it is open", [bought("pi_1", 1)], "pi_1"],
    ["the earliest while it is open", [bought("pi_2", 9), bought("pi_1", 1)], "pi_1"],
    ["one in the second it was entered", [bought("pi_1", 0)], "pi_1"],
    ["one before it", [bought("pi_1", -900)], "pi_1"],
    ["none without a payment", [], null],
  ])("of a GEO row is %s", (_, payments, key) => {
    const contact =
      payments.length === 0 ? { ...paidBy(), paid: "NO" as const } : paidBy(...payments);
    expect(stops(contact, GEO)).toBe(key);
  });

  it("within one second is a payment while it was open: Stripe tells whole seconds only", () => {
    const late = { ...row(FAILED, "pi_9"), entered_at: T0 + 900 };
    expect(stoppingPayment(paidBy(bought("pi_1", 0)), late, FAILED, offers())?.key).toBe("pi_1");
    const next = { ...late, entered_at: T0 + SECOND_MS };
    expect(stoppingPayment(paidBy(bought("pi_1", 0)), next, FAILED, offers())).toBeNull();
  });

  it("of a failed payment is its own at any time, another's only after the failure (sticky)", () => {
    expect(stops(paidBy(bought("pi_1", -50)), FAILED, "pi_1")).toBe("pi_1");
    expect(stops(paidBy(bought("pi_2", -50)), FAILED, "pi_1")).toBeNull();
    expect(stops(paidBy(bought("pi_2", 50)), FAILED, "pi_1")).toBe("pi_2");
    expect(stops(paidBy(bought("pi_2", 1), bought("pi_1", 50)), FAILED, "pi_1")).toBe("pi_2");
  });

  it("of a row that a purchase began is that purchase, not what was paid before it", () => {
    const twice = paidBy(bought("pi_1", -50), bought("pi_2", 0));
    const of = (purchase: string) =>
      stoppingPayment(twice, row(LITE, "pi_2"), LITE, offers(), purchase)?.key;
    expect(of("pi_2")).toBe("pi_2");
    expect(of("")).toBe("pi_1");
    const late = paidBy(bought("pi_1", 1), bought("pi_2", 50));
    const asked = stoppingPayment(late, row(LITE), LITE, offers(), "pi_2");
    expect(asked?.key).toBe("pi_1");
  });

  it("is not one before the row whose offer allows its flow, but one during it is", () => {
    const allowing = offers({ allows: new Map([["geo", 30 * DAY_MS]]) });
    expect(stops(paidBy(bought("pi_1", -9, "lite")), GEO, "", allowing)).toBeNull();
    expect(stops(paidBy(bought("pi_1", 9, "lite")), GEO, "", allowing)).toBe("pi_1");
    expect(stops(paidBy(bought("pi_1", -9, "course")), GEO, "", allowing)).toBe("pi_1");
    expect(stops(paidBy(bought("pi_1", -9)), GEO, "", allowing)).toBe("pi_1");
    expect(stops(paidBy(bought("pi_1", -9, "lite")), LITE, "", allowing)).toBe("pi_1");
  });

  it("stops every flow of the founder's, and one the rules hold no longer", () => {
    for (const flow of FOUNDER.values()) {
      expect(stops(paidBy(bought("pi_1", 1)), flow)).toBe("pi_1");
    }
    const gone = { flow: "gone", payment: "", entered_at: T0 };
    expect(stoppingPayment(paidBy(bought("pi_1", -5)), gone, undefined, offers())?.key).toBe(
      "pi_1",
    );
  });

  it("does not depend on the order of the cell", () => {
    const payment = fc.record({
      key: fc.constantFrom("pi_1", "pi_2", "pi_3", "pi_4"),
      offer: fc.constantFrom("", "lite", "course"),
      at: fc.integer({ min: -3, max: 3 }).map((hours) => T0 + hours * HOUR_MS),
    });
    const list = fc.uniqueArray(payment, {
      minLength: 1,
      maxLength: 4,
      selector: ({ key }) => key,
    });
    const allowing = offers({ allows: new Map([["geo", DAY_MS]]) });
    fc.assert(
      fc.property(list, fc.constantFrom("", "pi_2"), (payments, own) => {
        const both = [payments, [...payments].reverse()].map((all) =>
          [GEO, FAILED].map((flow) => stops(paidBy(...all), flow, own, allowing)),
        );
        expect(both[0]).toEqual(both[1]);
      }),
    );
  });
});

describe("the rest after a purchase (R92)", () => {
  const allowing = offers({ allows: new Map([["geo", 30 * DAY_MS]]) });

  it("ends so long after the last purchase that allows the flow", () => {
    const twice = paidBy(bought("pi_1", 0, "lite"), bought("pi_2", 240, "lite"));
    expect(restUntil(twice, "geo", allowing)).toBe(T0 + 40 * DAY_MS);
    expect(restUntil(paidBy(bought("pi_1", 0, "lite")), "geo", allowing)).toBe(T0 + 30 * DAY_MS);
  });

  it("is none for whoever bought nothing", () => {
    expect(restUntil({ paid: "NO", paid_at: null, payments: "" }, "geo", allowing)).toBe(0);
  });
});

describe("what came back", () => {
  const reversal = fc.record({
    key: fc.constantFrom("pi_1", "in_2", "sub_3"),
    offer: fc.constantFrom("", "lite", "course"),
    what: fc.constantFrom(...REVERSALS),
    at: fc.integer({ min: 0, max: 4_000_000 }).map((seconds) => T0 + seconds * SECOND_MS),
  });

  it("is read as it was written, sorted by time", () => {
    const list = fc.uniqueArray(reversal, { maxLength: 5, selector: (one) => one.key + one.what });
    fc.assert(
      fc.property(list, (all) => {
        const read = readReversals(reversalsCell(all));
        expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(
          new Set(all.map((one) => JSON.stringify(one))),
        );
        expect(reversalsCell(read)).toBe(reversalsCell(all));
        expect(reversalsCell([...all].reverse())).toBe(reversalsCell(all));
      }),
    );
  });

  it.each(["", "pi_1", "pi_1 lost 2026-03-02T09:00:00Z", "refunded"])("%j is nothing", (cell) => {
    expect(readReversals(cell)).toEqual([]);
  });

  const paid = { key: "pi_1", offer: "lite", at: T0 };
  const back = (what: (typeof REVERSALS)[number], key: string, offer: string, at: number) => [
    { what, key, offer, at },
  ];
  const later = T0 + DAY_MS;

  it.each([
    ["its own refund", back("refunded", "pi_1", "", later), true],
    ["its own dispute", back("disputed", "pi_1", "lite", later), true],
    ["a part of it", back("partly refunded", "pi_1", "lite", later), true],
    ["another's refund", back("refunded", "pi_2", "lite", later), false],
    ["the end of its subscription", back("cancelled", "sub_1", "lite", later), true],
    ["the end of a subscription that names none", back("cancelled", "sub_1", "", later), true],
    ["the end of another's subscription", back("cancelled", "sub_1", "course", later), false],
    ["the end of a subscription before it", back("cancelled", "sub_1", "lite", T0 - 1), false],
    ["nothing", [], false],
  ])("for a payment of lite: %s", (_, reversals, takes) => {
    expect(reversalOf(paid, reversals) !== null).toBe(takes);
  });
});
