// What an event leaves open about its payment is asked of Stripe: the charge behind a refund, the invoice, the offer.
import { idsOf, paymentKey, refsOf, type StripeRefs, withObject } from "../../events/stripe-object";
import { refundedAs } from "../../events/stripe-payment";
import { listAt, textAt } from "../../events/stripe-value";
import { offerOf } from "../../events/who-paid";
import type { Offers } from "../../model/offer";
import type { MoneyKind, Payment } from "../../model/payment";
import type { StripeAnswer } from "../../ports";

/** Asks the Stripe API for a path below /v1/. */
export type Ask = (path: string) => StripeAnswer;

export interface Told {
  readonly kind: "money";
  readonly what: MoneyKind;
  readonly payment: Payment;
}
interface Waits {
  readonly kind: "waits";
  readonly why: string;
}
/** A payment with the ids by which more can be asked. */
interface Known extends Told {
  readonly refs: StripeRefs;
}

/**
 * The key made canonical, the offer looked up where some Offers row names Stripe ids: at most three questions. Only
 * silence makes the event wait. What Stripe does not know, or this key may not read, is gone on without: asking again
 * would not change the answer, and a payment must stop mails also where its offer stays unknown.
 */
export function withDetails(ask: Ask, told: Told, object: unknown, offers: Offers): Told | Waits {
  const steps: readonly ((known: Known) => Known | Waits)[] = [
    (known) => withCharge(ask, known, textAt(object, "object")),
    (known) => withInvoice(ask, known),
    (known) => withOffer(ask, known, object, offers),
  ];
  let known: Known = { ...told, refs: refsOf(object) };
  for (const step of steps) {
    const next = step(known);
    if (next.kind === "waits") return next;
    known = next;
  }
  const { kind, what, payment } = known;
  return { kind, what, payment };
}

/** Refunds and disputes say little; their charge knows the payer, and whether all the money went back. */
function withCharge(ask: Ask, known: Known, objectKind: string): Known | Waits {
  const { charge } = known.refs;
  if (charge === "" || !["refund", "dispute"].includes(objectKind)) return known;
  return learn(ask(`charges/${charge}`), known, (body) => {
    const whole = objectKind === "refund" ? refundedAs(body) : null;
    return { ...merged(known, body), what: whole ?? known.what };
  });
}

/** From basil on neither intent nor charge names its invoice. */
function withInvoice(ask: Ask, known: Known): Known | Waits {
  const { invoiceKnown, intent } = known.refs;
  if (invoiceKnown || intent === "") return known;
  const filter = `payment[type]=payment_intent&payment[payment_intent]=${intent}`;
  return learn(ask(`invoice_payments?${filter}&limit=1`), known, (body) =>
    named(known, { invoice: textAt(listAt(body, "data")[0], "invoice") }),
  );
}

function withOffer(ask: Ask, known: Known, object: unknown, offers: Offers): Known | Waits {
  if (!wanted(known, offers)) return known;
  const { refs } = known;
  if (refs.session !== "") {
    const path = `checkout/sessions/${refs.session}?expand[]=line_items`;
    return learn(ask(path), known, (body) => merged(known, body));
  }
  const lined = withLines(ask, known, object);
  if (lined.kind === "waits" || !wanted(lined, offers)) return lined;
  return withCheckout(ask, lined);
}

/** The lines of the invoice, unless the event brought them. */
function withLines(ask: Ask, known: Known, object: unknown): Known | Waits {
  const { invoice } = known.refs;
  if (invoice === "" || textAt(object, "object") === "invoice") return known;
  return learn(ask(`invoices/${invoice}`), known, (body) => merged(known, body));
}

/** The checkout it was bought through: its payment link and its lines. */
function withCheckout(ask: Ask, known: Known): Known | Waits {
  const { subscription, intent } = known.refs;
  const filter = subscription === "" ? `payment_intent=${intent}` : `subscription=${subscription}`;
  if (subscription === "" && intent === "") return known;
  const path = `checkout/sessions?${filter}&limit=1&expand[]=data.line_items`;
  return learn(ask(path), known, (body) => merged(known, listAt(body, "data")[0]));
}

function wanted({ payment }: Known, offers: Offers): boolean {
  const rows = [...offers.values()];
  const named = rows.some((row) => row.stripeIds.length + row.stripeIdsAfter.length > 0);
  return named && offerOf(payment, offers).offer === "";
}

function learn(answer: StripeAnswer, known: Known, take: (body: unknown) => Known): Known | Waits {
  if (answer.kind === "found") return take(answer.body);
  const silent = answer.kind === "unreachable" && answer.refused !== true;
  return silent ? { kind: "waits", why: answer.why } : known;
}

function merged(known: Known, object: unknown): Known {
  return named({ ...known, payment: withObject(known.payment, object) }, refsOf(object));
}

/** Takes the ids that were missing, and with them the key. */
function named(known: Known, more: Partial<StripeRefs>): Known {
  const { refs, payment } = known;
  const invoice = refs.invoice || (more.invoice ?? "");
  const intent = refs.intent || (more.intent ?? "");
  const next: StripeRefs = {
    ...refs,
    invoice,
    intent,
    charge: refs.charge || (more.charge ?? ""),
    subscription: refs.subscription || (more.subscription ?? ""),
    invoiceKnown: invoice !== "" || refs.invoiceKnown || more.invoiceKnown === true,
  };
  const key = paymentKey(next) || payment.key;
  return {
    ...known,
    refs: next,
    payment: { ...payment, key, ids: idsOf(next), charge: next.charge },
  };
}
