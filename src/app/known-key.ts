// Under which of its ids a payment is known here already: Stripe may name the intent first and the invoice later.

import { listOf } from "../model/list-cell";
import { paymentsOf } from "../model/paid";
import type { Payment } from "../model/payment";
import type { Book } from "./book";

/** The id that stands in the sheet, so that one payment is never counted, delivered or held twice; else the canonical key. */
export function knownKey(book: Book, payment: Payment): string {
  const names = (id: string) => id === payment.key || payment.ids.includes(id);
  for (const contact of book.payersOf(payment)) {
    const counted = paymentsOf(contact).map(({ key }) => key);
    const rows = book.person(contact).enrollments.map(({ row }) => row.payment);
    const known = [...counted, ...listOf(contact.pending), ...rows].find(names);
    if (known !== undefined) return known;
  }
  return payment.key;
}
