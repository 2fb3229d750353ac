// What a purchase brings: a row that is PAID, one delivery, and each later purchase a row of its own (design 4.2).
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Fact, PersonState } from "../../src/model/fact";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { contact, form, founder, lived, NOBODY, NOW, payment, person, press, rowOf } from "./bench";
import { offers } from "./founder-flows";

const KNOWN: PersonState = { contact: contact(), enrollments: [] };
const bought = (offer: string, more: Parameters<typeof payment>[0] = {}) =>
  payment({ offer, ...more });
const owes = (state: PersonState) =>
  state.enrollments.flatMap(({ owed, row }) => owed.map(({ step }) => `${row.flow} ${step}`));
const rowsIn = (state: PersonState, flow: string) =>
  state.enrollments.filter(({ row }) => row.flow === flow);

describe("a purchase of Lite", () => {
  it("closes the row that asked and owes its delivery, and no receipt any more", () => {
    const after = lived([form({ form: "lite" }), bought("lite", { at: NOW + HOUR_MS })]);
    const own = rowOf(after, "lite");
    expect(own).toMatchObject({
      delivery: "pi_1",
      owed: [{ step: "lite_delivery", event: "" }],
      row: { status: "PAID", paid: "YES", stop_reason: "lite", next_at: null, next_step: "" },
    });
  });

  it.each<readonly [string, PersonState]>([
    ["of somebody nobody knew", NOBODY],
    ["of somebody without a row", KNOWN],
    ["of somebody in another flow", person()],
  ])("%s makes a row that is PAID and carries the delivery", (_, before) => {
    const after = founder(before, bought("lite"));
    const own = rowOf(after, "lite");
    expect(own.row).toMatchObject({
      status: "PAID",
      paid: "YES",
      paid_at: NOW,
      payment: "pi_1",
      stop_reason: "lite",
      stop_event: "e_pay",
      offer_deadline: null,
      promised: "",
    });
    expect(owes(after)).toEqual(["lite lite_delivery"]);
  });

  it("told again, by the same event or another, owes nothing twice", () => {
    const once = founder(KNOWN, bought("lite"));
    const delivered = {
      ...once,
      enrollments: once.enrollments.map((one) => ({ ...one, owed: [] })),
    };
    for (const again of [bought("lite"), bought("lite", { eventId: "e_2", at: NOW + 60_000 })]) {
      expect(founder(delivered, again).enrollments).toEqual(delivered.enrollments);
      expect(owes(founder(once, again))).toEqual(owes(once));
    }
  });

  it("that names no product stops all and delivers nothing", () => {
    const after = founder(lived([form({ form: "lite" })]), payment({ at: NOW + HOUR_MS }));
    expect(rowOf(after, "lite").row).toMatchObject({ status: "PAID", stop_reason: "payment" });
    expect(owes(after)).toEqual([]);
    expect(founder(KNOWN, payment()).enrollments).toEqual([]);
  });

  it("of a product without a flow, or of a flow that is gone, delivers nothing", () => {
    for (const flow of ["", "gone"]) {
      const after = founder(KNOWN, bought("lite"), offers({ flow }));
      expect(after.enrollments).toEqual([]);
      expect(after.contact).toMatchObject({ paid: "YES", paid_for: "lite" });
    }
  });

  it("found in the history only marks the person", () => {
    const after = founder(KNOWN, bought("lite", { quiet: true }));
    expect(after.enrollments).toEqual([]);
    expect(after.contact).toMatchObject({ paid: "YES", paid_for: "lite" });
  });

  it("after mails were stopped is for the owner to hand over, and says so", () => {
    const left: Fact = { kind: "unsubscribe", eventId: "e_stop", at: NOW + HOUR_MS };
    const stopped = lived([form({ form: "lite" }), left]);
    const after = founder(stopped, bought("lite", { at: NOW + DAY_MS }));
    expect(rowOf(after, "lite").row).toMatchObject({ status: "STOPPED" });
    expect(rowOf(after, "lite").row.why).toContain("hand it over yourself");
  });

  it("at the price that had ended counts, and says so (design 4.4)", () => {
    const asked = lived([form({ form: "lite" })]);
    const pay = (hours: number) =>
      founder(asked, bought("lite", { at: NOW + hours * HOUR_MS, earlyPrice: true }));
    expect(rowOf(pay(71), "lite").row.why).not.toContain("had ended");
    expect(rowOf(pay(72), "lite").row.why).toContain("at the price that had ended");
    expect(rowOf(pay(72), "lite").row).toMatchObject({ status: "PAID", paid: "YES" });
  });
});

describe("a second purchase of the same", () => {
  const first = bought("lite", { at: NOW });
  const second = bought("lite", { at: NOW + 9 * DAY_MS, paymentKey: "pi_2", eventId: "e_2" });
  const seen = (state: PersonState) =>
    rowsIn(state, "lite")
      .map(({ row, delivery }) => `${row.status} ${delivery} ${row.paid_at}`)
      .sort();

  it("has a row and a delivery of its own", () => {
    const after = lived([first, second], KNOWN);
    expect(seen(after)).toEqual([`PAID pi_1 ${NOW}`, `PAID pi_2 ${NOW + 9 * DAY_MS}`]);
    expect(owes(after)).toEqual(["lite lite_delivery", "lite lite_delivery"]);
  });

  it("told first gives the same", () => {
    for (const before of [[], [form({ form: "lite", at: NOW - DAY_MS, eventId: "e_form" })]]) {
      const inOrder = lived([...before, first, second], KNOWN);
      const reversed = lived([...before, second, first], KNOWN);
      expect(seen(reversed)).toEqual(seen(inOrder));
    }
  });

  it("makes as many deliveries as payments, in whatever order and however often they are told", () => {
    const purchase = fc.record({
      key: fc.constantFrom("pi_1", "pi_2", "pi_3"),
      hours: fc.constant(0),
    });
    const told = fc.array(purchase, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(told, fc.boolean(), (purchases, asked) => {
        const facts = purchases.map(({ key }, at) =>
          bought("lite", {
            paymentKey: key,
            eventId: `e_${at}`,
            at: NOW + Number(key.slice(3)) * DAY_MS,
          }),
        );
        const before = asked ? [form({ form: "lite", at: NOW })] : [];
        const after = lived([...before, ...facts], KNOWN);
        const keys = [...new Set(purchases.map(({ key }) => key))].sort();
        const rows = rowsIn(after, "lite");
        expect(rows.map(({ delivery }) => delivery).sort()).toEqual(keys);
        expect(rows.every(({ row }) => row.status === "PAID")).toBe(true);
        expect(owes(after)).toEqual(keys.map(() => "lite lite_delivery"));
        expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
      }),
    );
  });
});

describe("a purchase of the course", () => {
  it("stops every flow (R110), and delivers the course alone", () => {
    const before = lived([form(), form({ form: "lite", eventId: "e_2" }), press("course")]);
    const after = founder(before, bought("course", { at: NOW + HOUR_MS }));
    expect(after.enrollments.map(({ row }) => row.status)).toEqual(["PAID", "PAID", "PAID"]);
    expect(owes(after)).toEqual(["course course_delivery"]);
  });

  it("after Lite delivers the course as well, and Lite once", () => {
    const lite = founder(KNOWN, bought("lite"));
    const both = founder(
      lite,
      bought("course", { paymentKey: "pi_2", eventId: "e_2", at: NOW + DAY_MS }),
    );
    expect(owes(both)).toEqual(["lite lite_delivery", "course course_delivery"]);
  });

  it("allowed after Lite opens a row, and its mails are told apart from the rest", () => {
    const allowing = offers({ allows: new Map([["geo", 30 * DAY_MS]]) });
    const paid = founder(KNOWN, bought("lite"), allowing);
    const after = founder(paid, form({ at: NOW + DAY_MS }), allowing);
    expect(rowOf(after, "geo").row).toMatchObject({ status: "ACTIVE", paid: "NO" });
    const stopped = founder(paid, form({ at: NOW + DAY_MS }), offers());
    expect(rowOf(stopped, "geo").row).toMatchObject({ status: "PAID", next_at: null });
  });
});
