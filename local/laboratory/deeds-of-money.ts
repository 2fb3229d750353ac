// What Stripe knows and tells: at once, once, twice, after a delivery that failed, or only when it is asked.
import {
  disputed,
  failedPayment,
  paidCheckout,
  refunded,
  type StripeEvent,
} from "../stripe/events.ts";
import type { Deeds } from "./deeds.ts";
import type { Deed, Told } from "./history.ts";
import { HOUR_MS, MINUTE_MS } from "./lab.ts";
import type { OwnSale, Stage } from "./stage.ts";
import type { Money } from "./witness.ts";

type OwnDeed = "pay" | "fail" | "pay the failed" | "refund" | "dispute";
type MoneyDeed = Extract<Deed, { readonly do: OwnDeed }>;
/** Stripe comes again after a delivery that was refused. */
const RETRY_MS = HOUR_MS;

export const MONEY_DEEDS: Deeds<OwnDeed | "tell again"> = {
  pay: money,
  fail: money,
  "pay the failed": money,
  refund: money,
  dispute: money,
  "tell again": (stage, { nth }) => {
    const told = stage.told[nth % Math.max(1, stage.told.length)];
    if (told !== undefined) deliver(stage, told.who, told.event, null);
  },
};

function money(stage: Stage, deed: MoneyDeed): void {
  const who = stage.numberOf(deed.who);
  const sold = saleFor(stage, deed, who);
  if (sold === undefined) return;
  // What only the list tells stands there at once.
  const agoMin = deed.do === "pay" && deed.told !== "never" ? deed.agoMin : 0;
  const at = secondsBefore(stage.now, agoMin * MINUTE_MS);
  const [kind, events] = whatHappens(deed.do, sold, at);
  for (const event of events) stage.lab.stripe.store.post(event);
  const { offer } = sold;
  const payment = `pi_${sold.sale.seed}`;
  stage.witness.takes({ kind, who, at, payment, offer });
  tell(stage, sold, events, deed.told, kind === "paid" ? at : null);
}

/** Nobody pays before they fail, nothing comes back that was not paid. */
function saleFor(stage: Stage, deed: MoneyDeed, who: number) {
  const own = ({ who: of }: OwnSale) => of === who;
  switch (deed.do) {
    case "pay": {
      const sold = newSale(stage, who, deed.offer);
      stage.bought.push(sold);
      return sold;
    }
    case "fail": {
      const sold = newSale(stage, who, "");
      stage.failed.push(sold);
      return sold;
    }
    case "pay the failed":
      return stage.failed.filter(own).at(-1);
    default:
      return stage.bought.filter(own).at(-1);
  }
}

function newSale(stage: Stage, who: number, offer: string): OwnSale {
  return { who, offer, sale: stage.newSale(who, offer), at: stage.now };
}

function secondsBefore(now: number, ms: number): number {
  return Math.floor((now - ms) / 1_000) * 1_000;
}

function whatHappens(
  what: OwnDeed,
  { sale }: OwnSale,
  at: number,
): readonly [Money["kind"], readonly StripeEvent[]] {
  if (what === "fail") return ["failed", failedPayment(sale, at)];
  if (what === "refund") return ["refunded", refunded(sale, at, sale.cents)];
  if (what === "dispute") return ["disputed", disputed(sale, at)];
  return ["paid", paidCheckout(sale, at)];
}

function tell(
  stage: Stage,
  { who }: OwnSale,
  events: readonly StripeEvent[],
  told: Told,
  paidAt: number | null,
): void {
  const [first] = events;
  if (told === "never" || first === undefined) return;
  const some = told === "all" ? events : [first];
  for (const event of told === "twice" ? [first, first] : some) {
    stage.told.push({ who, event });
    if (told === "later") stage.retries.push({ at: stage.now + 3 * RETRY_MS, who, event });
    else deliver(stage, who, event, paidAt);
  }
}

/** Refused, it is delivered again later; what ends in Google's own error page looks delivered to Stripe. */
export function deliver(
  stage: Stage,
  who: number,
  event: StripeEvent,
  paidAt: number | null,
): void {
  const answer = stage.lab.hook(event);
  if (answer.kind === "html" && paidAt !== null) {
    stage.witness.stopsNow(who, "paid", paidAt, event.id);
  }
  if (answer.kind === "text") stage.retries.push({ at: stage.now + RETRY_MS, who, event });
}
