// Reads events back from Stripe: only Stripe's own copy is acted on (facts 1.20).
import type { EventRow } from "../../sheets-schema/index";
import { type Claims, differingPath } from "../events/stripe-hook";
import { occurredAt, readStripeEvent, withPayer } from "../events/stripe-payment";
import type { Payment } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import type { Settings } from "../model/settings";
import type { Ports, StripeAnswer } from "../ports";

export type ReadBack =
  | { readonly kind: "payment"; readonly payment: Payment }
  | { readonly kind: "nothing"; readonly outcome: "IGNORED" | "REFUSED"; readonly why: Reason }
  | { readonly kind: "waits"; readonly why: string };

export function readBack(
  ports: Ports,
  event: EventRow,
  apiKey: string,
  mode: Settings["mode"],
): ReadBack {
  const answer = ask(ports, `events/${event.key}`, apiKey);
  if (answer.kind === "unreachable") return { kind: "waits", why: answer.why };
  if (answer.kind === "unknown") return refused(reason("stripeUnknown"));
  const read = readStripeEvent(answer.body, mode);
  if (read.kind === "nothing") return { kind: "nothing", outcome: "IGNORED", why: read.why };
  const differs = differingPath(claimsOf(event), answer.body);
  if (differs !== null) return refused(reason("stripeDiffers", { what: differs }));
  const at = occurredAt(answer.body) || (event.occurred_at ?? 0);
  return { kind: "payment", payment: { ...read.payment, at } };
}

/**
 * Asks who paid when the payment itself names nobody we know: the customer may be one (design 4.3), and the
 * charge says it where nothing else does. Null: Stripe did not answer.
 */
export function askPayer(ports: Ports, payment: Payment, apiKey: string): Payment | null {
  let asked = payment;
  for (const [folder, id] of [
    ["customers", payment.customer],
    ["charges", payment.charge],
  ] as const) {
    if (id === "" || (folder === "charges" && asked.emails.length > 0)) continue;
    const answer = ask(ports, `${folder}/${id}`, apiKey);
    if (answer.kind === "unreachable") return null;
    if (answer.kind === "found") asked = withPayer(asked, answer.body);
  }
  return asked;
}

function ask({ stripe }: Ports, path: string, apiKey: string): StripeAnswer {
  if (apiKey === "") return { kind: "unreachable", why: "no restricted key is stored" };
  return stripe.get(path, apiKey);
}

function refused(why: Reason): ReadBack {
  return { kind: "nothing", outcome: "REFUSED", why };
}

function claimsOf(event: EventRow): Claims {
  try {
    return (JSON.parse(event.payload) as { claims?: Claims }).claims ?? {};
  } catch {
    return {};
  }
}
