// The lines of Start here that speak of money: the key, what was paid before, payments without a name, Stripe's mails.
import type { Settings } from "../../model/settings";
import type { Ports } from "../../ports";
import { STRIPE_LINE, TWICE, UNMATCHED_LINE } from "../../words/start";
import type { Check } from "../check-words";
import { historyCheck } from "../history/history-state";
import type { Office } from "../office";
import { hearingCheck } from "../reconcile/reconcile-check";
import { openRows } from "../unmatched/unmatched";
import { keyProblem } from "./ask-stripe";

type Kept = Readonly<Record<string, string>>;

export function moneyChecks(ports: Ports, kept: Kept, office: Office): readonly Check[] {
  const afterFailure = [...office.rules.values()].filter(
    ({ on, entries }) => on && entries.includes("payment.failed"),
  );
  return [
    stripeCheck(kept, office.settings),
    ...[hearingCheck(kept, office.settings.mode)].flatMap((check) => check ?? []),
    paidBeforeCheck(kept, office.settings),
    unmatchedCheck(ports),
    ...(afterFailure.length > 0 ? [STRIPES_MAILS] : []),
  ];
}

export function stripeCheck(kept: Kept, { mode }: Pick<Settings, "mode">): Check {
  const apiKey = kept.stripe_key ?? "";
  return {
    id: "Stripe",
    ok: keyProblem(apiKey, mode) === "",
    ready: STRIPE_LINE.ready(kept.wrong_hook_keys ?? "0"),
    open: apiKey === "" ? STRIPE_LINE.open : STRIPE_LINE.testInLive,
  };
}

export function paidBeforeCheck(kept: Kept, { mode }: Pick<Settings, "mode">): Check {
  const { ok, told } = historyCheck(kept, mode);
  return { id: "payment history", ok, ready: told, open: told };
}

export function unmatchedCheck(ports: Ports): Check {
  const count = openRows(ports).length;
  const { ready, open } = UNMATCHED_LINE;
  return { id: "unmatched payments", ok: count === 0, ready, open: open(count) };
}

const STRIPES_MAILS: Check = {
  id: "Stripe's own mails",
  ok: true,
  ready: TWICE,
  open: TWICE,
};
