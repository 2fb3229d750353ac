// Who paid, and for what? By ids we know, then by normalised address and aliases (design 4.3).
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { contactIdOf, isOpen } from "../model/enrollment";
import { listOf } from "../model/list-cell";
import type { Offers } from "../model/offer";
import { countedPayments, type Payment } from "../model/payment";
import { DAY_MS } from "../model/time";
import { addressesIn, mailAddress, normalAddress } from "./address";

/** Design 4.3: a namesake who entered that near to the payment may be the payer. */
const SUSPECT_WITHIN_MS = 3 * DAY_MS;

/** Everybody this payment speaks of, the surest first: two leads may share a payer through an alias. */
export function whoPaid(payment: Payment, contacts: readonly ContactRow[]): readonly ContactRow[] {
  return [...new Set([...byId(payment, contacts), ...byAddress(payment, contacts)])];
}

/** The payer's first usable address; null when the payment names none. */
export function payerAddress(payment: Payment): string | null {
  for (const email of payment.emails) {
    const address = mailAddress(email);
    if (address !== null) return address;
  }
  return null;
}

export interface Bought {
  readonly offer: string;
  /** At the price that a later one replaces. */
  readonly early: boolean;
}

/** The offers whose rows name one of the payment's ids: one checkout may hold several. Never by amount. */
export function offersOf({ offerIds }: Payment, offers: Offers): readonly Bought[] {
  const names = (ids: readonly string[]) => ids.some((id) => offerIds.includes(id));
  return [...offers.values()].flatMap(({ offer, stripeIds, stripeIdsAfter }) => {
    // A product may stand in both cells: the later price, when named, says which.
    if (names(stripeIdsAfter)) return [{ offer, early: false }];
    return names(stripeIds) ? [{ offer, early: stripeIdsAfter.length > 0 }] : [];
  });
}

/** The first of them; `offer` is "" when none is named. */
export function offerOf(payment: Payment, offers: Offers): Bought {
  return offersOf(payment, offers)[0] ?? { offer: "", early: false };
}

/**
 * Open rows of people with the payer's name who asked for the same offer at about that time; enrollment ids. A payment
 * that names no offer may be for any. They are to be held back, never taken for the payer.
 */
export function suspectsOf(
  payment: Payment,
  offer: string,
  offers: Offers,
  contacts: readonly ContactRow[],
  rows: readonly QueueRow[],
): readonly string[] {
  const name = foldedName(payment.name);
  if (name === "") return [];
  const meant = [...offers.values()].filter((one) => offer === "" || one.offer === offer);
  const flows = meant.map(({ flow }) => flow).filter((flow) => flow !== "");
  const namesakes = contacts.filter((contact) => foldedName(contact.name) === name);
  const ids = new Set(namesakes.map(({ id }) => id));
  return rows
    .filter((row) => ids.has(contactIdOf(row.id)) && isOpen(row.status) && flows.includes(row.flow))
    .filter((row) => Math.abs(payment.at - (row.entered_at ?? Infinity)) <= SUSPECT_WITHIN_MS)
    .map(({ id }) => id);
}

/** Case, width, accents and spaces make no other person. */
function foldedName(name: string): string {
  return name
    .normalize("NFKD")
    .replace(/[\p{M}\s]/gu, "")
    .toLowerCase();
}

function byId(payment: Payment, contacts: readonly ContactRow[]): readonly ContactRow[] {
  const paidIt = contacts.find((contact) => hasCounted(contact, payment));
  const referred = contacts.find((contact) => contact.id === payment.contactReference);
  const customer = contacts.find(
    (contact) => payment.customer !== "" && listOf(contact.stripe_ids).includes(payment.customer),
  );
  // They may be two: whoever paid under another address, and the lead whose own link was used.
  return [paidIt, referred, customer].filter((contact) => contact !== undefined);
}

/** Under any of its ids: an intent may have been counted before its invoice was known. */
export function hasCounted(contact: ContactRow, { key, ids }: Payment): boolean {
  return countedPayments(contact.payments).some(
    (counted) => counted.key === key || ids.includes(counted.key),
  );
}

function byAddress(payment: Payment, contacts: readonly ContactRow[]): readonly ContactRow[] {
  const addresses = payment.emails.flatMap((email) => normalAddress(email) ?? []);
  return contacts.filter((contact) =>
    addressesIn(contact).some((own) => addresses.includes(normalAddress(own) ?? "")),
  );
}
