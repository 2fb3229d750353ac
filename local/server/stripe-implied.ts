// An intent that no event carried, but a charge or a checkout names: at Stripe it exists all the same.
import { isObject, type StripeObject, type StripeStore } from "./stripe-store.ts";

export function impliedIntent(store: StripeStore, id: string): StripeObject | null {
  const charge = namedBy(store.objects("charges"), id);
  const session = namedBy(store.objects("checkout/sessions"), id);
  const source = charge ?? session;
  if (!source) return null;
  const amount = source.amount ?? source.amount_total;
  const paid = charge ? charge.status === "succeeded" : session?.payment_status === "paid";
  return {
    id,
    object: "payment_intent",
    amount,
    amount_received: paid ? amount : 0,
    created: source.created,
    currency: source.currency,
    customer: source.customer ?? null,
    latest_charge: charge?.id ?? null,
    livemode: source.livemode,
    receipt_email: charge?.receipt_email ?? null,
    status: paid ? "succeeded" : unpaidStatus(store, id, session),
    ...(charge && "invoice" in charge ? { invoice: charge.invoice } : {}),
  };
}

/** A completed checkout waits for its bank, until the bank says no; any other waits for another try. */
function unpaidStatus(
  store: StripeStore,
  intent: string,
  session: StripeObject | undefined,
): string {
  const failed = store
    .events()
    .filter(({ type }) => type === "checkout.session.async_payment_failed")
    .some(({ data }) => isObject(data) && isObject(data.object) && names(data.object, intent));
  return session?.status === "complete" && !failed ? "processing" : "requires_payment_method";
}

/** Newest first. */
function namedBy(objects: readonly StripeObject[], intent: string): StripeObject | undefined {
  return objects.find((object) => names(object, intent));
}

function names(object: StripeObject, intent: string): boolean {
  return object.payment_intent === intent;
}
