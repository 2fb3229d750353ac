import { describe, expect, it } from "vitest";
import { readStripeEvent, waitsForLive } from "../../src/events/stripe-payment";
import { say } from "../../src/model/reason";
import { type Json, recordedEvents, stamped } from "../support/stamp";
import * as bodies from "./stripe-bodies";

const { event } = bodies;

/** As [what, key, whether it names the address, offer ids, amount, whether the invoice is known]. */
function told(copy: Json, mode: "LIVE" | "REHEARSAL" = "LIVE") {
  const read = readStripeEvent(copy, mode);
  if (read.kind === "nothing") return say(read.why, "en");
  const { key, emails, offerIds, amount } = read.payment;
  return [read.what, key, emails.join(), offerIds.join(), amount, read.invoiceKnown] as const;
}

const ADA = "ada@example.org";
const PRICE = "price_X6,prod_X7";
// What each recorded event tells, stamped live and of a customer with an address; ids are numbered as they appear.
const RECORDED: Readonly<Record<string, readonly unknown[] | string>> = {
  "charge.captured": ["paid", "ch_X1", ADA, "", "1.00 USD", true],
  "charge.succeeded": ["paid", "pi_X3", ADA, "", "20.00 USD", true],
  "checkout.session.completed": ["paid", "pi_X3", ADA, "", "30.00 USD", true],
  "checkout.session.completed.payment_mode": ["paid", "pi_X3", ADA, "", "250.00 USD", true],
  "invoice.paid": ["paid", "in_X1", ADA, PRICE, "20.00 USD", true],
  "invoice.payment_succeeded": ["paid", "in_X1", ADA, PRICE, "20.00 USD", true],
  "payment_intent.succeeded": ["paid", "pi_X1", ADA, "", "20.00 USD", true],
  "charge.failed": ["failed", "pi_X2", ADA, "", "20.00 USD", true],
  "invoice.payment_action_required": ["failed", "in_X1", ADA, PRICE, "20.00 USD", true],
  "invoice.payment_failed": ["failed", "in_X1", ADA, PRICE, "20.00 USD", true],
  "payment_intent.payment_failed": ["failed", "pi_X1", ADA, "", "20.00 USD", true],
  "charge.refunded": ["refunded", "ch_X1", ADA, "", "1.00 USD", true],
  "charge.refund.updated": ["partly refunded", "ch_X3", "", "", "1.00 USD", false],
  "charge.dispute.created": ["disputed", "ch_X2", "", "", "1.00 USD", false],
  "customer.subscription.deleted": ["cancelled", "in_X6", "", "price_X4,prod_X5", "", true],
  "charge.dispute.closed": "dispute won changes nothing",
  "checkout.session.completed.setup_mode": "no payment: the checkout only saves a card",
};
const recorded = recordedEvents();

describe("a recorded event, stamped live", () => {
  it.each([...recorded])("%s is read as the table says (R31, R32)", (name, body) => {
    const customer = { id: "cus_lead", email: ADA };
    const copy = stamped(body, { unique: "X", now: bodies.AT, customer, withEmail: true });
    expect(told(copy)).toEqual(RECORDED[name] ?? `${name} changes nothing`);
  });

  it.each([...recorded])("%s counts in the mode it is of, and in no other", (_, body) => {
    expect(told(body)).toContain("test-mode event in LIVE mode");
    expect(told({ ...body, livemode: true }, "REHEARSAL")).toContain("live event in REHEARSAL");
  });

  it("is in the table under a name that is recorded", () => {
    expect(Object.keys(RECORDED).filter((name) => !recorded.has(name))).toEqual([]);
    expect(recorded.size).toBe(88);
  });
});

describe.each(bodies.SHAPES)("an object %s", (shape) => {
  const sale = { shape, invoiced: false };
  const old = shape === "before basil";
  const invoiced = { shape, invoiced: true };
  const failed = { amount_received: 0, status: "requires_payment_method" };
  const declined = {
    last_payment_error: {
      payment_method: { billing_details: { email: "x@y.test", name: "X" } },
    },
  };
  const due = { amount_paid: 0, amount_remaining: 4_900, status: "open" };

  it.each<readonly [string, Json, readonly unknown[]]>([
    ["payment_intent.succeeded", bodies.intent(sale), ["paid", "pi_1", "", "", old]],
    ["charge.succeeded", bodies.charge(sale), ["paid", "pi_1", ADA, "", old]],
    ["charge.captured", bodies.charge(sale), ["paid", "pi_1", ADA, "", old]],
    ["checkout.session.completed", bodies.session(sale), ["paid", "pi_1", ADA, "plink_1", true]],
    [
      "checkout.session.async_payment_succeeded",
      bodies.session(invoiced),
      ["paid", "in_1", ADA, "plink_1", true],
    ],
    ["invoice.paid", bodies.invoice(sale), ["paid", "in_1", ADA, "price_1,prod_1", true]],
    [
      "invoice.payment_succeeded",
      bodies.invoice(sale),
      ["paid", "in_1", ADA, "price_1,prod_1", true],
    ],
    [
      "payment_intent.payment_failed",
      bodies.intent(sale, { ...failed, ...declined }),
      ["failed", "pi_1", "x@y.test", "", old],
    ],
    ["charge.failed", bodies.charge(sale, { captured: false }), ["failed", "pi_1", ADA, "", old]],
    [
      "invoice.payment_failed",
      bodies.invoice(sale, due),
      ["failed", "in_1", ADA, "price_1,prod_1", true],
    ],
    [
      "invoice.payment_action_required",
      bodies.invoice(sale, due),
      ["failed", "in_1", ADA, "price_1,prod_1", true],
    ],
    [
      "checkout.session.async_payment_failed",
      bodies.session(sale, { payment_status: "unpaid" }),
      ["failed", "pi_1", ADA, "plink_1", true],
    ],
    [
      "checkout.session.completed",
      bodies.session(sale, { payment_status: "unpaid" }),
      ["pending", "pi_1", ADA, "plink_1", true],
    ],
    [
      "checkout.session.expired",
      bodies.session(sale, { payment_status: "unpaid", status: "expired", payment_intent: null }),
      ["expired", "cs_1", ADA, "plink_1", true],
    ],
    [
      "charge.refunded",
      bodies.charge(sale, { amount_refunded: 4_900, refunded: true }),
      ["refunded", "pi_1", ADA, "", old],
    ],
    [
      "charge.refunded",
      bodies.charge(sale, { amount_refunded: 4_899 }),
      ["partly refunded", "pi_1", ADA, "", old],
    ],
    [
      "charge.refunded",
      bodies.charge(sale, { amount_captured: 900, amount_refunded: 900 }),
      ["refunded", "pi_1", ADA, "", old],
    ],
    ["refund.created", bodies.refund, ["partly refunded", "pi_1", "", "", false]],
    ["refund.updated", bodies.refund, ["partly refunded", "pi_1", "", "", false]],
    ["charge.refund.updated", bodies.refund, ["partly refunded", "pi_1", "", "", false]],
    ["charge.dispute.created", bodies.dispute, ["disputed", "pi_1", "", "", false]],
  ])("%s tells what happened", (type, object, [what, key, emails, ids, known]) => {
    expect(told(event(type, object))).toEqual([what, key, emails, ids, "49.00 EUR", known]);
  });

  it("customer.subscription.deleted is told of its latest invoice, else of itself", () => {
    const type = "customer.subscription.deleted";
    const told1 = told(event(type, bodies.subscription(sale)));
    expect(told1).toEqual(["cancelled", "in_1", "", "price_1,prod_1", "", true]);
    const without = bodies.subscription(sale, { latest_invoice: null });
    expect(told(event(type, without))[1]).toBe("sub_1");
  });

  it.each<readonly [string, Json, string]>([
    ["refund.created", { ...bodies.refund, status: "pending" }, "refund pending changes nothing"],
    ["refund.updated", { ...bodies.refund, status: "failed" }, "refund failed changes nothing"],
    ["charge.dispute.closed", { ...bodies.dispute, status: "lost" }, "dispute lost changes"],
    ["charge.refunded", bodies.charge(sale, { captured: false }), "authorised, not captured"],
    ["charge.succeeded", bodies.charge(sale, { captured: false }), "authorised, not captured"],
    ["checkout.session.completed", bodies.session(sale, { mode: "setup" }), "only saves a card"],
    ["checkout.session.expired", bodies.session(sale, { mode: "setup" }), "only saves a card"],
    [
      "checkout.session.async_payment_succeeded",
      bodies.session(sale, { payment_status: "unpaid" }),
      "no payment: checkout is unpaid",
    ],
    ["refund.failed", bodies.refund, "changes nothing"],
    ["payment_intent.processing", bodies.intent(sale), "changes nothing"],
    ["constructor", bodies.intent(sale), "constructor changes nothing"],
    ["__proto__", bodies.intent(sale), "__proto__ changes nothing"],
    ["", bodies.intent(sale), "event without type changes nothing"],
    ["charge.succeeded", null as unknown as Json, "charge.succeeded without object"],
  ])("%s changes nothing when it must not", (type, object, why) => {
    expect(told(event(type, object))).toContain(why);
  });

  it.each<readonly [string, Json, boolean]>([
    ["checkout.session.completed", bodies.session(sale, { amount_total: 0 }), true],
    [
      "checkout.session.completed",
      bodies.session(sale, { payment_status: "no_payment_required" }),
      true,
    ],
    ["checkout.session.completed", bodies.session(sale), false],
    ["invoice.paid", bodies.invoice(sale, { amount_paid: 0 }), true],
    ["invoice.paid", bodies.invoice(sale, { amount_paid: 0, paid_out_of_band: true }), false],
    ["invoice.payment_failed", bodies.invoice(sale, { amount_paid: 0 }), false],
    ["payment_intent.succeeded", bodies.intent(sale, { amount_received: 0 }), true],
    ["charge.succeeded", bodies.charge(sale, { amount: 0 }), true],
  ])("%s is free exactly when no money moved (%#)", (type, object, free) => {
    const read = readStripeEvent(event(type, object), "LIVE");
    expect(read.kind === "money" && read.payment.free).toBe(free);
  });

  it("happened when the event was created, also a refund of an older charge", () => {
    const object = bodies.charge(sale, { created: 1, amount_refunded: 1 });
    const read = readStripeEvent(event("charge.refunded", object), "LIVE");
    expect(read).toMatchObject({ payment: { at: bodies.AT } });
  });

  it("names a payer who is known only by the card that was refused", () => {
    const object = bodies.intent(sale, { ...failed, ...declined, customer: null });
    const read = readStripeEvent(event("payment_intent.payment_failed", object), "LIVE");
    expect(read).toMatchObject({ payment: { name: "X", emails: ["x@y.test"], charge: "ch_1" } });
  });
});

describe("whether an invoice must be asked for", () => {
  const since = { shape: "since basil", invoiced: false } as const;
  const known = (object: Json, type = "charge.succeeded") => told(event(type, object)).at(-1);

  it.each<readonly [string, Json, boolean]>([
    ["a guest's charge: an invoice needs a customer", { customer: null }, true],
    ["a charge without intent", { payment_intent: null }, true],
    ["a charge of a customer", {}, false],
    ["a charge that says it has none", { invoice: null }, true],
  ])("%s", (_, more, expected) => {
    expect(known(bodies.charge(since, more))).toBe(expected);
  });

  it("a checkout knows it, but for the invoice that is written after the payment", () => {
    const later = { invoice_creation: { enabled: true } };
    const type = "checkout.session.completed";
    expect(known(bodies.session(since, later), type)).toBe(false);
    expect(known(bodies.session(since, { ...later, invoice: "in_1" }), type)).toBe(true);
  });
});

describe("a live event during REHEARSAL", () => {
  it("is told apart from all others by its reason, in both languages", () => {
    const read = readStripeEvent(event("invoice.paid", {}), "REHEARSAL");
    if (read.kind !== "nothing") throw new Error("it counted");
    expect(waitsForLive(say(read.why, "en"))).toBe(true);
    expect(waitsForLive(say(read.why, "zh"))).toBe(true);
    expect(waitsForLive("no payment: checkout is open")).toBe(false);
  });
});
