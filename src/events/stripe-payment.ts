// Stripe's copy of an event, read as what happened to a payment, or as a named reason why nothing did.
import { ownValue } from "../model/own-value";
import type { MoneyKind, Payment } from "../model/payment";
import { type Reason, reason, say } from "../model/reason";
import { SECOND_MS } from "../model/time";
import { NO_PAYMENT } from "../words/causes";
import { isFree, paymentOf, refsOf } from "./stripe-object";
import { numberAt, textAt, valueAt } from "./stripe-value";

export type StripeReading =
  | {
      readonly kind: "money";
      readonly what: MoneyKind;
      readonly payment: Payment;
      /** False: Stripe must be asked whether an invoice stands behind it; only then is the key canonical. */
      readonly invoiceKnown: boolean;
    }
  | { readonly kind: "nothing"; readonly why: Reason };

/** What each type tells of its object. Every other type changes nothing. */
const TYPES: Readonly<Record<string, (object: unknown) => MoneyKind | Reason>> = {
  "checkout.session.completed": completedSession,
  "checkout.session.async_payment_succeeded": arrivedSession,
  "checkout.session.async_payment_failed": () => "failed",
  "checkout.session.expired": (object) => (savesCard(object) ? CARD_ONLY : "expired"),
  "payment_intent.succeeded": () => "paid",
  "payment_intent.payment_failed": () => "failed",
  "charge.succeeded": capturedCharge,
  "charge.captured": capturedCharge,
  "charge.failed": () => "failed",
  "charge.refunded": (object) => refundedAs(object) ?? NOT_CAPTURED,
  "charge.refund.updated": settledRefund,
  "charge.dispute.created": () => "disputed",
  "charge.dispute.closed": closedDispute,
  "refund.created": settledRefund,
  "refund.updated": settledRefund,
  "invoice.paid": () => "paid",
  "invoice.payment_succeeded": () => "paid",
  "invoice.payment_failed": () => "failed",
  "invoice.payment_action_required": () => "failed",
  "customer.subscription.deleted": () => "cancelled",
};
/** What the webhook has to be told of, as its owner ticks it at Stripe. */
export const STRIPE_TYPES: readonly string[] = Object.keys(TYPES);

const CARD_ONLY = reason("stripeNoPayment", { what: NO_PAYMENT.cardOnly });
const NOT_CAPTURED = reason("stripeNoPayment", { what: NO_PAYMENT.notCaptured });

export function readStripeEvent(copy: unknown, mode: "LIVE" | "REHEARSAL"): StripeReading {
  const live = valueAt(copy, "livemode") === true;
  if (live !== (mode === "LIVE")) return nothing(otherMode(live, mode));
  const type = textAt(copy, "type");
  const read = ownValue(TYPES, type);
  if (read === undefined) return nothing(unused(type || "event without type"));
  const object = valueAt(copy, "data.object");
  const what = read(object);
  if (typeof what !== "string") return nothing(what);
  const payment = paymentOf(object, occurredAt(copy));
  if (payment.key === "") return nothing(unused(`${type} without object`));
  return {
    kind: "money",
    what,
    payment: { ...payment, free: what === "paid" && isFree(object) },
    invoiceKnown: refsOf(object).invoiceKnown,
  };
}

/** A charge as refunded, wholly or in part; null: no money has come back. */
export function refundedAs(charge: unknown): "refunded" | "partly refunded" | null {
  // Letting an authorisation go is told as a refund, too.
  if (valueAt(charge, "captured") === false) return null;
  const back = numberAt(charge, "amount_refunded") ?? 0;
  const taken = numberAt(charge, "amount_captured") || numberAt(charge, "amount") || 0;
  if (valueAt(charge, "refunded") === true || (taken > 0 && back >= taken)) return "refunded";
  return back > 0 ? "partly refunded" : null;
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
  return (numberAt(copy, "created") ?? 0) * SECOND_MS;
}

function completedSession(object: unknown): MoneyKind | Reason {
  if (savesCard(object)) return CARD_ONLY;
  const status = textAt(object, "payment_status");
  if (status === "unpaid") return "pending";
  return status === "no_payment_required" ? "paid" : arrivedSession(object);
}

function arrivedSession(object: unknown): MoneyKind | Reason {
  const status = textAt(object, "payment_status");
  if (status === "paid") return "paid";
  return reason("stripeNoPayment", { what: `checkout is ${status || "open"}` });
}

function savesCard(object: unknown): boolean {
  return textAt(object, "mode") === "setup";
}

function capturedCharge(object: unknown): MoneyKind | Reason {
  return valueAt(object, "captured") === false ? NOT_CAPTURED : "paid";
}

/** Some of the money at least has gone back; only the charge knows whether all of it has. */
function settledRefund(object: unknown): MoneyKind | Reason {
  const status = textAt(object, "status");
  return status === "succeeded" ? "partly refunded" : unused(`refund ${status}`);
}

function closedDispute(object: unknown): Reason {
  return unused(`dispute ${textAt(object, "status")}`);
}

function unused(what: string): Reason {
  return reason("stripeTypeUnused", { what });
}

function nothing(why: Reason): StripeReading {
  return { kind: "nothing", why };
}
