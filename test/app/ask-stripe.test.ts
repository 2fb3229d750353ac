import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EventRow } from "../../sheets-schema/index";
import { askPayer, readBack } from "../../src/app/ask-stripe";
import { readHookBody } from "../../src/events/stripe-hook";
import type { Offer, Offers } from "../../src/model/offer";
import type { MoneyKind, Payment } from "../../src/model/payment";
import type { Stripe, StripeAnswer } from "../../src/ports";
import * as bodies from "../events/stripe-bodies";
import { memoryPorts } from "../memory/memory-ports";
import type { Json } from "../support/stamp";

const KEY = "rk_live_1";
const NOTHING: Offers = new Map();

function offersWith(stripeIds: readonly string[]): Offers {
  const offer: Offer = {
    offer: "lite",
    name: "Lite",
    flow: "lite",
    before: { price: "€49", link: "" },
    after: { price: "€79", link: "" },
    windowMs: null,
    windowEnds: null,
    stripeIds,
    stripeIdsAfter: [],
    deliveryLink: "",
    freeCounts: false,
    allows: new Map(),
  };
  return new Map([["lite", offer]]);
}

/** Stripe knows these paths; the others it does not, or does not answer, or not to this key. */
class Asked implements Stripe {
  readonly paths: string[] = [];
  constructor(
    private readonly known: Readonly<Record<string, unknown>>,
    private readonly otherwise: StripeAnswer = { kind: "unknown" },
  ) {}
  get(path: string): StripeAnswer {
    this.paths.push(path);
    const body = this.known[path];
    return body === undefined ? this.otherwise : { kind: "found", body };
  }
}

function row(posted: Json): EventRow {
  const { eventId, claims } = readHookBody(JSON.stringify(posted)) ?? { eventId: "", claims: {} };
  return { key: eventId, payload: JSON.stringify({ claims }) } as EventRow;
}

function ask(stripe: Asked, posted: Json, offers = NOTHING) {
  return readBack({ ...memoryPorts(), stripe }, row(posted), KEY, "LIVE", offers);
}
function read(copy: Json, more: Json = {}, offers = NOTHING) {
  const stripe = new Asked({ "events/evt_1": copy, ...more });
  return { read: ask(stripe, copy, offers), asked: stripe.paths.slice(1) };
}
const silent: StripeAnswer = { kind: "unreachable", why: "Stripe answered 500" };
const forbidden: StripeAnswer = { kind: "unreachable", why: "may not", forbidden: true };
const list = (...data: readonly Json[]): Json => ({ object: "list", data });

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

  it("is not asked while no Offers row names an id, nor for money that goes back", () => {
    const paid = bodies.event("charge.succeeded", bodies.charge(guest));
    expect(read(paid, since).asked).toEqual([bodies.INVOICE_OF_INTENT]);
    expect(read(paid, since, offersWith([])).asked).toEqual([bodies.INVOICE_OF_INTENT]);
    const back = bodies.event("charge.refunded", bodies.charge(guest, { amount_refunded: 1 }));
    expect(read(back, since, offersWith(["price_1"])).asked).toEqual([bodies.INVOICE_OF_INTENT]);
  });

  it("brings the reference our own link carried, and the invoice written after the payment", () => {
    const late = list(bodies.session(guest, { ...lines, invoice: "in_9" }));
    const known = { ...since, [bodies.SESSION_OF_INTENT]: late };
    const paid = bodies.event("payment_intent.succeeded", bodies.intent(guest));
    const answer = read(paid, known, offersWith(["price_1"])).read;
    expect(answer).toMatchObject({ payment: { contactReference: "c_ada", key: "in_9" } });
  });
});

describe("an answer that does not come", () => {
  const sale = { shape: "since basil", invoiced: false } as const;
  const copies = [
    bodies.event("payment_intent.succeeded", bodies.intent(sale)),
    bodies.event("checkout.session.completed", bodies.session(sale)),
    bodies.event("refund.created", bodies.refund),
  ];
  const offers = offersWith(["price_1"]);

  it.each(copies)("makes the event wait when Stripe is silent (%#)", (copy) => {
    expect(ask(new Asked({ "events/evt_1": copy }, silent), copy, offers)).toEqual({
      kind: "waits",
      why: "Stripe answered 500",
    });
    expect(ask(new Asked({}, silent), copy, offers)).toMatchObject({ kind: "waits" });
  });

  it.each(copies)(
    "stops nothing when Stripe knows no more or the key may not read it (%#)",
    (copy) => {
      for (const otherwise of [{ kind: "unknown" }, forbidden] as const) {
        const answer = ask(new Asked({ "events/evt_1": copy }, otherwise), copy, offers);
        expect(answer).toMatchObject({ kind: "money", payment: { key: "pi_1" } });
      }
    },
  );

  it("about the event itself is waited for also when the key may not read events", () => {
    const [copy = {}] = copies;
    expect(ask(new Asked({}, forbidden), copy)).toEqual({ kind: "waits", why: "may not" });
  });
});

describe("a posted body", () => {
  const sale = { shape: "before basil", invoiced: false } as const;
  const copy = bodies.event("charge.refunded", bodies.charge(sale, { amount_refunded: 100 }));
  const changed = (path: string, value: unknown) =>
    bodies.event("charge.refunded", {
      ...bodies.charge(sale, { amount_refunded: 100 }),
      [path]: value,
    });

  it.each([
    ["amount_refunded", 4_900],
    ["refunded", true],
    ["captured", false],
    ["status", "failed"],
    ["customer", "cus_2"],
    ["payment_intent", "pi_2"],
  ])("that claims another %s than Stripe's copy changes nothing", (path, value) => {
    const stripe = new Asked({ "events/evt_1": copy });
    const answer = ask(stripe, changed(path, value));
    expect(answer).toMatchObject({ kind: "nothing", outcome: "REFUSED" });
    expect(JSON.stringify(answer)).toContain(`data.object.${path}`);
    expect(stripe.paths).toEqual(["events/evt_1"]);
  });

  it.each([
    ["payment_status", "paid", "checkout.session.completed"],
    ["mode", "payment", "checkout.session.completed"],
  ])("that claims another %s of a checkout changes nothing", (path, value, type) => {
    const real = { ...bodies.session(sale), payment_status: "unpaid", mode: "subscription" };
    const stripe = new Asked({ "events/evt_1": bodies.event(type, real) });
    const answer = ask(stripe, bodies.event(type, { ...real, [path]: value }));
    expect(answer).toMatchObject({ kind: "nothing", outcome: "REFUSED" });
  });
});

describe("who paid, asked at Stripe", () => {
  const payment = {
    emails: [],
    offerIds: [],
    customer: "cus_1",
    charge: "ch_1",
    name: "",
  } as unknown as Payment;
  const payer = (stripe: Stripe) => askPayer({ ...memoryPorts(), stripe }, payment, KEY, "LIVE");
  const customer = { id: "cus_1", object: "customer", email: "ada@example.org", name: "Ada" };

  it("is the customer, and the charge is asked only where the customer has no address", () => {
    const stripe = new Asked({ "customers/cus_1": customer });
    expect(payer(stripe)).toMatchObject({ emails: ["ada@example.org"], name: "Ada" });
    expect(stripe.paths).toEqual(["customers/cus_1"]);
    const sale = { shape: "since basil", invoiced: false } as const;
    const other = new Asked({ "charges/ch_1": bodies.charge(sale) });
    expect(payer(other)).toMatchObject({ emails: ["ada@example.org"] });
  });

  it("stays unknown where the key may not read customers, and waits for silence", () => {
    expect(payer(new Asked({}, forbidden))).toEqual(payment);
    expect(payer(new Asked({}, silent))).toBeNull();
  });
});
