// One object of Stripe's, read as what it says of a payment. Shapes before and after API version 2025-03-31.basil.

import { plainLine } from "../model/one-line";
import type { Payment } from "../model/payment";
import { amountText } from "./stripe-amount";
import { listAt, numberAt, textAt, valueAt } from "./stripe-value";

/** What an object names; "" where it does not. */
export interface StripeRefs {
  readonly invoice: string;
  readonly intent: string;
  readonly charge: string;
  readonly session: string;
  readonly subscription: string;
  /** False: it may belong to an invoice that it does not name. */
  readonly invoiceKnown: boolean;
}

export function refsOf(object: unknown): StripeRefs {
  const kind = textAt(object, "object");
  const own = (wanted: string) => (kind === wanted ? textAt(object, "id") : "");
  const read = (...paths: readonly string[]) => firstText(object, paths);
  const intent = own("payment_intent") || read("payment_intent");
  return {
    invoice: own("invoice") || read("invoice", "latest_invoice"),
    intent,
    charge: own("charge") || read("charge", "latest_charge", "charges.data.0"),
    session: own("checkout.session"),
    subscription:
      own("subscription") || read("subscription", "parent.subscription_details.subscription"),
    invoiceKnown: invoiceKnown(object, kind, intent),
  };
}

/** Equal for an invoice, its intent, its charge and its session (design 4.3). */
export function paymentKey(refs: StripeRefs): string {
  return refs.invoice || refs.intent || refs.charge || refs.session || refs.subscription;
}

export function paymentOf(object: unknown, at: number): Payment {
  const refs = refsOf(object);
  return {
    key: paymentKey(refs) || textAt(object, "id"),
    ids: idsOf(refs),
    at,
    emails: emailsOf(object),
    name: nameOf(object),
    customer: textAt(object, "customer"),
    charge: refs.charge,
    contactReference: textAt(object, "client_reference_id"),
    offerIds: offerIdsOf(object),
    amount: amountOf(object),
    free: false,
    renewal: isRenewal(object),
  };
}

/** Adds what another object, such as the customer or the charge, says of the same payment. */
export function withObject(payment: Payment, object: unknown): Payment {
  return {
    ...payment,
    emails: unique([...payment.emails, ...emailsOf(object)]),
    name: payment.name || nameOf(object),
    customer: payment.customer || textAt(object, "customer"),
    contactReference: payment.contactReference || textAt(object, "client_reference_id"),
    offerIds: unique([...payment.offerIds, ...offerIdsOf(object)]),
    renewal: payment.renewal || isRenewal(object),
  };
}

/** Names of the one payment; a subscription is none, it pays many times. */
export function idsOf({ invoice, intent, charge, session }: StripeRefs): readonly string[] {
  return unique([invoice, intent, charge, session]);
}

function isRenewal(object: unknown): boolean {
  return textAt(object, "billing_reason") === "subscription_cycle";
}

/** True where no money moved: a full coupon, a trial. */
export function isFree(object: unknown): boolean {
  if (textAt(object, "payment_status") === "no_payment_required") return true;
  // Before basil an invoice paid at the counter had amount_paid 0.
  if (valueAt(object, "paid_out_of_band") === true) return false;
  const paths = ["amount_total", "amount_paid", "amount_received", "amount"];
  return paths.map((path) => numberAt(object, path)).find((seen) => seen !== null) === 0;
}

/** Stripe writes no invoice without a customer. */
function invoiceKnown(object: unknown, kind: string, intent: string): boolean {
  // The invoice that a checkout writes after the payment is not there at once.
  const comesLater = valueAt(object, "invoice_creation.enabled") === true;
  if (kind === "checkout.session") return !comesLater || textAt(object, "invoice") !== "";
  // Intents and charges told of it up to basil, be it by null; refunds and disputes never did.
  if (kind === "payment_intent" || kind === "charge") {
    const isGuest = valueAt(object, "customer") === null;
    return intent === "" || isGuest || valueAt(object, "invoice") !== undefined;
  }
  return kind !== "refund" && kind !== "dispute";
}

function emailsOf(object: unknown): string[] {
  const paths = [
    "customer_details.email",
    "customer_email",
    "billing_details.email",
    "receipt_email",
    "charges.data.0.billing_details.email",
    "last_payment_error.payment_method.billing_details.email",
    ...(isCustomer(object) ? ["email"] : []),
  ];
  return unique(paths.map((path) => textAt(object, path)));
}

function nameOf(object: unknown): string {
  const name = firstText(object, [
    "customer_details.name",
    "customer_name",
    "billing_details.name",
    "charges.data.0.billing_details.name",
    "last_payment_error.payment_method.billing_details.name",
    ...(isCustomer(object) ? ["name"] : []),
  ]);
  return plainLine(name);
}

function isCustomer(object: unknown): boolean {
  return textAt(object, "object") === "customer";
}

/** Prices, products and payment links named in the object: a payment is told by these, never by its amount. */
function offerIdsOf(object: unknown): string[] {
  // Of an invoice, a checkout and a subscription.
  const lines = ["lines.data", "line_items.data", "items.data"].flatMap((path) => [
    ...listAt(object, path),
  ]);
  const fromLines = lines.flatMap((line) =>
    [
      "price",
      "price.product",
      "plan",
      "plan.product",
      "pricing.price_details.price",
      "pricing.price_details.product",
    ].map((path) => textAt(line, path)),
  );
  return unique([textAt(object, "payment_link"), ...fromLines]);
}

/** What was paid, else what is due. */
function amountOf(object: unknown): string {
  const paths = ["amount_total", "amount_paid", "amount_received", "amount_due", "amount"];
  const seen = paths.flatMap((path) => numberAt(object, path) ?? []);
  const units = seen.find((amount) => amount > 0) ?? seen[0];
  return units === undefined ? "" : amountText(units, textAt(object, "currency"));
}

function firstText(object: unknown, paths: readonly string[]): string {
  for (const path of paths) {
    const text = textAt(object, path);
    if (text !== "") return text;
  }
  return "";
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values.map((value) => value.trim()).filter((value) => value !== ""))];
}
