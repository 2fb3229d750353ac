// Sales for the tests of the bundle: what is sold to whom, and Stripe's events of them that Local has no need of.
import type { StripeEvent } from "../../local/stripe/events.ts";
import { type Sale, sessionOf } from "../../local/stripe/sale.ts";

export function sale(seed: string, email: string, more: Partial<Sale> = {}): Sale {
  return {
    seed,
    email,
    name: "Ada",
    cents: 4_900,
    link: "",
    reference: "",
    checkoutUrl: `https://pay.test/c/${seed}`,
    ...more,
  };
}

/** What Stripe would answer for the checkout of that sale; never delivered. */
export function sessionEvent(of: Sale, now: number, status: "open" | "expired"): StripeEvent {
  const created = Math.floor(now / 1_000);
  const session = sessionOf(of, created, { status, paymentStatus: "unpaid" });
  return {
    id: `evt_session_${of.seed}`,
    object: "event",
    type: "checkout.session.created",
    created,
    livemode: true,
    data: { object: { ...session, payment_intent: `pi_${of.seed}` } },
  };
}
