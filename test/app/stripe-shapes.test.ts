import { describe, expect, it } from "vitest";
import * as bodies from "../events/stripe-bodies";
import { SHAPES } from "../events/stripe-bodies";
import type { Json } from "../support/stamp";
import { CUSTOMER, event, happens, LEAD, officeWithLead, session } from "../support/stripe-lead";
import { DAY, HOUR, type MemoryOffice, MINUTE } from "./memory-office";

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
      "a set-up session",
      "checkout.session.completed",
      { ...session, mode: "setup", payment_status: "no_payment_required", amount_total: null },
      "only saves a card",
    ],
    [
      "the start of a trial",
      "checkout.session.completed",
      { ...session, mode: "subscription", payment_status: "no_payment_required" },
      "amount 0",
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
      "a refund on its way",
      "refund.created",
      { id: "re_1", object: "refund", charge: "ch_1", status: "pending" },
      "refund pending changes nothing",
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
});

/** One event after the other, each under its own id and a minute later. */
function story(office: MemoryOffice, ...told: readonly (readonly [string, Json])[]) {
  for (const [at, [type, object]] of told.entries()) {
    office.ports.clock.advance(MINUTE);
    const created = office.ports.clock.now() / 1_000;
    const copy = event(type, object, { id: `evt_${at}`, created });
    office.ports.stripe.put(`events/evt_${at}`, copy);
    office.hook(copy);
    office.tick();
  }
  return office.queue().map(({ flow, status, payment }) => `${flow} ${status} ${payment}`.trim());
}

describe("a payment that takes its time", () => {
  const unpaid = { ...session, payment_status: "unpaid" };
  const completed = ["checkout.session.completed", unpaid] as const;

  it("pauses the rows and mails nothing while the money is on its way", () => {
    const office = officeWithLead();
    expect(story(office, completed)).toEqual(["geo PAUSED"]);
    expect(office.contact()?.pending).toMatch(/^pi_1 /);
    const before = office.subjects().length;
    office.pass(5 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(before);
  });

  it("closes them once it is there", () => {
    const office = officeWithLead();
    const arrived = ["checkout.session.async_payment_succeeded", session] as const;
    expect(story(office, completed, arrived)).toEqual(["geo PAID"]);
    expect(office.contact()?.pending).toBe("");
  });

  it("lets them go on when it fails, which is a failed payment like any other", () => {
    const office = officeWithLead();
    const failed = ["checkout.session.async_payment_failed", unpaid] as const;
    const rows = story(office, completed, failed);
    expect(rows).toEqual(["geo ACTIVE", "stripe_failed FAILED pi_1"]);
    expect(office.contact()?.pending).toBe("");
  });
});

describe.each(SHAPES)("a failed payment, told by objects %s", (shape) => {
  const sale = { shape, invoiced: true };
  const failed = { status: "requires_payment_method", amount_received: 0 };
  const payer = { customer: "cus_lead", customer_email: LEAD };
  const tellings: readonly (readonly [string, Json])[] = [
    ["payment_intent.payment_failed", bodies.intent(sale, { ...failed, ...payer })],
    ["charge.failed", bodies.charge(sale, { status: "failed", ...payer })],
    ["invoice.payment_failed", bodies.invoice(sale, { status: "open", amount_paid: 0, ...payer })],
    ["invoice.payment_action_required", bodies.invoice(sale, { status: "open", ...payer })],
  ];
  const lead = () => {
    const office = officeWithLead();
    if (shape === "since basil")
      office.ports.stripe.put(bodies.INVOICE_OF_INTENT, bodies.invoicePayments(sale));
    return office;
  };

  it("is one row, whatever told of it and in whichever order (R108)", () => {
    for (const order of [tellings, tellings.slice().reverse()]) {
      expect(story(lead(), ...order)).toEqual(["geo ACTIVE", "stripe_failed FAILED in_1"]);
    }
  });

  it("closes with every other row when it is paid after all, and stays closed (R31)", () => {
    const paid = ["invoice.paid", bodies.invoice(sale, payer)] as const;
    const rows = story(lead(), ...tellings, paid, ...tellings);
    expect(rows).toEqual(["geo PAID", "stripe_failed PAID in_1"]);
  });

  it("is read again before each mail: paid without a word of it, it closes and mails nobody", () => {
    const office = lead();
    office.ports.store.edit("Flows", "stripe_failed", "on", "YES");
    office.set("recovery_url", "https://shop.test/pay");
    story(office, ...tellings);
    office.ports.stripe.put("invoices/in_1", bodies.invoice(sale, payer));
    const before = office.subjects().length;
    office.pass(7 * HOUR, 10 * MINUTE);
    expect(story(office)).toEqual(["geo PAID", "stripe_failed PAID in_1"]);
    expect(office.contact()?.payments).toMatch(/^in_1 /);
    expect(office.subjects()).toHaveLength(before);
    const found = office.ports.store.rows("Events").filter(({ type }) => type === "payment.found");
    expect(found).toMatchObject([{ outcome: "APPLIED", key: "found:in_1" }]);
  });

  it("asks a person to look once the money went back", () => {
    const office = lead();
    office.ports.stripe.put("charges/ch_1", bodies.charge(sale, { refunded: true, ...payer }));
    const paid = ["invoice.paid", bodies.invoice(sale, payer)] as const;
    story(
      office,
      paid,
      ["refund.created", bodies.refund],
      ["charge.dispute.created", bodies.dispute],
    );
    const reversals = office.contact()?.reversals ?? "";
    expect(reversals).toMatch(/^in_1 refunded \S+, in_1 disputed \S+$/);
    expect(office.contact()?.payments).toMatch(/^in_1 \S+$/);
    expect(office.row().status).toBe("REVIEW");
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
