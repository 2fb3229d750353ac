// How a payment stands at this moment: asked right before a mail that wants it finished.
import { amountText } from "../../events/stripe-amount";
import { refsOf } from "../../events/stripe-object";
import { refundedAs } from "../../events/stripe-payment";
import { listAt, numberAt, textAt, valueAt } from "../../events/stripe-value";
import type { Settings } from "../../model/settings";
import { SECOND_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { asking } from "./ask-stripe";
import type { Ask } from "./payment-details";

export type PaymentNow =
  /** Nobody has paid it yet. The link is "" where Stripe has none for the payer. */
  | { readonly kind: "open"; readonly link: string; readonly amount: string }
  | { readonly kind: "paid"; readonly at: number }
  /** It cannot or must not be paid any more; `what` is Stripe's own word for it. */
  | { readonly kind: "over"; readonly what: string }
  /** No answer that would allow a mail: Stripe is silent, or the money is on its way. To be asked again. */
  | { readonly kind: "unreachable"; readonly why: string };
type Open = Extract<PaymentNow, { kind: "open" }>;

/** Key prefix → how it is read. At most three fetches each. */
const READERS: Readonly<Record<string, (ask: Ask, key: string) => PaymentNow>> = {
  in: (ask, key) => look(ask, `invoices/${key}`, (invoice) => invoiceNow(ask, invoice)),
  pi: (ask, key) => look(ask, `payment_intents/${key}`, (intent) => intentNow(ask, intent)),
  ch: (ask, key) => look(ask, `charges/${key}`, chargeNow),
  py: (ask, key) => look(ask, `charges/${key}`, chargeNow),
  cs: (ask, key) => look(ask, `checkout/sessions/${key}`, (session) => sessionNow(ask, session)),
};

export function paymentNow(
  ports: Ports,
  key: string,
  apiKey: string,
  mode: Settings["mode"],
): PaymentNow {
  const [prefix = ""] = key.split("_");
  const read = Object.entries(READERS).find(([known]) => known === prefix)?.[1];
  if (read === undefined) return { kind: "unreachable", why: `${key || "-"} cannot be looked up` };
  return read(asking(ports, apiKey, mode), key);
}

function invoiceNow(ask: Ask, invoice: unknown): PaymentNow {
  const status = textAt(invoice, "status");
  if (status === "paid") return paidAt(invoice, "status_transitions.paid_at");
  if (status !== "open") return { kind: "over", what: status || "unknown" };
  const open = openAs(invoice, "amount_remaining", linkAt(invoice, "hosted_invoice_url"));
  const { intent } = refsOf(invoice);
  if (intent !== "") {
    return further(ask, `payment_intents/${intent}`, open, (body) => unpaidNow(ask, body, open));
  }
  // From basil on the invoice names no intent; its payments do.
  const filter = `invoice=${textAt(invoice, "id")}&expand[]=data.payment.payment_intent`;
  return further(ask, `invoice_payments?${filter}`, open, (list) => {
    const payments = listAt(list, "data").filter((one) => textAt(one, "status") !== "canceled");
    const intents = payments.map((one) => valueAt(one, "payment.payment_intent"));
    const waiting = intents.map(waitingIntent).find((found) => found !== null);
    return waiting ?? unpaidNow(ask, intents[0], open);
  });
}

function intentNow(ask: Ask, intent: unknown): PaymentNow {
  const status = textAt(intent, "status");
  if (status === "succeeded") return succeededIntent(ask, intent);
  if (status === "canceled") return { kind: "over", what: status };
  const open = openAs(intent, "amount", "");
  const now = unpaidNow(ask, intent, open);
  const { invoice } = refsOf(intent);
  if (now.kind !== "open" || now.link !== "" || invoice === "") return now;
  return further(ask, `invoices/${invoice}`, now, (body) => ({
    ...open,
    link: linkAt(body, "hosted_invoice_url"),
  }));
}

/** With the way back into the checkout, where there was one. */
function unpaidNow(ask: Ask, intent: unknown, open: Open): PaymentNow {
  const waiting = waitingIntent(intent);
  const id = textAt({ intent }, "intent");
  if (waiting !== null || id === "") return waiting ?? open;
  return further(ask, `checkout/sessions?payment_intent=${id}&limit=1`, open, (list) => ({
    ...open,
    link: sessionLink(listAt(list, "data")[0]) || open.link,
  }));
}

/** Only its charge knows when it was paid, and whether the money went back since. */
function succeededIntent(ask: Ask, intent: unknown): PaymentNow {
  const told = valueAt(intent, "charges.data.0");
  if (told !== undefined) return chargeNow(told);
  const { charge } = refsOf(intent);
  const paid = paidAt(intent, "created");
  return charge === "" ? paid : further(ask, `charges/${charge}`, paid, chargeNow);
}

function chargeNow(charge: unknown): PaymentNow {
  const status = textAt(charge, "status");
  if (status === "pending") return onItsWay("the charge is pending");
  if (status !== "succeeded") return openAs(charge, "amount", "");
  if (valueAt(charge, "captured") === false) return onItsWay("authorised, not captured");
  const back = refundedAs(charge);
  return back === "refunded" ? { kind: "over", what: back } : paidAt(charge, "created");
}

function sessionNow(ask: Ask, session: unknown): PaymentNow {
  const open = openAs(session, "amount_total", sessionLink(session));
  const unpaid = textAt(session, "payment_status") === "unpaid";
  const now = unpaid ? open : paidAt(session, "created");
  const { intent } = refsOf(session);
  // A completed checkout stays "unpaid" when a slow payment fails; what became of it, its intent knows.
  if (intent === "" || textAt(session, "status") !== "complete") return now;
  return further(ask, `payment_intents/${intent}`, now, (body) => {
    if (textAt(body, "status") === "succeeded") return succeededIntent(ask, body);
    return waitingIntent(body) ?? now;
  });
}

/** Slow means of payment: who is asked again while the money is on its way pays twice. */
function waitingIntent(intent: unknown): PaymentNow | null {
  const status = textAt(intent, "status");
  return ["processing", "requires_capture"].includes(status) ? onItsWay(`it is ${status}`) : null;
}

function openAs(object: unknown, amountPath: string, link: string): Open {
  const amount = amountText(numberAt(object, amountPath) ?? 0, textAt(object, "currency"));
  return { kind: "open", link, amount };
}

/** The page of an open checkout, else the one that opens an expired checkout again. */
function sessionLink(session: unknown): string {
  const open = textAt(session, "status") === "open" ? linkAt(session, "url") : "";
  return open || linkAt(session, "after_expiration.recovery.url");
}

function linkAt(object: unknown, path: string): string {
  const link = textAt(object, path);
  return /^https?:\/\/\S+$/.test(link) ? link : "";
}

function paidAt(object: unknown, path: string): PaymentNow {
  const at = numberAt(object, path) ?? numberAt(object, "created") ?? 0;
  return { kind: "paid", at: at * SECOND_MS };
}

function onItsWay(why: string): PaymentNow {
  return { kind: "unreachable", why };
}

/** Without this answer nothing is known of the payment. */
function look(ask: Ask, path: string, read: (body: unknown) => PaymentNow): PaymentNow {
  const answer = ask(path);
  if (answer.kind === "found") return read(answer.body);
  const why = answer.kind === "unknown" ? `Stripe does not know ${path}` : answer.why;
  return { kind: "unreachable", why };
}

/** Where Stripe knows nothing, or the key may not read it, what is known so far holds. */
function further(
  ask: Ask,
  path: string,
  known: PaymentNow,
  read: (body: unknown) => PaymentNow,
): PaymentNow {
  const answer = ask(path);
  if (answer.kind === "found") return read(answer.body);
  const silent = answer.kind === "unreachable" && answer.refused !== true;
  return silent ? { kind: "unreachable", why: answer.why } : known;
}
