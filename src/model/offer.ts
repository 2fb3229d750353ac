// An offer: a product with its price, the window in which that price holds, and what a purchase allows again.
import type { QueueRow } from "../../sheets-schema/index";

export interface Price {
  /** As readers see it. */
  readonly price: string;
  /** Where it is bought at this price. */
  readonly link: string;
}
export interface Offer {
  readonly offer: string;
  readonly name: string;
  /** The flow whose rows belong to it, "" for none. */
  readonly flow: string;
  /** Holds until the deadline; for ever when there is no window. */
  readonly before: Price;
  readonly after: Price;
  /** How long `before` holds after somebody asked; null: no window of its own. */
  readonly windowMs: number | null;
  /** One deadline for everybody, epoch ms. */
  readonly windowEnds: number | null;
  readonly stripeIds: readonly string[];
  readonly stripeIdsAfter: readonly string[];
  readonly deliveryLink: string;
  /** Amount 0 is a purchase. */
  readonly freeCounts: boolean;
  /** Flow → rest in ms after which a buyer may still get it. */
  readonly allows: ReadonlyMap<string, number>;
}
export type Offers = ReadonlyMap<string, Offer>;

export function offerOfFlow(offers: Offers, flow: string): Offer | null {
  return [...offers.values()].find((offer) => offer.flow !== "" && offer.flow === flow) ?? null;
}

/** When the lower price ends for somebody who asks at that instant; null: it does not. */
export function deadlineFrom(
  offer: Pick<Offer, "windowMs" | "windowEnds">,
  at: number,
): number | null {
  if (offer.windowEnds !== null) return offer.windowEnds;
  return offer.windowMs === null ? null : at + offer.windowMs;
}

/** The price at an instant: `before` up to the deadline, `after` from it on (R79). */
export function priceAt(
  prices: Pick<Offer, "before" | "after">,
  deadline: number | null,
  now: number,
): Price {
  return deadline === null || now < deadline ? prices.before : prices.after;
}

/** What somebody was told, for the cell `promised`: it holds whatever Offers says later. */
export function promiseText({ before, after }: Pick<Offer, "before" | "after">): string {
  const told = ({ price, link }: Price) => `${price} <${link}>`;
  return `${told(before)} → ${told(after)}`;
}

/** What a page showed to whoever asked: the row promises that, also when Offers was edited a moment before. */
export interface Shown {
  readonly offer: string;
  readonly promised: string;
  /** Until when the lower price holds, epoch ms. */
  readonly deadline: number;
}

/** Null: no price of it ends, so nothing is promised. */
export function shownAt(
  offer: Pick<Offer, "offer" | "before" | "after" | "windowMs" | "windowEnds">,
  at: number,
): Shown | null {
  const deadline = deadlineFrom(offer, at);
  return deadline === null ? null : { offer: offer.offer, promised: promiseText(offer), deadline };
}

/** Null: nothing was promised, or the cell was emptied; then today's prices hold. */
export function readPromise(cell: string): Pick<Offer, "before" | "after"> | null {
  const match = /^(.*) <(\S*)> → (.*) <(\S*)>$/s.exec(cell.trim());
  if (match === null) return null;
  const [, before = "", link = "", after = "", linkAfter = ""] = match;
  return { before: { price: before, link }, after: { price: after, link: linkAfter } };
}

/** Paid after the deadline at the price that had ended: a checkout opened before keeps its price (design 4.4). */
export function boughtLate(
  row: Pick<QueueRow, "promised" | "offer_deadline" | "paid_at" | "price">,
): boolean {
  const { offer_deadline: deadline, paid_at: paidAt } = row;
  const ended = readPromise(row.promised)?.before.price;
  return deadline !== null && paidAt !== null && paidAt >= deadline && row.price === ended;
}

/** What holds for this row now: what was promised, else what Offers says. */
export function rowPrice(
  row: Pick<QueueRow, "promised" | "offer_deadline">,
  offer: Offer,
  now: number,
): Price {
  return priceAt(readPromise(row.promised) ?? offer, row.offer_deadline, now);
}
