// One purchase is one purchase: whoever it names is stopped, what it bought is delivered once, whatever id it goes by.
import { describe, expect, it } from "vitest";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const BUYER = "other@pay.test";
type Object_ = Readonly<Record<string, unknown>>;

function office(): FounderOffice {
  const own = new FounderOffice("geo", "lite", "course", "stripe_failed");
  own.lite();
  own.pass(2 * MINUTE);
  return own;
}
let told = 0;
function tells(own: FounderOffice, type: string, object: Object_): void {
  told += 1;
  const id = `evt_told${told}`;
  const event = { id, object: "event", type, created: own.seconds(), livemode: true };
  own.knows(`events/${id}`, { ...event, data: { object } });
  own.hook({ ...event, data: { object } });
  own.pass(2 * MINUTE);
}
function invoice(own: FounderOffice, id: string, more: Object_ = {}): Object_ {
  return {
    id,
    object: "invoice",
    status: "paid",
    created: own.seconds(),
    amount_paid: 4_900,
    currency: "eur",
    customer: null,
    customer_email: BUYER,
    lines: { object: "list", data: [{ price: { id: "price_lite", product: "prod_lite" } }] },
    payment_intent: null,
    ...more,
  };
}
function session(own: FounderOffice, id: string, more: Object_ = {}): Object_ {
  return {
    id: `cs_${id}`,
    object: "checkout.session",
    status: "complete",
    payment_status: "paid",
    created: own.seconds(),
    amount_total: 4_900,
    currency: "eur",
    customer: null,
    customer_details: { email: BUYER, name: "Ada" },
    payment_intent: `pi_${id}`,
    invoice: null,
    payment_link: "plink_lite",
    ...more,
  };
}
const deliveries = (own: FounderOffice) =>
  own.ports.store.rows("Sends").filter(({ step }) => step === "lite_delivery");

describe("a lead who pays under another address", () => {
  const ways = [
    ["invoice", "session"],
    ["session", "invoice"],
  ] as const;
  it.each(ways)("by their own link is stopped: %s told before %s (R96)", (...order) => {
    const own = office();
    own.type("Offers", "lite", "stripe_ids", "plink_lite, price_lite");
    const lead = own.contact()?.id ?? "";
    for (const what of order) {
      if (what === "invoice") tells(own, "invoice.paid", invoice(own, "in_9"));
      else {
        const of = { client_reference_id: lead, invoice: "in_9", payment_intent: null };
        tells(own, "checkout.session.completed", session(own, "9", of));
      }
    }
    own.pass(100 * DAY, DAY);
    expect(own.one("lite")).toMatchObject({ status: "PAID", stop_reason: "lite" });
    expect(own.steps()).not.toContain("lite_1");
    expect(deliveries(own)).toHaveLength(1);
  });
});

describe("one payment under two ids", () => {
  it("is delivered once: the intent first, the invoice it belongs to later (design 4.3)", () => {
    const own = office();
    own.type("Offers", "lite", "stripe_ids", "plink_lite, price_lite");
    const creates = { invoice_creation: { enabled: true }, customer: "cus_1" };
    tells(own, "checkout.session.completed", session(own, "9", creates));
    tells(own, "invoice.paid", invoice(own, "in_9", { payment_intent: "pi_9", customer: "cus_1" }));
    expect(own.inFlow("lite", BUYER)).toHaveLength(1);
    expect(own.contact(BUYER)?.payments.split(",")).toHaveLength(1);
    expect(deliveries(own)).toHaveLength(1);
  });
});

describe("a payment by the link of one and the address of another", () => {
  it("is delivered to one of them, however many events tell of it", () => {
    const own = office();
    own.lite(BUYER);
    own.pass(2 * MINUTE);
    const lead = own.contact()?.id ?? "";
    tells(own, "checkout.session.completed", session(own, "9", { client_reference_id: lead }));
    const intent = { id: "pi_9", object: "payment_intent", status: "succeeded", invoice: null };
    const of = { amount: 4_900, amount_received: 4_900, currency: "eur", created: own.seconds() };
    tells(own, "payment_intent.succeeded", { ...intent, ...of, receipt_email: BUYER });
    own.pass(100 * DAY, DAY);
    expect(deliveries(own)).toHaveLength(1);
    expect([ADA, BUYER].map((email) => own.one("lite", email).status)).toEqual(["PAID", "PAID"]);
  });
});

describe("a subscription", () => {
  it("that began free delivers with its first money", () => {
    const own = office();
    own.type("Offers", "lite", "stripe_ids", "price_lite");
    const of = { customer: "cus_1", subscription: "sub_1" };
    const trial = { ...of, amount_paid: 0, billing_reason: "subscription_create" };
    tells(own, "invoice.paid", invoice(own, "in_0", trial));
    expect(deliveries(own)).toEqual([]);
    own.pass(14 * DAY, DAY);
    const turn = { ...of, billing_reason: "subscription_cycle" };
    tells(own, "invoice.paid", invoice(own, "in_1", turn));
    tells(own, "invoice.payment_succeeded", invoice(own, "in_1", turn));
    expect(deliveries(own)).toHaveLength(1);
    expect(own.inFlow("lite", BUYER)).toHaveLength(1);
  });

  it("delivers with its first payment, and its renewals only count", () => {
    const own = office();
    own.type("Offers", "lite", "stripe_ids", "price_lite");
    const of = { customer: "cus_1", subscription: "sub_1" };
    for (const month of [0, 1, 2]) {
      const billing_reason = month === 0 ? "subscription_create" : "subscription_cycle";
      tells(own, "invoice.paid", invoice(own, `in_${month}`, { ...of, billing_reason }));
      own.pass(30 * DAY, DAY);
    }
    expect(own.contact(BUYER)?.payments.split(",")).toHaveLength(3);
    expect(own.inFlow("lite", BUYER)).toHaveLength(1);
    expect(deliveries(own)).toHaveLength(1);
  });
});

describe("two products in one checkout", () => {
  it("are both delivered", () => {
    const own = office();
    own.type("Offers", "lite", "stripe_ids", "price_lite");
    own.type("Offers", "course", "stripe_ids", "price_course");
    const data = [{ price: { id: "price_lite" } }, { price: { id: "price_course" } }];
    tells(own, "invoice.paid", invoice(own, "in_2", { lines: { object: "list", data } }));
    expect([...own.steps(BUYER)].sort()).toEqual(["course_delivery", "lite_delivery"]);
    expect(own.contact(BUYER)?.paid_for).toBe("lite, course");
    expect(own.inFlow("course", BUYER)).toMatchObject([{ status: "PAID" }]);
  });
});

describe("a failed payment", () => {
  it("of an address that two people have is written about to one of them", () => {
    const own = office();
    own.lite("ben@example.org");
    own.pass(2 * MINUTE);
    const ben = own.contact("ben@example.org")?.id ?? "";
    own.ports.store.edit("Contacts", ben, "aliases", ADA);
    own.fails(ADA);
    own.pass(2 * DAY, HOUR);
    const rows = own.ports.store.rows("Queue").filter(({ flow }) => flow === "stripe_failed");
    expect(rows).toHaveLength(1);
  });

  it("tried ten times under one address brings one mail a day, not twenty", () => {
    const own = new FounderOffice("stripe_failed");
    for (let attempt = 0; attempt < 10; attempt += 1) own.fails(ADA, `pi_try${attempt}`);
    own.pass(2 * MINUTE);
    expect(own.inFlow("stripe_failed")).toHaveLength(10);
    own.pass(23 * HOUR, 30 * MINUTE);
    expect(own.steps()).toHaveLength(1);
    own.pass(6 * DAY, 30 * MINUTE);
    expect(own.steps().length).toBeLessThanOrEqual(7);
  });
});

describe("a delivery of which nobody knows whether it went", () => {
  it("never goes again by itself, and its row says so", () => {
    const own = office();
    own.ports.mailer.searchLagMs = 10 * DAY;
    own.ports.mailer.failNext("send", "after");
    own.buys(ADA, "plink_lite");
    own.pass(6 * HOUR, 5 * MINUTE);
    expect(deliveries(own)).toMatchObject([{ status: "REVIEW" }]);
    expect(own.one("lite")).toMatchObject({ status: "PAID" });
    expect(own.one("lite").why).toContain("may have gone");
    const { mail } = own.ports.mailer.sent.at(-1) ?? { mail: null };
    const same = own.ports.mailer.sent.filter((one) => one.mail.subject === mail?.subject);
    expect(same).toHaveLength(1);
  });

  it("does not hold back the conclusion", () => {
    const own = office();
    own.ports.mailer.searchLagMs = 10 * DAY;
    own.ports.mailer.failNext("send", "after");
    own.buys(ADA, "plink_lite");
    own.pass(6 * HOUR, 5 * MINUTE);
    own.type("Queue", own.one("lite").id, "conclusion", "structure");
    own.pass(HOUR, 5 * MINUTE);
    expect(own.steps()).toContain("lite_conclusion");
  });

  it("and one that Gmail refuses is given up after an hour, and its row says so", () => {
    const own = office();
    own.buys(ADA, "plink_lite");
    const { mailer } = own.ports;
    const create = mailer.createDraft.bind(mailer);
    mailer.createDraft = (mail) => {
      if (mail.to === ADA) throw new Error("Invalid email");
      return create(mail);
    };
    own.pass(6 * HOUR, 5 * MINUTE);
    expect(deliveries(own)).toMatchObject([{ status: "FAILED", attempts: 12 }]);
    expect(own.one("lite").why).toContain("Hand it over yourself");
  });
});

describe("sixty forms while sending was OFF for two months", () => {
  it("are answered one after another, and nobody is lost", () => {
    const own = new FounderOffice("geo");
    own.set("sending", "OFF");
    for (let visitor = 0; visitor < 60; visitor += 1) own.geo(`v${visitor}@example.org`);
    own.pass(60 * DAY, DAY);
    own.set("sending", "ON");
    own.pass(2 * MINUTE);
    expect(own.ports.mailer.sent.length).toBeLessThanOrEqual(2);
    own.pass(20 * HOUR, 5 * MINUTE);
    expect(own.ports.mailer.sent.map(({ mail }) => mail.to)).toHaveLength(60);
  });
});
