// Who paid? By ids we know, then by normalised address and aliases (design 4.3).
import type { ContactRow, OfferRow } from "../../sheets-schema/index";
import { listOf } from "../model/list-cell";
import { countedPayments, type Payment } from "../model/payment";
import { normalAddress } from "./address";

/** Everybody this payment speaks of, the surest first: two leads may share a payer through an alias. */
export function whoPaid(payment: Payment, contacts: readonly ContactRow[]): readonly ContactRow[] {
  return [...new Set([...byId(payment, contacts), ...byAddress(payment, contacts)])];
}

/** The payer's first usable address, normalised; null when the payment names none. */
export function payerAddress(payment: Payment): string | null {
  for (const email of payment.emails) {
    const address = normalAddress(email);
    if (address !== null) return address;
  }
  return null;
}

/** The offer whose row names one of the payment's ids; "" when none does. Never by amount. */
export function offerOf(payment: Payment, offers: readonly OfferRow[]): string {
  const named = offers.find((offer) =>
    listOf(offer.stripe_ids).some((id) => payment.offerIds.includes(id)),
  );
  return named?.offer ?? "";
}

function byId(payment: Payment, contacts: readonly ContactRow[]): readonly ContactRow[] {
  const paidIt = contacts.find((contact) => hasCounted(contact, payment.key));
  const referred = contacts.find((contact) => contact.id === payment.contactReference);
  const customer = contacts.find(
    (contact) => payment.customer !== "" && listOf(contact.stripe_ids).includes(payment.customer),
  );
  const surest = paidIt ?? referred ?? customer;
  return surest === undefined ? [] : [surest];
}

function hasCounted(contact: ContactRow, key: string): boolean {
  return countedPayments(contact.payments).some((counted) => counted.key === key);
}

function byAddress(payment: Payment, contacts: readonly ContactRow[]): readonly ContactRow[] {
  const addresses = payment.emails.map(normalAddress);
  const theirs = (contact: ContactRow) => [contact.email, ...listOf(contact.aliases)];
  return contacts.filter((contact) =>
    theirs(contact).some((own) => own !== "" && addresses.includes(normalAddress(own))),
  );
}
