// Marks who has paid in the past: like a payment that is told of now, but nothing is delivered to anybody.

import type { ContactRow } from "../../sheets-schema/index";
import { normalAddress } from "../events/address";
import { offerOf, payerAddress, whoPaid } from "../events/who-paid";
import type { Ground, PaymentFact } from "../model/fact";
import { listOf } from "../model/list-cell";
import { countedPayments, type Payment } from "../model/payment";
import { joined } from "../state/close";
import { transition } from "../state/transition";
import type { Book } from "./book";

export interface Marking {
  readonly book: Book;
  readonly ground: Ground;
  /** "ignore": only payments that name an offer count. */
  readonly otherPayments: "stop" | "ignore";
}
/** What became of one payment. */
export type Marked = "new person" | "known" | "not ours" | "nobody";

/** Whom an address, a customer id or a payment names, found without asking everybody. */
export class Payers {
  readonly #byMark = new Map<string, Set<string>>();

  constructor(private readonly book: Book) {
    for (const contact of book.contacts()) this.learn(contact);
  }

  learn(contact: ContactRow): void {
    for (const mark of marksOf(contact)) {
      const ids = this.#byMark.get(mark) ?? new Set<string>();
      this.#byMark.set(mark, ids.add(contact.id));
    }
  }

  /** Everybody the payment may speak of. */
  of(payment: Payment): readonly ContactRow[] {
    const marks = [
      payment.key,
      payment.contactReference,
      payment.customer,
      ...payment.emails.map((email) => normalAddress(email) ?? ""),
    ];
    const ids = new Set(marks.flatMap((mark) => [...(this.#byMark.get(mark) ?? [])]));
    return [...ids].flatMap((id) => this.book.contact(id) ?? []);
  }

  byAddress(email: string): readonly ContactRow[] {
    const ids = this.#byMark.get(normalAddress(email) ?? "") ?? [];
    return [...ids].flatMap((id) => this.book.contact(id) ?? []);
  }

  hasCounted(key: string): boolean {
    return this.#byMark.has(key);
  }
}

function marksOf(contact: ContactRow): readonly string[] {
  const addresses = [contact.email, ...listOf(contact.aliases)];
  return [
    contact.id,
    ...listOf(contact.stripe_ids),
    ...countedPayments(contact.payments).map(({ key }) => key),
    ...addresses.flatMap((address) => normalAddress(address) ?? []),
  ];
}

/** `eventId` names the new contact, if it becomes one: it must be another for each payment. */
export function markPaid(
  { book, ground, otherPayments }: Marking,
  payers: Payers,
  payment: Payment,
  eventId: string,
): Marked {
  const { offer, early } = offerOf(payment, ground.offers);
  if (payment.free && !(ground.offers.get(offer)?.freeCounts ?? false)) return "not ours";
  if (offer === "" && otherPayments === "ignore") return "not ours";
  const email = payerAddress(payment) ?? "";
  const known = whoPaid(payment, payers.of(payment));
  if (known.length === 0 && email === "") return "nobody";
  const fact: PaymentFact = {
    kind: "payment",
    what: "paid",
    eventId,
    at: payment.at,
    stripeEvent: payment.key,
    paymentKey: payment.key,
    customer: payment.customer,
    offer,
    earlyPrice: early,
    quiet: true,
    email,
    name: payment.name,
  };
  const before = known.length === 0 ? [null] : known;
  for (const contact of before) {
    const person = book.person(contact);
    const decision = transition(person, fact, ground);
    book.take(decision);
    if (decision.contact !== null) payers.learn(decision.contact);
  }
  return before.every((contact) => contact?.paid === "YES") ? "known" : "new person";
}

/** A later payment of this customer is then known by its id. Nobody is marked as paid by it. */
export function addCustomer(book: Book, payers: Payers, customer: string, email: string): void {
  for (const contact of payers.byAddress(email)) {
    const stripe_ids = joined(contact.stripe_ids, customer);
    if (stripe_ids !== contact.stripe_ids)
      book.take({ contact: { ...contact, stripe_ids }, enrollments: [] });
  }
}
