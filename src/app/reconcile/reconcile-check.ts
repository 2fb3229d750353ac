// The line of Start here that says how asking Stripe itself stands.
import type { Words } from "../../../sheets-schema/index";
import type { Settings } from "../../model/settings";
import { stripeCause } from "../../model/stripe-wait";
import { STRIPE_CAUSES } from "../../words/causes";
import { RECONCILE } from "../../words/reconcile";
import type { Check } from "../check-words";
import { keyKind } from "../history/history-state";
import { keyProblem } from "../stripe/ask-stripe";
import { hearingOf } from "./reconcile-state";

type Kept = Readonly<Record<string, string>>;

/** Null: there is no key that could ask. */
export function hearingCheck(kept: Kept, mode: Settings["mode"]): Check | null {
  const apiKey = kept.stripe_key ?? "";
  if (keyProblem(apiKey, mode) !== "") return null;
  const hearing = hearingOf(kept, keyKind(apiKey));
  const id = "Stripe's events";
  if (hearing === null) return { id, ok: true, ready: RECONCILE.soon, open: RECONCILE.soon };
  const { why, gapAt, found } = hearing;
  return {
    id,
    ok: why === "" && gapAt === 0,
    ready: RECONCILE.ready(found),
    open: why === "" ? RECONCILE.gap : failing(why),
  };
}

function failing(why: string): Words {
  if (why === STRIPE_CAUSES.notAllowed.en) return RECONCILE.mayNot;
  const cause = stripeCause(why);
  return why === STRIPE_CAUSES.refused.en ? RECONCILE.keyRefused(cause) : RECONCILE.failing(cause);
}
