import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MoneyKind } from "../../src/model/payment";
import * as bodies from "../events/stripe-bodies";
import type { Json } from "../support/stamp";
import { list, offersWith, read } from "./asked-stripe";

describe("the key of a payment (design 4.3)", () => {
  const tellings: readonly (readonly [string, (sale: bodies.Sale) => Json])[] = [
    ["invoice.paid", (sale) => bodies.invoice(sale)],
    ["invoice.payment_failed", (sale) => bodies.invoice(sale)],
    ["payment_intent.succeeded", (sale) => bodies.intent(sale)],
    ["payment_intent.payment_failed", (sale) => bodies.intent(sale)],
    ["charge.succeeded", (sale) => bodies.charge(sale)],
    ["charge.failed", (sale) => bodies.charge(sale)],
    ["charge.refunded", (sale) => bodies.charge(sale, { amount_refunded: 1 })],
    ["checkout.session.completed", (sale) => bodies.session(sale)],
    ["checkout.session.async_payment_failed", (sale) => bodies.session(sale)],
    ["refund.created", () => bodies.refund],
    ["charge.dispute.created", () => bodies.dispute],
  ];

  it("is one and the same, whichever object tells of it, in either shape", () => {
    const sales = fc.record({ shape: fc.constantFrom(...bodies.SHAPES), invoiced: fc.boolean() });
    const cases = fc.tuple(sales, fc.constantFrom(...tellings));
    fc.assert(
      fc.property(cases, ([sale, [type, objectOf]]) => {
        fc.pre(sale.invoiced || !type.startsWith("invoice."));
        // An account of the old version has no list of invoice payments.
        const since = sale.shape === "since basil";
        const payments = since ? { [bodies.INVOICE_OF_INTENT]: bodies.invoicePayments(sale) } : {};
        const more = { ...payments, "charges/ch_1": bodies.charge(sale) };
        const answer = read(bodies.event(type, objectOf(sale)), more);
        const key = sale.invoiced ? "in_1" : "pi_1";
        expect(answer.read).toMatchObject({ kind: "money", payment: { key } });
        expect(answer.asked.length).toBeLessThanOrEqual(2);
      }),
    );
  });

  it.each(bodies.SHAPES)("%s is asked for only where the object leaves it open", (shape) => {
    const asks = (type: string, object: Json) => read(bodies.event(type, object)).asked;
    const sale = { shape, invoiced: true };
    const asked = shape === "since basil" ? [bodies.INVOICE_OF_INTENT] : [];
    expect(asks("invoice.paid", bodies.invoice(sale))).toEqual([]);
    expect(asks("checkout.session.completed", bodies.session(sale))).toEqual([]);
    expect(asks("customer.subscription.deleted", bodies.subscription(sale))).toEqual([]);
    expect(asks("charge.succeeded", bodies.charge(sale))).toEqual(asked);
    expect(asks("payment_intent.succeeded", bodies.intent(sale))).toEqual(asked);
    expect(asks("payment_intent.created", bodies.intent(sale))).toEqual([]);
  });
});

describe("a refund that only names its charge", () => {
  const sale = { shape: "since basil", invoiced: false } as const;
  it.each<readonly [string, Json | undefined, MoneyKind]>([
    ["whole", { amount_refunded: 4_900, refunded: true }, "refunded"],
    ["in part", { amount_refunded: 100 }, "partly refunded"],
    ["of a charge that cannot be read", undefined, "partly refunded"],
  ])("%s is told by the charge", (_, more, what) => {
    const known = more === undefined ? {} : { "charges/ch_1": bodies.charge(sale, more) };
    const answer = read(bodies.event("refund.created", bodies.refund), known).read;
    expect(answer).toMatchObject({ kind: "money", what, payment: { key: "pi_1" } });
    if (more !== undefined) expect(answer).toMatchObject({ payment: { name: "Ada Lovelace" } });
  });
});

describe("what was bought (never by amount)", () => {
  const guest = { shape: "since basil", invoiced: false } as const;
  const invoiced = { shape: "since basil", invoiced: true } as const;
  const lines = { line_items: list({ price: { id: "price_1", product: "prod_1" } }) };
  const withLines = bodies.session(guest, { ...lines, payment_link: null });
  const since = {
    [bodies.INVOICE_OF_INTENT]: bodies.invoicePayments(guest),
    [bodies.SESSION_OF_INTENT]: list(bodies.session(guest, lines)),
    [bodies.SESSION_WITH_LINES]: withLines,
  };
  const ofInvoice = {
    [bodies.INVOICE_OF_INTENT]: bodies.invoicePayments(invoiced),
    "invoices/in_1": bodies.invoice(invoiced),
    [bodies.SESSION_OF_SUBSCRIPTION]: list(bodies.session(invoiced)),
  };
  const ids = (answer: ReturnType<typeof read>) =>
    answer.read.kind === "money" ? answer.read.payment.offerIds : [];

  it.each<readonly [string, string, Json, Json, string, readonly string[]]>([
    [
      "an intent, by the price in its checkout",
      "payment_intent.succeeded",
      bodies.intent(guest),
      since,
      "price_1",
      [bodies.INVOICE_OF_INTENT, bodies.SESSION_OF_INTENT],
    ],
    [
      "a charge, by the payment link of its checkout",
      "charge.failed",
      bodies.charge(guest),
      since,
      "plink_1",
      [bodies.INVOICE_OF_INTENT, bodies.SESSION_OF_INTENT],
    ],
    [
      "a checkout, by its product",
      "checkout.session.completed",
      bodies.session(guest),
      since,
      "prod_1",
      [bodies.SESSION_WITH_LINES],
    ],
    [
      "a checkout left, by its product",
      "checkout.session.expired",
      bodies.session(guest),
      since,
      "prod_1",
      [bodies.SESSION_WITH_LINES],
    ],
    [
      "a checkout by the link it names itself",
      "checkout.session.completed",
      bodies.session(guest),
      since,
      "plink_1",
      [],
    ],
    [
      "a charge, by the lines of its invoice",
      "charge.succeeded",
      bodies.charge(invoiced),
      ofInvoice,
      "prod_1",
      [bodies.INVOICE_OF_INTENT, "invoices/in_1"],
    ],
    [
      "a charge, by the link its subscription was bought through",
      "charge.succeeded",
      bodies.charge(invoiced),
      ofInvoice,
      "plink_1",
      [bodies.INVOICE_OF_INTENT, "invoices/in_1", bodies.SESSION_OF_SUBSCRIPTION],
    ],
    ["an invoice, by its lines", "invoice.paid", bodies.invoice(invoiced), {}, "price_1", []],
    [
      "an invoice, by the link its subscription was bought through",
      "invoice.paid",
      bodies.invoice(invoiced),
      ofInvoice,
      "plink_1",
      [bodies.SESSION_OF_SUBSCRIPTION],
    ],
  ])("is told of %s", (_, type, object, known, id, asked) => {
    const answer = read(bodies.event(type, object), known, offersWith([id]));
    expect(ids(answer)).toContain(id);
    expect(answer.asked).toEqual(asked);
    expect(answer.asked.length).toBeLessThanOrEqual(3);
  });

  it("is not asked while no Offers row names an id", () => {
    const paid = bodies.event("charge.succeeded", bodies.charge(guest));
    expect(read(paid, since).asked).toEqual([bodies.INVOICE_OF_INTENT]);
    expect(read(paid, since, offersWith([])).asked).toEqual([bodies.INVOICE_OF_INTENT]);
  });

  it("is asked for money that goes back, too: its payment may not have been told of yet", () => {
    const back = bodies.event("charge.refunded", bodies.charge(guest, { amount_refunded: 1 }));
    const { asked } = read(back, since, offersWith(["price_1"]));
    expect(asked).toEqual([bodies.INVOICE_OF_INTENT, bodies.SESSION_OF_INTENT]);
  });

  it("brings the reference our own link carried, and the invoice written after the payment", () => {
    const late = list(bodies.session(guest, { ...lines, invoice: "in_9" }));
    const known = { ...since, [bodies.SESSION_OF_INTENT]: late };
    const paid = bodies.event("payment_intent.succeeded", bodies.intent(guest));
    const answer = read(paid, known, offersWith(["price_1"])).read;
    expect(answer).toMatchObject({ payment: { contactReference: "c_ada", key: "in_9" } });
  });
});
