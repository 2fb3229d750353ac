// "Waits for Stripe", with the cause in the reader's language where it is a known one.
import type { Words } from "../../sheets-schema/index";
import { STRIPE_ANSWERED, STRIPE_CAUSES } from "../words/causes";
import { type Reason, reason } from "./reason";

export function stripeWait(cause: string): Reason {
  return reason("waitsForStripe", { why: stripeCause(cause) });
}

/** What the network itself says stays as it is. */
export function stripeCause(cause: string): Words {
  const known = Object.values(STRIPE_CAUSES).find(({ en }) => en === cause);
  const status = ANSWERED.exec(cause)?.[1];
  const zh = known?.zh ?? (status === undefined ? cause : STRIPE_ANSWERED.zh(status));
  return { en: cause, zh };
}

const ANSWERED = new RegExp(`^${STRIPE_ANSWERED.en("(\\d+)")}$`);
