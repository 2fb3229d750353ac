// One page of Stripe's past, as payments: what really was paid, under its canonical key, with whoever it names.
import { withObject } from "../../events/stripe-object";
import { readStripeEvent } from "../../events/stripe-payment";
import { listAt, numberAt, textAt, valueAt } from "../../events/stripe-value";
import type { Offers } from "../../model/offer";
import type { Payment } from "../../model/payment";
import { type Ask, withDetails } from "../stripe/payment-details";
import type { HistoryList, KeyKind } from "./history-state";

export interface HistoryPage {
  readonly objects: readonly unknown[];
  readonly hasMore: boolean;
  /** Id of its last object. */
  readonly last: string;
}
interface Silent {
  readonly kind: "silent";
  readonly why: string;
}

/** As many as Stripe gives at once. */
const PAGE_OBJECTS = 100;
/** Without these a charge names its customer by id alone, and a session does not say what was bought. */
const EXPANDED: Readonly<Record<HistoryList, string>> = {
  charges: "&expand[]=data.customer",
  "checkout/sessions": "&status=complete&expand[]=data.line_items",
  customers: "",
};
/** What a session was for comes with it; of a charge nobody asks, its session says it. */
const NO_OFFERS: Offers = new Map();

export function askPage(
  ask: Ask,
  list: HistoryList,
  after: string,
): { readonly kind: "page"; readonly page: HistoryPage } | Silent {
  const from = after === "" ? "" : `&starting_after=${after}`;
  const answer = ask(`${list}?limit=${PAGE_OBJECTS}${EXPANDED[list]}${from}`);
  if (answer.kind === "unreachable") return { kind: "silent", why: answer.why };
  if (answer.kind === "unknown") return { kind: "silent", why: "Stripe answered 404" };
  const objects = listAt(answer.body, "data");
  const last = textAt(objects[objects.length - 1], "id");
  const hasMore = valueAt(answer.body, "has_more") === true && last !== "";
  return { kind: "page", page: { objects, hasMore, last } };
}

/** "none": no money moved, or all of it went back. */
export function pastPayment(
  ask: Ask,
  kind: KeyKind,
  object: unknown,
): { readonly kind: "paid"; readonly payment: Payment } | { readonly kind: "none" } | Silent {
  const type = toldBy(object);
  if (type === "") return { kind: "none" };
  // A list's object is read as the event that told of it would be.
  const created = numberAt(object, "created");
  const copy = { type, created, livemode: kind === "live", data: { object } };
  const read = readStripeEvent(copy, kind === "live" ? "LIVE" : "REHEARSAL");
  if (read.kind !== "money" || read.what !== "paid") return { kind: "none" };
  const payment = withObject(read.payment, valueAt(object, "customer"));
  const told = withDetails(ask, { kind: "money", what: "paid", payment }, object, NO_OFFERS);
  if (told.kind === "waits") return { kind: "silent", why: told.why };
  return { kind: "paid", payment: told.payment };
}

function toldBy(object: unknown): string {
  if (textAt(object, "object") === "checkout.session") return "checkout.session.completed";
  const stands = textAt(object, "status") === "succeeded" && valueAt(object, "refunded") !== true;
  return stands ? "charge.succeeded" : "";
}

/** A session stays "paid" for ever; its charges say whether the money went back. */
export function wentBack(ask: Ask, session: unknown): boolean {
  const intent = textAt(session, "payment_intent");
  if (intent === "") return false;
  const answer = ask(`charges?payment_intent=${intent}&limit=${PAGE_OBJECTS}`);
  if (answer.kind !== "found") return false;
  const charges = listAt(answer.body, "data");
  const paid = charges.filter((charge) => textAt(charge, "status") === "succeeded");
  return paid.length > 0 && paid.every((charge) => valueAt(charge, "refunded") === true);
}
