// Reads events back from Stripe: only Stripe's own copy is acted on (facts 1.20).
import type { EventRow } from "../../../sheets-schema/index";
import { type Claims, differingPath } from "../../events/stripe-hook";
import { withObject } from "../../events/stripe-object";
import { occurredAt, otherMode, readStripeEvent } from "../../events/stripe-payment";
import { valueAt } from "../../events/stripe-value";
import type { Offers } from "../../model/offer";
import type { Payment } from "../../model/payment";
import { type Reason, reason } from "../../model/reason";
import type { Settings } from "../../model/settings";
import type { Ports } from "../../ports";
import { STRIPE_CAUSES } from "../../words/causes";
import { type Ask, type Told, withDetails } from "./payment-details";

export type ReadBack =
  | Told
  | { readonly kind: "nothing"; readonly outcome: "IGNORED" | "REFUSED"; readonly why: Reason }
  | { readonly kind: "waits"; readonly why: string };

/** At most four fetches: the event, and what it leaves open about its payment. */
export function readBack(
  ports: Ports,
  event: EventRow,
  apiKey: string,
  mode: Settings["mode"],
  offers: Offers,
): ReadBack {
  const claims = claimsOf(event);
  // A test key does not know live events; its "unknown" would be no answer.
  if (mode === "REHEARSAL" && claims.livemode === true && isTestKey(apiKey)) {
    return { kind: "nothing", outcome: "IGNORED", why: otherMode(true, mode) };
  }
  const ask = asking(ports, apiKey, mode);
  const answer = ask(`events/${event.key}`);
  if (answer.kind === "unreachable") return { kind: "waits", why: answer.why };
  if (answer.kind === "unknown") return refused(reason("stripeUnknown"));
  const read = readStripeEvent(answer.body, mode);
  if (read.kind === "nothing") return { kind: "nothing", outcome: "IGNORED", why: read.why };
  const differs = differingPath(claims, answer.body);
  if (differs !== null) return refused(reason("stripeDiffers", { what: differs }));
  const at = occurredAt(answer.body) || (event.occurred_at ?? 0);
  const told: Told = { kind: "money", what: read.what, payment: { ...read.payment, at } };
  return withDetails(ask, told, valueAt(answer.body, "data.object"), offers);
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
  const ask = asking(ports, apiKey, mode);
  let asked = payment;
  for (const [folder, id] of [
    ["customers", payment.customer],
    ["charges", payment.charge],
  ] as const) {
    if (id === "" || (folder === "charges" && asked.emails.length > 0)) continue;
    const answer = ask(`${folder}/${id}`);
    if (answer.kind === "found") asked = withObject(asked, answer.body);
    else if (answer.kind === "unreachable" && answer.refused !== true) return null;
  }
  return asked;
}

/** Questions with the stored key; none leaves with a key that cannot answer. */
export function asking({ stripe }: Ports, apiKey: string, mode: Settings["mode"]): Ask {
  const unfit = keyProblem(apiKey, mode);
  return (path) => (unfit === "" ? stripe.get(path, apiKey) : { kind: "unreachable", why: unfit });
}

/** Why the stored key cannot answer; "" when it can. */
export function keyProblem(apiKey: string, mode: Settings["mode"]): string {
  if (apiKey === "") return STRIPE_CAUSES.noKey.en;
  const unfit = mode === "LIVE" && isTestKey(apiKey);
  return unfit ? STRIPE_CAUSES.testKey.en : "";
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

/** As its webhook body had them; none where it is archived or broken. */
export function claimsOf(event: Pick<EventRow, "payload">): Claims {
  try {
    return (JSON.parse(event.payload) as { claims?: Claims }).claims ?? {};
  } catch {
    return {};
  }
}
