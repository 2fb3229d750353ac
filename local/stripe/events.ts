// What Stripe tells of a sale, event by event, as its webhook would.
import { chargeOf, intentOf, type Sale, type StripeObject, sessionOf } from "./sale.ts";

export interface StripeEvent extends StripeObject {
  readonly id: string;
}
/** Epoch milliseconds. */
type Instant = number;

/** A checkout that was paid at once: the same payment is told three times. */
export function paidCheckout(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const session = sessionOf(sale, at, { status: "complete", paymentStatus: "paid" });
  return [...paidDirectly(sale, now), eventOf("checkout.session.completed", session, sale, at)];
}

/** Paid without a checkout page, at a terminal or by another program: no session, no address to match. */
export function paidDirectly(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  return [
    eventOf("payment_intent.succeeded", intentOf(sale, "succeeded", at), sale, at),
    eventOf("charge.succeeded", chargeOf(sale, at), sale, at),
  ];
}

export function failedPayment(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const intent = intentOf(sale, "requires_payment_method", at);
  return [
    eventOf("payment_intent.payment_failed", intent, sale, at),
    eventOf("charge.failed", chargeOf(sale, at, { failed: true }), sale, at),
  ];
}

/** The checkout page was left and its link has run out. */
export function expiredCheckout(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const session = sessionOf(sale, at, { status: "expired", paymentStatus: "unpaid" });
  return [eventOf("checkout.session.expired", session, sale, at)];
}

/** Completed by a slow means of payment: the money is on its way. */
export function pendingCheckout(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const session = sessionOf(sale, at, { status: "complete", paymentStatus: "unpaid" });
  return [eventOf("checkout.session.completed", session, sale, at)];
}

export function pendingArrived(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const session = sessionOf(sale, at, { status: "complete", paymentStatus: "paid" });
  return [eventOf("checkout.session.async_payment_succeeded", session, sale, at)];
}

export function pendingFailed(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const session = sessionOf(sale, at, { status: "complete", paymentStatus: "unpaid" });
  return [eventOf("checkout.session.async_payment_failed", session, sale, at)];
}

export function refunded(sale: Sale, now: Instant, cents: number): readonly StripeEvent[] {
  const at = seconds(now);
  const charge = chargeOf(sale, at, { refundedCents: cents });
  return [eventOf("charge.refunded", charge, sale, at)];
}

export function disputed(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  const dispute = {
    id: `du_${sale.seed}`,
    object: "dispute",
    amount: sale.cents,
    charge: `ch_${sale.seed}`,
    created: at,
    currency: "eur",
    livemode: true,
    metadata: {},
    payment_intent: `pi_${sale.seed}`,
    reason: "product_unacceptable",
    status: "needs_response",
  };
  return [eventOf("charge.dispute.created", dispute, sale, at)];
}

/** An invoice whose automatic payment did not go through; its own page is the way to pay it. */
export function failedInvoice(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  return [eventOf("invoice.payment_failed", invoiceOf(sale, at, false), sale, at)];
}

export function paidInvoice(sale: Sale, now: Instant): readonly StripeEvent[] {
  const at = seconds(now);
  return [eventOf("invoice.paid", invoiceOf(sale, at, true), sale, at)];
}

function invoiceOf(sale: Sale, created: number, paid: boolean): StripeObject {
  return {
    id: `in_${sale.seed}`,
    object: "invoice",
    amount_due: sale.cents,
    amount_paid: paid ? sale.cents : 0,
    amount_remaining: paid ? 0 : sale.cents,
    attempt_count: 1,
    billing_reason: "manual",
    collection_method: "charge_automatically",
    created,
    currency: "eur",
    customer: `cus_${sale.seed}`,
    customer_email: sale.email || null,
    customer_name: sale.name || null,
    hosted_invoice_url: sale.checkoutUrl || null,
    lines: { object: "list", data: [], has_more: false, url: `/v1/invoices/in_${sale.seed}/lines` },
    livemode: true,
    metadata: {},
    parent: null,
    status: paid ? "paid" : "open",
  };
}

function eventOf(type: string, object: StripeObject, sale: Sale, created: number): StripeEvent {
  return {
    id: `evt_1${sale.seed}${mark(type)}${created.toString(36)}`,
    object: "event",
    api_version: "2025-09-30.clover",
    created,
    data: { object },
    livemode: true,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  };
}

/** A few letters that differ from type to type. */
function mark(type: string): string {
  return type
    .split(/[._]/)
    .map((word) => word.slice(0, 2))
    .join("");
}

function seconds(ms: Instant): number {
  return Math.floor(ms / 1_000);
}
