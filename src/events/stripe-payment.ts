// Stripe's copy of an event, read as a payment or as a named reason why it is none.
// Object shapes before and after API version 2025-03-31.basil are both read.

import { ownValue } from "../model/own-value";
import type { Payment } from "../model/payment";
import { type Reason, reason, say } from "../model/reason";
import { SECOND_MS } from "../model/time";
import { valueAt } from "./stripe-hook";

export type StripeReading =
  | { readonly kind: "payment"; readonly payment: Payment }
  | { readonly kind: "nothing"; readonly why: Reason };

type Read = (path: string) => string;

/** For each type that can be a payment: why this one is none, or "". */
const PAYMENT_TYPES: Readonly<Record<string, (object: unknown) => string>> = {
  "checkout.session.completed": unpaidSession,
  "checkout.session.async_payment_succeeded": unpaidSession,
  "payment_intent.succeeded": (object) =>
    zero(valueAt(object, "amount_received") ?? valueAt(object, "amount")),
  "charge.succeeded": uncapturedCharge,
  "charge.captured": uncapturedCharge,
  "invoice.paid": (object) => zero(valueAt(object, "amount_paid")),
  "invoice.payment_succeeded": (object) => zero(valueAt(object, "amount_paid")),
};

export function readStripeEvent(copy: unknown, mode: "LIVE" | "REHEARSAL"): StripeReading {
  const type = textAt(copy, "type");
  const live = valueAt(copy, "livemode") === true;
  if (live !== (mode === "LIVE")) {
    return nothing(otherMode(live, mode));
  }
  const whyNone = ownValue(PAYMENT_TYPES, type);
  if (whyNone === undefined)
    return nothing(reason("stripeTypeUnused", { what: type || "event without type" }));
  const object = valueAt(copy, "data.object");
  const what = whyNone(object);
  if (what !== "") return nothing(reason("stripeNoPayment", { what }));
  return { kind: "payment", payment: paymentOf(object, occurredAt(copy)) };
}

export function otherMode(live: boolean, mode: "LIVE" | "REHEARSAL"): Reason {
  return reason("stripeOtherMode", { seen: live ? "live" : "test-mode", mode });
}

/** True for the reason of a live event that came during REHEARSAL: it counts once the sheet is LIVE. */
export function waitsForLive(told: string): boolean {
  const why = otherMode(true, "REHEARSAL");
  return told === say(why, "en") || told === say(why, "zh");
}

/** Stripe `created`, in milliseconds; 0 when it is missing. */
export function occurredAt(copy: unknown): number {
  const created = valueAt(copy, "created");
  return typeof created === "number" ? created * SECOND_MS : 0;
}

/** Adds what the customer or charge object knows to a payment that does not say who paid. */
export function withPayer(payment: Payment, object: unknown): Payment {
  const read: Read = (path) => textAt(object, path);
  return {
    ...payment,
    emails: unique([...payment.emails, ...emailsOf(read)]),
    name: payment.name || nameOf(read),
    customer: payment.customer || read("customer"),
  };
}

function paymentOf(object: unknown, at: number): Payment {
  const read: Read = (path) => textAt(object, path);
  const kind = read("object");
  const own = (wanted: string) => (kind === wanted ? read("id") : "");
  const invoice = own("invoice") || read("invoice") || read("parent.invoice_details.invoice");
  const intent = own("payment_intent") || read("payment_intent");
  const charge = own("charge") || read("charge") || read("latest_charge");
  return {
    // Canonical payment key (design 4.3): invoice, else intent, else charge, else session.
    key: invoice || intent || charge || own("checkout.session") || read("id"),
    at,
    emails: unique(emailsOf(read)),
    name: nameOf(read),
    customer: read("customer"),
    charge,
    contactReference: read("client_reference_id"),
    offerIds: offerIdsOf(object),
    amount: amountOf(object, read),
  };
}

function emailsOf(read: Read): string[] {
  return [
    read("customer_details.email"),
    read("customer_email"),
    read("billing_details.email"),
    read("receipt_email"),
    read("charges.data.0.billing_details.email"),
    read("object") === "customer" ? read("email") : "",
  ];
}

function nameOf(read: Read): string {
  return (
    read("customer_details.name") ||
    read("customer_name") ||
    read("billing_details.name") ||
    (read("object") === "customer" ? read("name") : "")
  );
}

/** Prices, products and payment links named in the object: a payment is told by these, never by its amount. */
function offerIdsOf(object: unknown): string[] {
  const lines = valueAt(object, "lines.data");
  const fromLines = (Array.isArray(lines) ? lines : []).flatMap((line: unknown) => [
    textAt(line, "price.id"),
    textAt(line, "price.product"),
    textAt(line, "plan.product"),
    textAt(line, "pricing.price_details.price"),
    textAt(line, "pricing.price_details.product"),
  ]);
  return unique([textAt(object, "payment_link"), ...fromLines]);
}

function amountOf(object: unknown, read: Read): string {
  const paths = ["amount_total", "amount_paid", "amount_received", "amount"];
  const minor = paths
    .map((path) => valueAt(object, path))
    .find((value) => typeof value === "number");
  return minor === undefined ? "" : `${minor} ${read("currency")} (smallest unit)`;
}

function unpaidSession(object: unknown): string {
  const status = textAt(object, "payment_status");
  return status === "paid"
    ? zero(valueAt(object, "amount_total"))
    : `checkout is ${status || "open"}`;
}

function uncapturedCharge(object: unknown): string {
  if (valueAt(object, "captured") === false) return "authorised, not captured";
  return zero(valueAt(object, "amount"));
}

function zero(amount: unknown): string {
  return amount === 0 ? "amount 0" : "";
}

function nothing(why: Reason): StripeReading {
  return { kind: "nothing", why };
}

function textAt(root: unknown, path: string): string {
  const value = valueAt(root, path);
  if (typeof value === "string") return value;
  const expanded = valueAt(value, "id");
  return typeof expanded === "string" ? expanded : "";
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))];
}
