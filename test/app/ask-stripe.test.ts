import { describe, expect, it } from "vitest";
import { askPayer } from "../../src/app/stripe/ask-stripe";
import type { Payment } from "../../src/model/payment";
import type { Stripe } from "../../src/ports";
import * as bodies from "../events/stripe-bodies";
import { memoryPorts } from "../memory/memory-ports";
import { Asked, ask, KEY, offersWith, refused, silent } from "./asked-stripe";

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
      for (const otherwise of [{ kind: "unknown" }, refused] as const) {
        const answer = ask(new Asked({ "events/evt_1": copy }, otherwise), copy, offers);
        expect(answer).toMatchObject({ kind: "money", payment: { key: "pi_1" } });
      }
    },
  );

  it("about the event itself is waited for also when the key may not read events", () => {
    const [copy = {}] = copies;
    expect(ask(new Asked({}, refused), copy)).toEqual({ kind: "waits", why: "may not" });
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
    expect(payer(new Asked({}, refused))).toEqual(payment);
    expect(payer(new Asked({}, silent))).toBeNull();
  });
});
