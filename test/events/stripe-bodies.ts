// One payment as each of its objects tells it, in the shapes before and after API version 2025-03-31.basil.
import type { Json } from "../support/stamp";

export type Shape = "before basil" | "since basil";
export const SHAPES: readonly Shape[] = ["before basil", "since basil"];

export const AT = Date.parse("2026-03-02T09:00:00Z");
const created = AT / 1_000;

export interface Sale {
  readonly shape: Shape;
  /** An invoice stands behind it. */
  readonly invoiced: boolean;
}

export function event(type: string, object: Json, more: Json = {}): Json {
  return { id: "evt_1", object: "event", type, created, livemode: true, data: { object }, ...more };
}

/** Only the old shape names the invoice, be it by null. */
function invoiceField({ shape, invoiced }: Sale): Json {
  return shape === "since basil" ? {} : { invoice: invoiced ? "in_1" : null };
}

export function intent(sale: Sale, more: Json = {}): Json {
  return {
    id: "pi_1",
    object: "payment_intent",
    amount: 4_900,
    amount_received: 4_900,
    created,
    currency: "eur",
    customer: "cus_1",
    latest_charge: "ch_1",
    receipt_email: null,
    status: "succeeded",
    ...invoiceField(sale),
    ...more,
  };
}

export function charge(sale: Sale, more: Json = {}): Json {
  return {
    id: "ch_1",
    object: "charge",
    amount: 4_900,
    amount_captured: 4_900,
    amount_refunded: 0,
    billing_details: { email: "ada@example.org", name: "Ada Lovelace" },
    captured: true,
    created,
    currency: "eur",
    customer: "cus_1",
    paid: true,
    payment_intent: "pi_1",
    refunded: false,
    status: "succeeded",
    ...invoiceField(sale),
    ...more,
  };
}

export function session({ invoiced }: Sale, more: Json = {}): Json {
  return {
    id: "cs_1",
    object: "checkout.session",
    amount_total: 4_900,
    client_reference_id: "c_ada",
    created,
    currency: "eur",
    customer: "cus_1",
    customer_details: { email: "ada@example.org", name: "Ada Lovelace" },
    invoice: invoiced ? "in_1" : null,
    mode: invoiced ? "subscription" : "payment",
    payment_intent: invoiced ? null : "pi_1",
    payment_link: "plink_1",
    payment_status: "paid",
    status: "complete",
    subscription: invoiced ? "sub_1" : null,
    url: null,
    ...more,
  };
}

export function invoice({ shape }: Sale, more: Json = {}): Json {
  const old = shape === "before basil";
  const line = old
    ? { price: { id: "price_1", product: "prod_1" } }
    : { pricing: { price_details: { price: "price_1", product: "prod_1" } } };
  const parent = { subscription_details: { subscription: "sub_1" } };
  return {
    id: "in_1",
    object: "invoice",
    amount_due: 4_900,
    amount_paid: 4_900,
    amount_remaining: 0,
    created,
    currency: "eur",
    customer: "cus_1",
    customer_email: "ada@example.org",
    customer_name: "Ada Lovelace",
    hosted_invoice_url: "https://invoice.stripe.com/i/1",
    lines: { data: [line] },
    status: "paid",
    ...(old ? { charge: "ch_1", payment_intent: "pi_1", subscription: "sub_1" } : { parent }),
    ...more,
  };
}

export const refund: Json = {
  id: "re_1",
  object: "refund",
  amount: 4_900,
  charge: "ch_1",
  created,
  currency: "eur",
  payment_intent: "pi_1",
  status: "succeeded",
};

export const dispute: Json = {
  id: "du_1",
  object: "dispute",
  amount: 4_900,
  charge: "ch_1",
  created,
  currency: "eur",
  payment_intent: "pi_1",
  status: "needs_response",
};

export function subscription({ shape }: Sale, more: Json = {}): Json {
  const price = { id: "price_1", product: "prod_1" };
  const plan = shape === "before basil" ? { plan: { id: "price_1", product: "prod_1" } } : {};
  return {
    id: "sub_1",
    object: "subscription",
    created,
    customer: "cus_1",
    items: { data: [{ price, ...plan }] },
    latest_invoice: "in_1",
    status: "canceled",
    ...more,
  };
}

/** What the list of invoice payments says of the intent; it has been there since basil. */
export function invoicePayments({ invoiced }: Sale): Json {
  const payment = { type: "payment_intent", payment_intent: "pi_1" };
  const one = {
    id: "inpay_1",
    object: "invoice_payment",
    invoice: "in_1",
    status: "paid",
    payment,
  };
  return { object: "list", data: invoiced ? [one] : [] };
}

export const INVOICE_OF_INTENT =
  "invoice_payments?payment[type]=payment_intent&payment[payment_intent]=pi_1&limit=1";
export const SESSION_OF_INTENT =
  "checkout/sessions?payment_intent=pi_1&limit=1&expand[]=data.line_items";
export const SESSION_OF_SUBSCRIPTION =
  "checkout/sessions?subscription=sub_1&limit=1&expand[]=data.line_items";
export const SESSION_WITH_LINES = "checkout/sessions/cs_1?expand[]=line_items";
