import { describe, expect, it } from "vitest";
import type { Json } from "../support/stamp";
import { CUSTOMER, event, happens, LEAD, officeWithLead, session } from "../support/stripe-lead";

describe("object shapes since API version 2025-03-31.basil", () => {
  const intent = { id: "pi_1", object: "payment_intent", amount: 4_900, amount_received: 4_900 };
  const invoice = {
    id: "in_1",
    object: "invoice",
    status: "paid",
    amount_paid: 4_900,
    parent: { type: "subscription_details", subscription_details: { subscription: "sub_1" } },
    lines: { data: [{ pricing: { price_details: { price: "price_1", product: "prod_1" } } }] },
  };

  it.each<readonly [string, string, Json]>([
    [
      "an intent that names the customer",
      "payment_intent.succeeded",
      { ...intent, customer: "cus_lead" },
    ],
    [
      "an intent that names only its charge",
      "payment_intent.succeeded",
      { ...intent, customer: null, latest_charge: "ch_1" },
    ],
    [
      "an intent with a receipt address",
      "payment_intent.succeeded",
      { ...intent, receipt_email: "ADA@example.org" },
    ],
    ["an invoice with an address", "invoice.paid", { ...invoice, customer_email: LEAD }],
    ["an invoice that names the customer", "invoice.paid", { ...invoice, customer: "cus_lead" }],
    ["a session of a guest", "checkout.session.completed", { ...session, customer: null }],
    [
      "an intent with the customer expanded",
      "payment_intent.succeeded",
      { ...intent, customer: CUSTOMER },
    ],
  ])("%s close the row (R31)", (_, type, object) => {
    const office = officeWithLead();
    const charge = { id: "ch_1", object: "charge", billing_details: { email: LEAD, name: "Ada" } };
    office.ports.stripe.put("charges/ch_1", charge);
    expect(happens(office, event(type, object)).status).toBe("PAID");
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });

  it("name the offer by price, product or payment link, never by the amount (design 3: Offers)", () => {
    for (const [ids, object, type] of [
      ["price_1", { ...invoice, customer_email: LEAD }, "invoice.paid"],
      ["price_0, prod_1", { ...invoice, customer_email: LEAD }, "invoice.paid"],
      ["plink_1", session, "checkout.session.completed"],
    ] as const) {
      const office = officeWithLead();
      office.ports.store.edit("Offers", "course", "stripe_ids", ids);
      happens(office, event(type, object));
      expect(office.row()).toMatchObject({ status: "PAID", stop_reason: "course" });
      expect(office.contact()?.paid_for).toBe("course");
    }
  });
});

describe("what only looks like a payment", () => {
  const charge = {
    id: "ch_1",
    object: "charge",
    amount: 4_900,
    captured: true,
    billing_details: { email: LEAD },
  };

  it.each<readonly [string, string, Json, string]>([
    [
      "an unpaid session",
      "checkout.session.completed",
      { ...session, payment_status: "unpaid" },
      "unpaid",
    ],
    [
      "a set-up session",
      "checkout.session.completed",
      { ...session, payment_status: "no_payment_required", amount_total: null },
      "no_payment_required",
    ],
    [
      "a session of nothing",
      "checkout.session.completed",
      { ...session, amount_total: 0 },
      "amount 0",
    ],
    [
      "a delayed session that is still unpaid",
      "checkout.session.async_payment_succeeded",
      { ...session, payment_status: "unpaid" },
      "unpaid",
    ],
    ["an authorised charge", "charge.succeeded", { ...charge, captured: false }, "not captured"],
    ["a charge of nothing", "charge.succeeded", { ...charge, amount: 0 }, "amount 0"],
    [
      "an invoice of nothing (a trial)",
      "invoice.paid",
      { id: "in_1", object: "invoice", amount_paid: 0, customer_email: LEAD },
      "amount 0",
    ],
    [
      "an intent that received nothing",
      "payment_intent.succeeded",
      {
        id: "pi_1",
        object: "payment_intent",
        amount: 900,
        amount_received: 0,
        customer: "cus_lead",
      },
      "amount 0",
    ],
    [
      "a failed delayed payment",
      "checkout.session.async_payment_failed",
      session,
      "changes nothing",
    ],
    ["an unknown type", "totally.new.thing", session, "changes nothing"],
    ["a type that is a word of the language", "constructor", session, "changes nothing"],
    ["another such word", "__proto__", session, "changes nothing"],
    ["no type", "", session, "changes nothing"],
    ["an event without object", "charge.succeeded", null as unknown as Json, ""],
  ])("%s changes no row (R31)", (_, type, object, why) => {
    const { last, status, answer } = happens(officeWithLead(), event(type, object));
    expect(answer).toMatchObject({ kind: "page" });
    expect(status).toBe("ACTIVE");
    if (why !== "")
      expect(last).toMatchObject({ outcome: "IGNORED", reason: expect.stringContaining(why) });
  });

  it("and the delayed payment, once it is there, does", () => {
    const office = officeWithLead();
    happens(office, event("checkout.session.completed", { ...session, payment_status: "unpaid" }));
    const paid = event("checkout.session.async_payment_succeeded", session, { id: "evt_2" });
    office.ports.stripe.put("events/evt_2", paid);
    office.hook(paid);
    office.tick();
    expect(office.row().status).toBe("PAID");
  });
});

describe("who paid (design 4.3)", () => {
  it("is told by the customer at Stripe before the address on the payment", () => {
    const office = officeWithLead();
    const details = { email: "office@company.test", name: "Ada's firm" };
    happens(office, event("checkout.session.completed", { ...session, customer_details: details }));
    expect(office.row().status).toBe("PAID");
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });

  it("is told by the reference our own link carried", () => {
    const office = officeWithLead();
    const object = {
      ...session,
      customer: null,
      client_reference_id: office.contact()?.id,
      customer_details: { email: "x@y.test" },
    };
    expect(happens(office, event("checkout.session.completed", object)).status).toBe("PAID");
  });

  it("is told by an alias", () => {
    const office = officeWithLead();
    office.ports.store.edit(
      "Contacts",
      office.contact()?.id ?? "",
      "aliases",
      "old@a.test, Ada@Firm.TEST",
    );
    const object = { ...session, customer: null, customer_details: { email: "ada@firm.test" } };
    expect(happens(office, event("checkout.session.completed", object)).status).toBe("PAID");
  });

  it("when nobody knows waits in Unmatched, once per payment, however many events tell of it", () => {
    const office = officeWithLead();
    for (const [id, type, object] of [
      ["evt_a", "payment_intent.succeeded", { id: "pi_9", object: "payment_intent", amount: 1 }],
      [
        "evt_b",
        "charge.succeeded",
        { id: "ch_9", object: "charge", amount: 1, payment_intent: "pi_9" },
      ],
    ] as const) {
      const copy = event(type, object, { id });
      office.ports.stripe.put(`events/${id}`, copy);
      office.hook(copy);
      office.tick();
    }
    expect(office.ports.store.rows("Unmatched")).toMatchObject([{ payment: "pi_9" }]);
    expect(office.row().status).toBe("ACTIVE");
  });
});
