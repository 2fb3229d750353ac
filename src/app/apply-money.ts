// What Stripe tells of a payment, applied to everybody it speaks of; who cannot be told waits in Unmatched.
import type { EventRow, Outcome, UnmatchedRow } from "../../sheets-schema/index";
import { hasCounted, offerOf, payerAddress, suspectsOf, whoPaid } from "../events/who-paid";
import { isOpen, wasReleased } from "../model/enrollment";
import type { Decision, Fact, PaymentFact } from "../model/fact";
import { type Reason, reason, say } from "../model/reason";
import type { Ports } from "../ports";
import { moved } from "../state/close";
import { released } from "../state/settle";
import { transition } from "../state/transition";
import { askPayer } from "./ask-stripe";
import type { Book } from "./book";
import { groundOf, type Office } from "./office";
import type { Told } from "./payment-details";

export interface Applying {
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
}

/** Null: Stripe did not answer and the event waits on. */
export function applyMoney(applying: Applying, event: EventRow, told: Told): Settling | null {
  const { ports, book, office, apiKey } = applying;
  const { settings, offers } = office;
  const { offer, early } = offerOf(told.payment, offers);
  const notOurs = whyNotOurs(applying, told, offer);
  if (notOurs !== null) return settling("IGNORED", notOurs, event.who);
  const known = whoPaid(told.payment, book.payersOf(told.payment));
  const asked =
    known.length > 0 ? told.payment : askPayer(ports, told.payment, apiKey, settings.mode);
  if (asked === null) return null;
  const payers = known.length > 0 ? known : whoPaid(asked, book.payersOf(asked));
  const email = payerAddress(asked) ?? "";
  const full: Told = { ...told, payment: asked };
  if (payers.length === 0 && email === "") return nobody(applying, event, full, offer);
  const fact: PaymentFact = {
    kind: "payment",
    what: told.what,
    eventId: event.id,
    at: asked.at,
    stripeEvent: event.key,
    paymentKey: asked.key,
    customer: asked.customer,
    offer,
    earlyPrice: early,
    quiet: false,
    email,
    name: asked.name,
  };
  const [payer, ...others] = payers;
  const settled = decided(applying, fact, payer?.id ?? "", payer?.email ?? email);
  for (const other of others) decided(applying, { ...fact, quiet: true }, other.id, other.email);
  if (told.what !== "paid") return settled;
  if (payer === undefined) holdSuspects(applying, full, offer);
  const suspects = heldFor(book, asked.key);
  return suspects.length === 0
    ? settled
    : { ...settled, unmatched: unmatchedRow(applying, event, full, offer, suspects) };
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
  const ours = book.payersOf(payment).some((contact) => hasCounted(contact, payment.key));
  return ours ? null : reason("otherBusiness");
}

/** Only a payment must not get lost; a failure of nobody has nobody to write to. */
function nobody(applying: Applying, event: EventRow, told: Told, offer: string): Settling {
  if (told.what !== "paid") return settling("IGNORED", reason("namesNobody"), event.who);
  holdSuspects(applying, told, offer);
  const suspects = heldFor(applying.book, told.payment.key);
  return {
    ...settling("UNMATCHED", reason("payerUnknown", { what: told.payment.key }), event.who),
    unmatched: unmatchedRow(applying, event, told, offer, suspects),
  };
}

/** Perhaps they have paid: their mails wait until a person has looked (design 4.3). */
function holdSuspects({ book, office }: Applying, { payment }: Told, offer: string): void {
  const rows = book.enrollments().map(({ row }) => row);
  const ids = suspectsOf(payment, offer, office.offers, book.contacts(), rows);
  const why = say(reason("maybePaid", { key: payment.key }), office.settings.language);
  for (const id of ids) {
    const enrollment = book.enrollment(id);
    if (enrollment === null || !isOpen(enrollment.row.status)) continue;
    const held = moved(enrollment, "hold", { at: 0, eventId: "", stopReason: "", why });
    if (held === null || wasReleased(held, payment.key)) continue;
    book.putEnrollment({ ...held, heldBy: `?${payment.key}` });
  }
}

/** Addresses of those who are held for this payment, also by a run that was cut before it could list them. */
function heldFor(book: Book, payment: string): readonly string[] {
  const held = book.enrollments().filter(({ heldBy }) => heldBy === `?${payment}`);
  return held.map(({ row }) => row.email);
}

/** Whose it was is known now; everybody else who was held for it goes on. */
export function releaseSuspects({ book, office, now }: Applying, payment: string): void {
  const ground = groundOf(office, now);
  for (const enrollment of book.enrollments()) {
    if (enrollment.heldBy !== `?${payment}` || enrollment.row.status !== "PAUSED") continue;
    book.putEnrollment(released(enrollment, ground));
  }
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

const WHAT_TO_DO = {
  en: "Type into this_is the address of whoever paid: their mails stop, and they count as paid.",
  zh: "在 this_is 中填写付款人的邮箱：其邮件停发，并计为已付款。",
} as const;
const MAYBE = {
  en: "Perhaps one of the suspects under another address: type it into this_is, or choose release in their Queue row.",
  zh: "可能是 suspects 中的某人换了邮箱付款：请填写 this_is，或在其 Queue 行选择 release。",
} as const;

function unmatchedRow(
  { now, office }: Applying,
  event: EventRow,
  { payment }: Told,
  offer: string,
  suspects: readonly string[],
): UnmatchedRow {
  const { language } = office.settings;
  return {
    payment: payment.key,
    event: event.key,
    seen_at: now,
    paid_at: payment.at,
    name: payment.name,
    customer: payment.customer,
    amount: payment.amount,
    offer,
    suspects: [...new Set(suspects)].join(", "),
    this_is: "",
    resolved_at: null,
    what_to_do: (suspects.length > 0 ? MAYBE : WHAT_TO_DO)[language],
    notes: "",
  };
}

/** Stripe was silent for a day: a person looks there. */
export function unheardRow({ now, office }: Applying, event: EventRow, why: string): UnmatchedRow {
  const zh = office.settings.language === "zh";
  return {
    payment: event.key,
    event: event.key,
    seen_at: now,
    paid_at: null,
    name: "",
    customer: "",
    amount: "",
    offer: "",
    suspects: "",
    this_is: "",
    resolved_at: null,
    what_to_do: zh
      ? `无法向 Stripe 核实（${why}）。请在 Stripe 后台查看 ${event.key}；若是付款，在 this_is 填写付款人的邮箱。`
      : `Stripe could not be asked (${why}). Look at ${event.key} in the Stripe dashboard; if it is a payment, type the payer's address into this_is.`,
    notes: "",
  };
}
