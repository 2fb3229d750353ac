import { describe, expect, it } from "vitest";
import * as events from "../../../local/stripe/events.ts";
import type { Sale } from "../../../local/stripe/sale.ts";

const now = Date.parse("2026-03-02T09:00:00Z");
const sale = (seed: string): Sale => ({
  seed,
  email: "ada@customer.test",
  name: "Ada",
  cents: 4_900,
  link: "plink_local_lite",
  reference: "c_1",
  checkoutUrl: "http://l/local/link/lite",
});

const told = {
  paidCheckout: events.paidCheckout(sale("one"), now),
  paidDirectly: events.paidDirectly(sale("one"), now),
  failedPayment: events.failedPayment(sale("one"), now),
  expiredCheckout: events.expiredCheckout(sale("one"), now),
  pendingCheckout: events.pendingCheckout(sale("one"), now),
  pendingArrived: events.pendingArrived(sale("one"), now),
  refunded: events.refunded(sale("one"), now, 4_900),
  disputed: events.disputed(sale("one"), now),
  failedInvoice: events.failedInvoice(sale("one"), now),
};
const objectOf = (event: events.StripeEvent | undefined) =>
  (event?.data as { object: Record<string, unknown> } | undefined)?.object ?? {};

describe("what Stripe tells of one sale", () => {
  it.each(Object.entries(told))(
    "%s is live, of this second, and by an id of its own",
    (_, list) => {
      for (const event of list) {
        expect(event).toMatchObject({ object: "event", livemode: true, created: now / 1_000 });
        expect(event.id).toMatch(/^evt_\w+$/);
      }
    },
  );

  it("has another id for each event of a sale, and for each sale", () => {
    const ids = [...told.paidCheckout, ...told.failedPayment, ...told.refunded].map(({ id }) => id);
    const others = events.paidCheckout(sale("two"), now).map(({ id }) => id);
    expect(new Set([...ids, ...others]).size).toBe(ids.length + others.length);
  });

  it("names one payment in the intent, the charge and the session", () => {
    const [intent, charge, session] = told.paidCheckout.map(objectOf);
    expect(intent).toMatchObject({ id: "pi_one", latest_charge: "ch_one", status: "succeeded" });
    expect(charge).toMatchObject({ id: "ch_one", payment_intent: "pi_one", paid: true });
    expect(session).toMatchObject({
      payment_intent: "pi_one",
      payment_status: "paid",
      client_reference_id: "c_1",
      payment_link: "plink_local_lite",
    });
  });

  it("tells a failure, a part refund and an ended checkout by the fields Stripe has for them", () => {
    expect(objectOf(told.failedPayment[1])).toMatchObject({ status: "failed", paid: false });
    const [part] = events.refunded(sale("one"), now, 2_000).map(objectOf);
    expect(part).toMatchObject({ amount_refunded: 2_000, refunded: false });
    expect(objectOf(told.refunded[0])).toMatchObject({ refunded: true });
    expect(objectOf(told.expiredCheckout[0])).toMatchObject({
      status: "expired",
      after_expiration: { recovery: { url: "http://l/local/link/lite" } },
    });
  });

  it("leaves out the address of a payer who gave none", () => {
    const [, charge] = events.paidDirectly({ ...sale("one"), email: "" }, now).map(objectOf);
    expect(charge?.billing_details).toEqual({ address: null, email: null, name: "Ada" });
  });
});
