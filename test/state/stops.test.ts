import { describe, expect, it } from "vitest";
import { STATUSES, type Status } from "../../sheets-schema/queue";
import type { Fact, PersonState } from "../../src/model/fact";
import { DAY_MS } from "../../src/model/time";
import { apply, contact, enrolled, NOBODY, NOW, payment, person, unsubscribe } from "./bench";

const CLOSED: readonly Status[] = ["PAID", "DONE", "STOPPED"];
/** One row of each status; the closed ones closed the day before. */
const EVERY: PersonState = {
  contact: contact(),
  enrollments: STATUSES.map((status, at) =>
    enrolled(
      CLOSED.includes(status)
        ? { id: `c_ada1.f${at}.1`, status, next_at: null, stop_reason: "before" }
        : { id: `c_ada1.f${at}.1`, status },
      CLOSED.includes(status) ? { closing: { at: NOW - DAY_MS, payment: "" } } : {},
    ),
  ),
};

describe("a payment", () => {
  it("closes every row open at that moment, whichever flow it is in, and no other (R94–R97)", () => {
    const rows = apply(EVERY, payment({ offer: "lite" })).enrollments.map(({ row }) => row);
    for (const row of rows.filter(({ stop_reason }) => stop_reason !== "before")) {
      expect(row).toMatchObject({
        status: "PAID",
        paid: "YES",
        paid_at: NOW,
        next_at: null,
        stop_reason: "lite",
        stop_event: "e_pay",
      });
    }
    const untouched = rows.filter(({ stop_reason }) => stop_reason === "before");
    expect(untouched.map(({ status }) => status)).toEqual(["PAID", "DONE", "STOPPED"]);
  });

  it("takes away a repeat that was asked for and has not gone", () => {
    const row = { status: "DONE", next_at: null } as const;
    const closing = { at: NOW - DAY_MS, payment: "" };
    const waiting = person(row, {}, { owed: [{ step: "geo_1", event: "e_again" }], closing });
    expect(apply(waiting, payment()).enrollments[0]?.owed).toEqual([]);
    expect(apply(waiting, unsubscribe).enrollments[0]?.owed).toEqual([]);
  });

  it("marks the contact: when, for what, by which payment and customer", () => {
    expect(apply(person(), payment({ offer: "lite" })).contact).toMatchObject({
      paid: "YES",
      paid_at: NOW,
      paid_for: "lite",
      payments: "pi_1 (lite) 2026-03-12T09:00:00Z",
      stripe_ids: "cus_1",
    });
  });

  it.each<readonly [string, Fact, object]>([
    ["by the same event", payment(), { payments: "pi_1 2026-03-12T09:00:00Z" }],
    [
      "by another event",
      payment({ eventId: "e_2", at: NOW + 9_000 }),
      { payments: "pi_1 2026-03-12T09:00:00Z" },
    ],
    [
      "by another event that names the product",
      payment({ eventId: "e_2", at: NOW + 9_000, offer: "lite" }),
      { payments: "pi_1 (lite) 2026-03-12T09:00:00Z", paid_for: "lite" },
    ],
  ])("told again %s is one payment (design 4.3)", (_, again, known) => {
    const once = apply(person(), payment());
    const twice = apply(once, again);
    expect(twice.contact).toMatchObject({ paid_at: NOW, ...known });
    expect(twice.enrollments[0]?.row).toMatchObject({
      paid_at: NOW,
      stop_event: "e_pay",
      stop_reason: once.enrollments[0] && "paid_for" in known ? "lite" : "payment",
    });
  });

  it("that is a different, later one is counted, and the first still names the stop", () => {
    const first = apply(person(), payment({ offer: "lite" }));
    const other = payment({
      eventId: "e_2",
      paymentKey: "pi_2",
      offer: "course",
      at: NOW + DAY_MS,
    });
    const both = apply(first, other);
    expect(both.contact).toMatchObject({
      paid_at: NOW,
      payments: "pi_1 (lite) 2026-03-12T09:00:00Z, pi_2 (course) 2026-03-13T09:00:00Z",
    });
    expect(both.enrollments[0]?.row).toMatchObject({ stop_reason: "lite", paid_at: NOW });
  });

  it("of a stranger makes a paid contact from Stripe without a row (design 4.3)", () => {
    const decision = apply(NOBODY, payment({ offer: "lite" }));
    expect(decision.contact).toMatchObject({
      email: "ada@example.org",
      source: "stripe",
      paid: "YES",
      consent: "NO",
      first_seen_at: NOW,
    });
    expect(decision.enrollments).toEqual([]);
  });
});

describe("an unsubscribe", () => {
  it("stops every row still open and leaves the closed ones (R41, R170)", () => {
    const rows = apply(EVERY, unsubscribe).enrollments.map(({ row }) => row);
    const stopped = rows.filter(({ stop_reason }) => stop_reason === "unsubscribed");
    expect(stopped).toHaveLength(5);
    for (const row of stopped) {
      expect(row).toMatchObject({ status: "STOPPED", paid: "NO", next_at: null, next_step: "" });
    }
    expect(rows.filter(({ stop_reason }) => stop_reason === "before")).toHaveLength(3);
  });

  it("marks the contact once, with the first time", () => {
    const once = apply(person(), unsubscribe);
    expect(once.contact).toMatchObject({ suppressed: "unsubscribed", suppressed_at: NOW });
    const later = { ...unsubscribe, eventId: "e_2", at: NOW + DAY_MS } as Fact;
    expect(apply(once, later).contact).toEqual(once.contact);
  });

  it.each(["bounced", "complained", "by hand"] as const)("keeps that the contact %s", (mark) => {
    const known = { suppressed: mark, suppressed_at: NOW - DAY_MS };
    expect(apply(person({}, known), unsubscribe).contact).toMatchObject(known);
  });

  it("of nobody changes nothing", () => {
    expect(apply(NOBODY, unsubscribe)).toMatchObject({ contact: null, enrollments: [] });
  });
});
