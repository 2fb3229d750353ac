// What Stripe tells of a payment, applied to everybody it speaks of; who cannot be told waits in Unmatched.
import type { ContactRow, EventRow, Outcome, UnmatchedRow } from "../../sheets-schema/index";
import { type Bought, hasCounted, offersOf, payerAddress, whoPaid } from "../events/who-paid";
import type { Decision, Fact, PaymentFact } from "../model/fact";
import { countedPayments, type MoneyKind, type Payment } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import type { Ports } from "../ports";
import { transition } from "../state/transition";
import type { Book } from "./book";
import { tellJoined } from "./clean-data/join-own";
import { groundOf, type Office } from "./office";
import { askPayer } from "./stripe/ask-stripe";
import { knownKey } from "./stripe/known-key";
import type { Told } from "./stripe/payment-details";
import { heldFor, holdSuspects, idsOf, tellApart } from "./unmatched/suspects";
import type { PayerTold } from "./unmatched/told-later";
import { unmatchedRow } from "./unmatched/unmatched-row";

export interface Applying {
  /** Nobody has told of an edit since the last whole look. Absent: it may be. */
  readonly brief?: boolean;
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly apiKey: string;
  readonly now: number;
}
export interface Settling {
  readonly outcome: Outcome;
  readonly reason: Reason;
  readonly who: string;
  readonly notes: Decision["notes"];
  readonly unmatched?: UnmatchedRow;
  /** A payment whose payer is beyond doubt now. */
  readonly told?: PayerTold;
}

/** Null: Stripe did not answer and the event waits on. */
export function applyMoney(applying: Applying, event: EventRow, given: Told): Settling | null {
  const { ports, book, office, apiKey } = applying;
  const told = asWhole(book, given);
  const { settings, offers } = office;
  const [bought, ...more] = offersOf(told.payment, offers);
  const offer = bought?.offer ?? "";
  const notOurs = whyNotOurs(applying, told, offer);
  if (notOurs !== null) return settling("IGNORED", notOurs, event.who);
  const known = whoPaid(told.payment, book.payersOf(told.payment));
  const asked =
    known.length > 0 ? told.payment : askPayer(ports, told.payment, apiKey, settings.mode);
  if (asked === null) return null;
  const found = known.length > 0 ? known : whoPaid(asked, book.payersOf(asked));
  const email = payerAddress(asked) ?? "";
  const payment = { ...asked, key: knownKey(book, asked) };
  const payers = holderFirst(book, found, payment.key);
  if (payers.length === 0 && email === "") {
    return nobody(applying, event, { ...told, payment }, offer);
  }
  const fact: PaymentFact = {
    kind: "payment",
    what: told.what,
    eventId: event.id,
    at: payment.at,
    stripeEvent: event.key,
    paymentKey: payment.key,
    customer: payment.customer,
    offer,
    earlyPrice: bought?.early ?? false,
    quiet: payment.renewal && hasBought(payers[0], offer, payment),
    money: settings.mode === "REHEARSAL" ? "test" : "live",
    email,
    name: payment.name,
  };
  const [payer, ...others] = payers;
  const counted = payer !== undefined && hasCounted(payer, payment);
  const settled = decided(applying, fact, payer?.id ?? "", payer?.email ?? email);
  const concerned = ONE_PERSON.includes(told.what) ? [] : others;
  // By the address that was typed: a link may have been opened from either mailbox.
  const ground = groundOf(office, applying.now);
  for (const name of payment.emails) tellJoined(book, fact, name, ground);
  for (const other of concerned) decided(applying, { ...fact, quiet: true }, other.id, other.email);
  if (told.what !== "paid") return settled;
  buyRest(applying, fact, more, payment);
  if (!counted) tellApart(applying, payment, offer, payer === undefined);
  const suspects = heldFor(book, idsOf(payment));
  return suspects.length === 0
    ? { ...settled, told: { ids: [...idsOf(payment), event.key], email: settled.who } }
    : { ...settled, unmatched: unmatchedRow(applying, event, payment, offer, suspects) };
}

/** Whoever opened the checkout may have been joined with another since. */
function asWhole(book: Book, told: Told): Told {
  const { payment } = told;
  const contactReference = book.wholeId(payment.contactReference);
  return { ...told, payment: { ...payment, contactReference } };
}

/** Whose row is about this payment already stays its person, whoever is named besides by later news of it. */
function holderFirst(
  book: Book,
  payers: readonly ContactRow[],
  key: string,
): readonly ContactRow[] {
  const holds = (payer: ContactRow) =>
    book
      .person(payer)
      .enrollments.some(({ row, delivery }) => [delivery, row.payment].includes(key));
  return [...payers.filter(holds), ...payers.filter((payer) => !holds(payer))];
}

/** A renewal was delivered with the first money; after a free trial it is the first money, however often it is told. */
function hasBought(payer: ContactRow | undefined, offer: string, now: Payment): boolean {
  const own = idsOf(now);
  return countedPayments(payer?.payments ?? "").some(
    (counted) => counted.offer === offer && !own.includes(counted.key),
  );
}

/** One failed payment is one mail; whom it may concern besides is stopped by a payment only. */
const ONE_PERSON: readonly MoneyKind[] = ["failed", "expired"];

/** Further products of the same checkout: each has its row and its delivery. */
function buyRest(
  applying: Applying,
  fact: PaymentFact,
  more: readonly Bought[],
  payment: Payment,
): void {
  const { book } = applying;
  const [payer] = whoPaid(payment, book.payersOf(payment));
  if (payer === undefined) return;
  for (const { offer, early } of more) {
    decided(applying, { ...fact, offer, earlyPrice: early }, payer.id, payer.email);
  }
}

/** Amount 0 counts where the offer says so; other business of the account only where the owner wants it to stop. */
function whyNotOurs(
  { office, book }: Applying,
  { what, payment }: Told,
  offer: string,
): Reason | null {
  const free = payment.free && !(office.offers.get(offer)?.freeCounts ?? false);
  if (free && ["paid", "failed", "pending"].includes(what)) {
    return reason("stripeNoPayment", { what: "amount 0" });
  }
  if (office.settings.otherPayments !== "ignore" || offer !== "") return null;
  // What comes back names its payment, and that one was ours or was not.
  const ours = book.payersOf(payment).some((contact) => hasCounted(contact, payment));
  return ours ? null : reason("otherBusiness");
}

/** Only a payment must not get lost; a failure of nobody has nobody to write to. */
function nobody(applying: Applying, event: EventRow, told: Told, offer: string): Settling {
  if (told.what !== "paid") return settling("IGNORED", reason("namesNobody"), event.who);
  holdSuspects(applying, told.payment, offer);
  const suspects = heldFor(applying.book, idsOf(told.payment));
  return {
    ...settling("UNMATCHED", reason("payerUnknown", { what: told.payment.key }), event.who),
    unmatched: unmatchedRow(applying, event, told.payment, offer, suspects),
  };
}

export function decided(
  { book, office, now }: Applying,
  fact: Fact,
  contactId: string,
  who: string,
): Settling {
  const person = book.person(book.contact(contactId));
  const decision = transition(person, fact, groundOf(office, now));
  book.take(decision);
  return { outcome: decision.outcome, reason: decision.reason, who, notes: decision.notes };
}

export function settling(outcome: Outcome, why: Reason, who: string): Settling {
  return { outcome, reason: why, who, notes: [] };
}
