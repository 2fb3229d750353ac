// A Stripe account with other business: only payments that name an Offers row count, and only what came back of those.
import { describe, expect, it } from "vitest";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE, sessionPaid } from "./memory-office";

type Object_ = Readonly<Record<string, unknown>>;

function office(other: "ignore" | "stop"): FounderOffice {
  const own = new FounderOffice("geo", "lite", "stripe_failed");
  own.set("other_payments", other);
  own.geo(ADA);
  own.pass(2 * MINUTE);
  return own;
}
function tells(own: FounderOffice, type: string, object: Object_): void {
  const id = `evt_${type.replaceAll(".", "")}`;
  const event = { id, object: "event", type, created: own.seconds(), livemode: true };
  own.knows(`events/${id}`, { ...event, data: { object } });
  own.hook({ ...event, data: { object } });
  own.pass(5 * MINUTE);
}
const refunded = (own: FounderOffice, intent: string): Object_ => ({
  id: `ch_${intent}`,
  object: "charge",
  status: "succeeded",
  paid: true,
  captured: true,
  created: own.seconds(),
  amount: 4_900,
  amount_refunded: 4_900,
  refunded: true,
  currency: "eur",
  payment_intent: intent,
  invoice: null,
  billing_details: { email: ADA, name: "Ada" },
});
const ended = (own: FounderOffice): Object_ => ({
  id: "sub_other",
  object: "subscription",
  status: "canceled",
  created: own.seconds(),
  customer: "cus_ada",
  items: { object: "list", data: [{ price: { id: "price_other", product: "prod_other" } }] },
});

describe("where other payments are to be ignored", () => {
  it("one that names no product of Offers stops nothing and is recorded", () => {
    const own = office("ignore");
    own.pay(ADA);
    own.pass(3 * DAY, HOUR);
    expect(own.contact()?.paid).toBe("NO");
    expect(own.steps()).toEqual(["geo_1", "geo_2"]);
    expect(own.events("checkout.session.completed")).toMatchObject([{ outcome: "IGNORED" }]);
  });

  it("one that names Lite counts", () => {
    const own = office("ignore");
    own.buys(ADA, "plink_lite");
    own.pass(3 * DAY, HOUR);
    expect(own.one("geo")).toMatchObject({ status: "PAID", stop_reason: "lite" });
    expect(own.steps()).toEqual(["geo_1", "lite_delivery"]);
  });

  it("one that failed opens nothing", () => {
    const own = office("ignore");
    own.fails();
    own.pass(DAY, HOUR);
    expect(own.inFlow("stripe_failed")).toEqual([]);
  });

  it("the refund of another's makes nobody a payer", () => {
    const own = office("ignore");
    tells(own, "charge.refunded", refunded(own, "pi_other"));
    expect(own.lastEvent()?.reason).toContain("names no product");
    expect(own.contact()).toMatchObject({ paid: "NO", reversals: "" });
    expect(own.one("geo").status).toBe("ACTIVE");
  });

  it("the refund of Lite asks for a look, though it names no product", () => {
    const own = office("ignore");
    own.buys(ADA, "plink_lite");
    own.pass(HOUR);
    tells(own, "charge.refunded", refunded(own, "pi_evt_buy"));
    expect(own.queue(ADA).map(({ status }) => status)).toEqual(["REVIEW", "REVIEW"]);
  });

  it("the end of another's subscription leaves a buyer of Lite in peace", () => {
    const own = office("ignore");
    own.knows("customers/cus_ada", { id: "cus_ada", object: "customer", email: ADA, name: "Ada" });
    own.buys(ADA, "plink_lite");
    own.pass(HOUR);
    tells(own, "customer.subscription.deleted", ended(own));
    expect(own.lastEvent()?.reason).toContain("names no product");
    expect(own.queue(ADA).map(({ status }) => status)).toEqual(["PAID", "PAID"]);
  });
});

describe("where every payment stops", () => {
  it("one that names no product stops everything and delivers nothing", () => {
    const own = office("stop");
    own.pay(ADA);
    own.pass(3 * DAY, HOUR);
    expect(own.one("geo")).toMatchObject({ status: "PAID", stop_reason: "payment" });
    expect(own.steps()).toEqual(["geo_1"]);
  });

  it("one told of twice, with and without its product, is one, and is delivered", () => {
    const own = office("stop");
    const at = own.ports.clock.now();
    own.pay(ADA, "evt_plain", { payment_intent: "pi_x" });
    const named = sessionPaid(ADA, "evt_named", at, {
      payment_intent: "pi_x",
      payment_link: "plink_lite",
    });
    own.knows("events/evt_named", named);
    own.hook(named);
    own.pass(HOUR);
    expect(own.one("lite")).toMatchObject({ status: "PAID", stop_reason: "lite" });
    expect(own.steps()).toEqual(["geo_1", "lite_delivery"]);
  });
});
