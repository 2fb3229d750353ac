// Many people in one workbook, each with an own random story, told through the doors in an own random order.
import { createHmac } from "node:crypto";
import {
  disputed,
  expiredCheckout,
  failedPayment,
  paidCheckout,
  pendingCheckout,
  pendingFailed,
  refunded,
  type StripeEvent,
} from "../../local/stripe/events.ts";
import type { Sale } from "../../local/stripe/sale.ts";
import { linkToken } from "../../src/app/links/link-token";
import type { Founder } from "../bundle/founder.ts";
import { HOUR } from "../bundle/office.ts";
import { sale } from "../bundle/sales.ts";
import type { Ask, Deed } from "./model";

/** 0 ≤ value < 1. */
export type Chance = () => number;

/** Mulberry32: small, seeded, good enough to shuffle. */
export function chanceOf(seed: number): Chance {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
export function pick<T>(chance: Chance, from: readonly T[]): T {
  const chosen = from[Math.floor(chance() * from.length)];
  if (chosen === undefined) throw new Error("nothing to pick from");
  return chosen;
}
export function shuffled<T>(chance: Chance, items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** What Stripe may tell of somebody: four sales, each with a name of its own in the story. */
const TOLD_BY_STRIPE = [
  "lite paid",
  "lite failed",
  "lite refunded",
  "lite partly refunded",
  "course paid",
  "course disputed",
  "unnamed paid",
  "other failed",
  "slow pending",
  "slow failed",
  "left expired",
] as const;
const ASKED = ["form:geo", "form:lite", "press:lite", "unsubscribe"] as const;
type Item = (typeof TOLD_BY_STRIPE)[number] | (typeof ASKED)[number];
const ITEMS: readonly Item[] = [...TOLD_BY_STRIPE, ...ASKED];
const LINKS: Readonly<Record<string, string>> = {
  lite: "plink_lite",
  course: "plink_course",
  slow: "plink_lite",
};
/** Only a person we know has a link to press or to leave by. */
const NEEDS_A_LINK: readonly string[] = ["press:lite", "unsubscribe"];
const BACK = /refunded|disputed/;

export class Somebody {
  readonly email: string;
  /** One delivery an hour; the first makes the person known. */
  readonly deliveries: readonly (Item | "form:free_audit")[];
  readonly #chance: Chance;
  readonly #seed: string;
  /** What was told by Stripe; the doors' own times stand in Events. */
  readonly told: Deed[] = [];
  readonly #hours = new Map<Item, number>();

  constructor(seed: string, chance: Chance) {
    this.#seed = seed;
    this.#chance = chance;
    this.email = `p${seed}@post.test`;
    const story = shuffled(chance, ITEMS).slice(0, 2 + Math.floor(chance() * 3));
    const again = story.filter(() => chance() < 0.3);
    const order = shuffled(chance, [...story, ...again]);
    const known = order.some((item) => NEEDS_A_LINK.includes(item)) || chance() < 0.3;
    this.deliveries = known ? ["form:free_audit", ...order] : order;
    for (const item of story) this.#hours.set(item, this.#hourOf(item));
  }

  /** Not after it is told first; what came back, not before it was paid. */
  #hourOf(item: Item): number {
    const [name = ""] = item.split(" ");
    const first = (wanted: (item: string) => boolean) =>
      this.deliveries.findIndex((one) => one.startsWith(`${name} `) && wanted(one));
    const paid = `${name} paid`;
    const earliest = this.deliveries.includes(paid as Item)
      ? Math.min(
          first((one) => one === paid),
          first(() => true),
        )
      : 0;
    if (item === paid) return Math.floor(this.#chance() * (earliest + 1));
    const own = this.deliveries.indexOf(item);
    if (!BACK.test(item)) return Math.floor(this.#chance() * (own + 1));
    const since = this.#hours.get(paid as Item) ?? Math.min(earliest, own);
    return since + Math.floor(this.#chance() * (own - since + 1));
  }

  /** Tells what comes in this hour, if anything does. */
  deliver(own: Founder, hour: number, since: number): void {
    const item = this.deliveries[hour];
    if (item === undefined) return;
    if (item.startsWith("form:")) {
      own.form(item.replace("form:", ""), this.email, { name: this.#seed, url: "https://a.test" });
    } else if (item === "press:lite") {
      own.post({ p: "offer", o: "lite", t: tokenOf(own, this.email, "offer:lite") });
    } else if (item === "unsubscribe") {
      own.post({ p: "stop", t: tokenOf(own, this.email, "stop") });
    } else {
      this.#tellOf(own, item as Item, since);
    }
  }

  /** What happens at Stripe in this hour. It stands in Stripe's list from then on, also what is told late or never. */
  happen(own: Founder, hour: number, since: number): void {
    for (const [item, at] of this.#hours) {
      if (at !== hour || !isOfStripe(item)) continue;
      for (const what of factsOf(item, this.#hours)) {
        const { name, of } = this.#saleOf(item);
        const then = since + hour * HOUR;
        for (const event of eventsOf(what, of, then)) own.stripe.store.post(event);
        this.told.push(deedOf(name, what, of, then));
      }
    }
  }

  /** One of its events arrives. */
  #tellOf(own: Founder, item: Item, since: number): void {
    const { of } = this.#saleOf(item);
    const at = since + (this.#hours.get(item) ?? 0) * HOUR;
    own.hook(pick(this.#chance, eventsOf(whatOf(item), of, at)));
  }

  #saleOf(item: Item): { readonly name: string; readonly of: Sale } {
    const [name = ""] = item.split(" ");
    const more = { name: this.#seed, link: LINKS[name] ?? "" };
    return { name, of: sale(`${this.#seed}${name}`, this.email, more) };
  }
}

const isOfStripe = (item: Item) => (TOLD_BY_STRIPE as readonly string[]).includes(item);
const whatOf = (item: Item) => item.split(" ").slice(1).join(" ");

/** What came back was paid first, in the same hour unless the story says when. */
function factsOf(item: Item, hours: ReadonlyMap<Item, number>): readonly string[] {
  const what = whatOf(item);
  const paid = item.replace(what, "paid") as Item;
  return BACK.test(what) && !hours.has(paid) ? ["paid", what] : [what];
}

function eventsOf(what: string, of: Sale, at: number): readonly StripeEvent[] {
  switch (what) {
    case "paid":
      return paidCheckout(of, at);
    case "pending":
      return pendingCheckout(of, at);
    case "failed":
      return of.seed.endsWith("slow") ? pendingFailed(of, at) : failedPayment(of, at);
    case "expired":
      return expiredCheckout(of, at);
    case "disputed":
      return disputed(of, at);
    case "partly refunded":
      return refunded(of, at, of.cents / 2);
    default:
      return refunded(of, at, of.cents);
  }
}

function deedOf(name: string, what: string, { seed }: Sale, at: number): Deed {
  const told = { at, key: `${name} ${what}` };
  const payment = `pi_${seed}`;
  if (what === "paid") {
    const offer = name === "lite" || name === "course" ? name : "";
    return { ...told, kind: "paid", payment, offer };
  }
  if (what === "expired") return { ...told, kind: "expired", payment: `cs_live_${seed}` };
  return { ...told, kind: what as "failed", payment };
}

function tokenOf(own: Founder, email: string, purpose: "stop" | "offer:lite"): string {
  const secret = own.host.property("token_secret") ?? "";
  const hmac = (text: string, key: string) =>
    createHmac("sha256", key).update(text, "utf8").digest("hex");
  const id = String(own.contact(email)?.id);
  return linkToken(purpose, id, own.host.now(), secret, {
    hmac,
    digest: () => "",
    uuid: () => "",
  });
}

type Rows = ReturnType<Founder["rows"]>;

/** What came by our own doors, at the times that were recorded. `id`: the contact's. */
export function deedsOfDoors(events: Rows, email: string, id: unknown): readonly Deed[] {
  return events.flatMap(({ type, who, key, occurred_at }): readonly Deed[] => {
    if (who !== email && who !== id) return [];
    const told = { at: Date.parse(String(occurred_at)), key: String(key) };
    if (type === "unsubscribe") return [{ ...told, kind: "unsubscribed" }];
    if (!/^(form|press):/.test(String(type))) return [];
    return [{ ...told, kind: "asked", entry: type as Ask }];
  });
}
