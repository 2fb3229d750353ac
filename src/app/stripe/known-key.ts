// Under which of its ids a payment is known here already: Stripe may name the intent first and the invoice later.
import { paymentsOf } from "../../model/paid";
import { type Payment, pendingOf } from "../../model/payment";
import type { Book } from "../book";

/** The id that stands in the sheet, so that one payment is never counted, delivered or held twice; else the canonical key. */
export function knownKey(book: Book, payment: Payment): string {
  const names = (id: string) => id === payment.key || payment.ids.includes(id);
  for (const contact of book.payersOf(payment)) {
    const counted = [...paymentsOf(contact), ...pendingOf(contact.pending)].map(({ key }) => key);
    const rows = book.person(contact).enrollments.map(({ row }) => row.payment);
    const known = [...counted, ...rows].find(names);
    if (known !== undefined) return known;
  }
  return payment.key;
}
