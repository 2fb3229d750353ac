// Which price holds for whom at this moment, and what may be said of it.
import type { ContactRow, QueueRow } from "../../../sheets-schema/index";
import { spanWords } from "../../model/date-words";
import { type Offer, type Price, priceAt, readPromise } from "../../model/offer";
import { paymentsOf, readReversals, reversalOf } from "../../model/paid";
import { isWebAddress } from "../../model/web-address";
import type { Terms } from "../../pages/index";
import type { Language, Ports } from "../../ports";
import { unseal } from "../../state/seal";
import type { DoorOffer } from "../doors/door-config";
import { promisedDate } from "../sending/promised-date";

export interface Standing {
  readonly terms: Terms;
  /** Where it is bought at this price. */
  readonly link: string;
}
/** For whom the terms are said. */
export interface Reader {
  readonly now: number;
  readonly language: Language;
  /** "" for the sheet's own. */
  readonly timeZone: string;
}
type Prices = Pick<Offer, "before" | "after">;

/** Null: it cannot be bought, because its price or its link is not filled in. */
export function termsOfRow(
  ports: Ports,
  offer: DoorOffer,
  row: Pick<QueueRow, "promised" | "offer_deadline">,
  reader: Reader,
): Standing | null {
  return termsAt(ports, readPromise(row.promised) ?? offer, row.offer_deadline, reader);
}

/** For somebody for whom no time runs yet. */
export function termsForAll(ports: Ports, offer: DoorOffer, reader: Reader): Standing | null {
  const standing = termsAt(ports, offer, offer.windowEnds, reader);
  if (standing === null || offer.windowMs === null || offer.windowEnds !== null) return standing;
  const holds = spanWords(offer.windowMs, reader.language);
  return { ...standing, terms: { ...standing.terms, holds, after: changed(offer) } };
}

export function termsAt(
  ports: Ports,
  prices: Prices,
  deadline: number | null,
  { now, language, timeZone }: Reader,
): Standing | null {
  const { price, link } = priceAt(prices, deadline, now);
  if (!canBeBought({ price, link })) return null;
  if (deadline === null || now >= deadline) {
    return { terms: { price, after: "", until: "", holds: "" }, link };
  }
  const until = promisedDate(ports, deadline, timeZone, language);
  return { terms: { price, after: changed(prices), until, holds: "" }, link };
}

/**
 * Bought and not given back: a payment for this very offer, a row that was bought here under whatever name the offer had, or
 * a row that a person has marked. Whoever paid for something else may still buy this.
 */
export function isBought(offer: string, contact: ContactRow, rows: readonly QueueRow[]): boolean {
  const back = readReversals(contact.reversals).filter(({ what }) => what !== "partly refunded");
  const kept = paymentsOf(contact).filter((payment) => reversalOf(payment, back) === null);
  if (kept.some((payment) => payment.offer === offer)) return true;
  return rows.some((row) => {
    const own = row.status === "PAID" ? unseal(row) : null;
    if (own === null) return false;
    // Closed for good by a person's hand, this row itself and not beside another.
    return own.closing === null || kept.some(({ key }) => key === own.delivery);
  });
}

function canBeBought({ price, link }: Price): boolean {
  return price !== "" && isWebAddress(link);
}

function changed({ before, after }: Prices): string {
  return after.price === before.price ? "" : after.price;
}
