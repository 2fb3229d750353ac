// Reads events back from Stripe: only Stripe's own copy is acted on (facts 1.20).
import type { EventRow } from "../../sheets-schema/index";
import { type Claims, differingPath } from "../events/stripe-hook";
import { occurredAt, otherMode, readStripeEvent, withPayer } from "../events/stripe-payment";
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
  const claims = claimsOf(event);
  // A test key does not know live events; its "unknown" would be no answer.
  if (mode === "REHEARSAL" && claims.livemode === true && isTestKey(apiKey)) {
    return { kind: "nothing", outcome: "IGNORED", why: otherMode(true, mode) };
  }
  const answer = ask(ports, `events/${event.key}`, apiKey, mode);
  if (answer.kind === "unreachable") return { kind: "waits", why: answer.why };
  if (answer.kind === "unknown") return refused(reason("stripeUnknown"));
  const read = readStripeEvent(answer.body, mode);
  if (read.kind === "nothing") return { kind: "nothing", outcome: "IGNORED", why: read.why };
  const differs = differingPath(claims, answer.body);
  if (differs !== null) return refused(reason("stripeDiffers", { what: differs }));
  const at = occurredAt(answer.body) || (event.occurred_at ?? 0);
  return { kind: "payment", payment: { ...read.payment, at } };
}

/**
 * Asks who paid when the payment itself names nobody we know: the customer may be one (design 4.3), and the
 * charge says it where nothing else does. Null: Stripe did not answer.
 */
export function askPayer(
  ports: Ports,
  payment: Payment,
  apiKey: string,
  mode: Settings["mode"],
): Payment | null {
  let asked = payment;
  for (const [folder, id] of [
    ["customers", payment.customer],
    ["charges", payment.charge],
  ] as const) {
    if (id === "" || (folder === "charges" && asked.emails.length > 0)) continue;
    const answer = ask(ports, `${folder}/${id}`, apiKey, mode);
    if (answer.kind === "unreachable") return null;
    if (answer.kind === "found") asked = withPayer(asked, answer.body);
  }
  return asked;
}

function ask(
  { stripe }: Ports,
  path: string,
  apiKey: string,
  mode: Settings["mode"],
): StripeAnswer {
  const unfit = keyProblem(apiKey, mode);
  if (unfit !== "") return { kind: "unreachable", why: unfit };
  return stripe.get(path, apiKey);
}

/** Why the stored key cannot answer; "" when it can. */
export function keyProblem(apiKey: string, mode: Settings["mode"]): string {
  if (apiKey === "") return "no restricted key is stored";
  const unfit = mode === "LIVE" && isTestKey(apiKey);
  return unfit ? "the stored key is a test key, LIVE needs a live one" : "";
}

/** The reason to ignore an event that says itself it is of the other mode; null when it does not. */
export function otherModeClaimed(event: EventRow, mode: Settings["mode"]): Reason | null {
  const { livemode } = claimsOf(event);
  if (livemode === undefined || livemode === (mode === "LIVE")) return null;
  return otherMode(livemode === true, mode);
}

function isTestKey(apiKey: string): boolean {
  return /^[rs]k_test_/.test(apiKey);
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
