// Marks who has paid in the past: like a payment that is told of now, but nothing is delivered to anybody.
import { hasCounted, offerOf, payerAddress, whoPaid } from "../../events/who-paid";
import type { Ground, PaymentFact } from "../../model/fact";
import { withItems } from "../../model/list-cell";
import type { Payment } from "../../model/payment";
import { transition } from "../../state/transition";
import type { Book } from "../book";
import { tellJoined } from "../clean-data/join-own";
import { knownKey } from "../stripe/known-key";

export interface Marking {
  readonly book: Book;
  readonly ground: Ground;
  /** "ignore": only payments that name an offer count. */
  readonly otherPayments: "stop" | "ignore";
  /** Was erased, and is not brought back by what Stripe still knows. */
  readonly left: (address: string) => boolean;
  /** Of the key that reads. */
  readonly money: PaymentFact["money"];
}
/** What became of one payment. */
export type Marked = "new person" | "known" | "not ours" | "nobody";

/** `eventId` names the new contact, if it becomes one: it must be another for each payment. */
export function markPaid(
  { book, ground, otherPayments, left, money }: Marking,
  payment: Payment,
  eventId: string,
): Marked {
  const { offer, early } = offerOf(payment, ground.offers);
  if (payment.free && !(ground.offers.get(offer)?.freeCounts ?? false)) return "not ours";
  if (offer === "" && otherPayments === "ignore") return "not ours";
  const email = payerAddress(payment) ?? "";
  const known = whoPaid(payment, book.payersOf(payment));
  if (known.length === 0 && email === "") return "nobody";
  if (known.length === 0 && left(email)) return "not ours";
  const fact: PaymentFact = {
    kind: "payment",
    what: "paid",
    eventId,
    at: payment.at,
    stripeEvent: payment.key,
    paymentKey: knownKey(book, payment),
    customer: payment.customer,
    offer,
    earlyPrice: early,
    quiet: true,
    money,
    email,
    name: payment.name,
  };
  const before = known.length === 0 ? [null] : known;
  for (const contact of before) {
    const person = book.person(contact);
    book.take(transition(person, fact, ground));
  }
  for (const name of payment.emails) tellJoined(book, fact, name, ground);
  return before.every((contact) => contact?.paid === "YES") ? "known" : "new person";
}

export function isCounted(book: Book, payment: Payment): boolean {
  return book.payersOf(payment).some((contact) => hasCounted(contact, payment));
}

/** A later payment of this customer is then known by its id. Nobody is marked as paid by it. */
export function addCustomer(book: Book, customer: string, email: string): void {
  const contact = book.byAddress(email);
  if (contact === null) return;
  const stripe_ids = withItems(contact.stripe_ids, [customer]);
  if (stripe_ids !== contact.stripe_ids) book.putContact({ ...contact, stripe_ids });
}
