// What Stripe tells of somebody's money: paid closes every open row and owes the delivery, failed opens a row of its own,
// pending holds, what came back is kept as a mark (design 4.2).
import type { ContactRow } from "../../sheets-schema/index";
import { addressMarks } from "../model/address-marks";
import { type Enrollment, isClosed } from "../model/enrollment";
import type { Decision, Ground, PaymentFact, PersonState } from "../model/fact";
import { withItems } from "../model/list-cell";
import { readPromise } from "../model/offer";
import { paymentsOf, REVERSALS, type Reversal, readReversals, reversalsCell } from "../model/paid";
import { withoutPending, withPending } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import { REVERSED_WORDS } from "../words/causes";
import { blankContact } from "./blank";
import { paidContact } from "./close";
import { applied, ignored } from "./decision";
import { enter, put } from "./enter";
import { buyerRows } from "./purchase";
import { settled } from "./settle";

export function applyPayment(person: PersonState, fact: PaymentFact, ground: Ground): Decision {
  switch (fact.what) {
    case "paid":
      return paid(person, fact, ground);
    case "failed":
      return failed(person, fact, ground);
    case "pending":
      return pending(person, fact, ground);
    case "expired":
      return expired(person, fact, ground);
    default:
      return reversed(person, fact, ground);
  }
}

function paid(person: PersonState, fact: PaymentFact, ground: Ground): Decision {
  const payer = person.contact ?? newPayer(fact);
  const again = counted(payer, fact.paymentKey);
  const contact = paidContact(payer, counting(fact));
  const rows = fact.quiet
    ? person.enrollments
    : buyerRows(contact, person.enrollments, fact, ground);
  const settledRows = rows
    .map((row) => settled(contact, row, { ...ground, at: fact.at }))
    .map((row) => named(row, fact, ground));
  const closed = closedNow(person.enrollments, settledRows);
  const told = toldPaid(person, fact, closed, again);
  return applied({ contact, enrollments: settledRows }, told);
}

function counting({ at, paymentKey, offer, customer }: PaymentFact) {
  return { at, key: paymentKey, offer, customer };
}

/** The row this payment closed remembers the event, and says when it was bought at a price that had ended (design 4.4). */
function named(enrollment: Enrollment, fact: PaymentFact, { say }: Ground): Enrollment {
  const { row, closing, delivery } = enrollment;
  if (row.status === "STOPPED" && delivery === fact.paymentKey) {
    const why = say(reason("paidStopped", { what: fact.offer }));
    return { ...enrollment, row: { ...row, why } };
  }
  if (row.status !== "PAID" || closing?.payment !== fact.paymentKey) return enrollment;
  const late = fact.earlyPrice && row.offer_deadline !== null && fact.at >= row.offer_deadline;
  const stop_event = row.stop_event || fact.stripeEvent;
  if (!late) return { ...enrollment, row: { ...row, stop_event } };
  const why = say(reason("paidEarlyPrice", { what: row.stop_reason }));
  const price = readPromise(row.promised)?.before.price ?? row.price;
  return { ...enrollment, row: { ...row, stop_event, why, price } };
}

function closedNow(before: readonly Enrollment[], after: readonly Enrollment[]): number {
  const open = new Set(before.filter(({ row }) => !isClosed(row.status)).map(({ row }) => row.id));
  return after.filter(({ row }) => open.has(row.id) && isClosed(row.status)).length;
}

function toldPaid(person: PersonState, fact: PaymentFact, closed: number, again: boolean): Reason {
  if (person.contact === null) return reason("payerNew");
  if (again && closed === 0) return reason("paymentAgain", { what: fact.paymentKey });
  return reason("paymentApplied", { count: String(closed) });
}

/** Sticky: a payment that has succeeded is never reopened by a failure of its own (design 4.2). */
function failed(person: PersonState, fact: PaymentFact, ground: Ground): Decision {
  const payer = person.contact ?? newPayer(fact);
  const contact = {
    ...payer,
    pending: withoutPending(payer.pending, fact.paymentKey, fact.at),
    stripe_ids: withItems(payer.stripe_ids, [fact.customer]),
  };
  const decision = entered(contact, person.enrollments, fact, "payment.failed", ground);
  if (!counted(contact, fact.paymentKey)) return decision;
  return { ...decision, reason: reason("paidAlready", { key: fact.paymentKey }) };
}

function expired(person: PersonState, fact: PaymentFact, ground: Ground): Decision {
  const told = reason("checkoutExpired");
  const taken = [...ground.rules.values()].some(
    (flow) => flow.on && flow.entries.includes("checkout.expired"),
  );
  if (person.contact === null && !taken) {
    return ignored(person, told);
  }
  const payer = person.contact ?? newPayer(fact);
  const contact = { ...payer, pending: withoutPending(payer.pending, fact.paymentKey) };
  return entered(contact, person.enrollments, fact, "checkout.expired", ground);
}

function entered(
  contact: ContactRow,
  before: readonly Enrollment[],
  fact: PaymentFact,
  entry: "payment.failed" | "checkout.expired",
  ground: Ground,
): Decision {
  const enrollments = [...before];
  let told: Reason = reason(entry === "payment.failed" ? "failureKept" : "checkoutExpired");
  const flows = [...ground.rules.values()].filter(
    (flow) => flow.entries.includes(entry) && (flow.on || entry === "payment.failed"),
  );
  for (const flow of flows) {
    const { eventId, at, paymentKey: payment, offer } = fact;
    const one = enter(contact, enrollments, flow, { eventId, at, payment, offer }, ground);
    told = one.told;
    if (one.enrollment !== null) put(enrollments, one.enrollment);
  }
  const rows = enrollments.map((one) => settled(contact, one, { ...ground, at: fact.at }));
  return applied({ contact, enrollments: rows }, told);
}

/** Completed, and the bank has not answered yet. Once it has, the news that it was asked changes nothing. */
function pending(person: PersonState, fact: PaymentFact, ground: Ground): Decision {
  const payer = person.contact ?? newPayer(fact);
  const key = fact.paymentKey;
  const failedSince = ({ row }: Enrollment) =>
    row.payment === key && (row.entered_at ?? 0) >= fact.at;
  const answered = counted(payer, key) || person.enrollments.some(failedSince);
  const contact = answered
    ? payer
    : { ...payer, pending: withPending(payer.pending, key, fact.at) };
  const rows = person.enrollments.map((one) => settled(contact, one, { ...ground, at: fact.at }));
  return applied({ contact, enrollments: rows }, reason("waitsForBank", { key }));
}

/** What came back had been paid before; a cancelled subscription may have been free. */
function reversed(person: PersonState, fact: PaymentFact, ground: Ground): Decision {
  const what = REVERSALS.find((one) => one === fact.what);
  if (what === undefined || (what === "cancelled" && person.contact === null)) {
    const told = reason("stripeTypeUnused", { what: fact.what });
    return ignored(person, told);
  }
  const payer = person.contact ?? newPayer(fact);
  const reversal = { key: fact.paymentKey, offer: fact.offer, what, at: fact.at };
  // What was bought, the payment itself says.
  const counted = { ...counting(fact), offer: "" };
  const known = what === "cancelled" ? payer : paidContact(payer, counted);
  const contact = { ...known, reversals: withReversal(known.reversals, reversal) };
  const rows = person.enrollments.map((one) => settled(contact, one, { ...ground, at: fact.at }));
  const review = rows.filter(({ row }) => row.status === "REVIEW").length;
  const about = { what: REVERSED_WORDS[what], count: String(review) };
  return applied({ contact, enrollments: rows }, reason("reversalKept", about));
}

/** One mark per payment and kind; a partial refund gives way to a full one. */
function withReversal(cell: string, reversal: Reversal): string {
  const before = readReversals(cell);
  const same = before.find(({ key, what }) => key === reversal.key && what === reversal.what);
  const full = before.some(({ key, what }) => key === reversal.key && what === "refunded");
  if (full && reversal.what === "partly refunded") return cell;
  const others = before.filter(
    (one) =>
      one !== same &&
      !(reversal.what === "refunded" && one.key === reversal.key && one.what === "partly refunded"),
  );
  const at = Math.min(reversal.at, same?.at ?? reversal.at);
  return reversalsCell([
    ...others,
    { ...reversal, at, offer: reversal.offer || (same?.offer ?? "") },
  ]);
}

function counted(contact: ContactRow, paymentKey: string): boolean {
  return contact.paid === "YES" && paymentsOf(contact).some(({ key }) => key === paymentKey);
}

/** A payer with an address who is nobody becomes a contact (design 4.3). */
function newPayer(fact: PaymentFact): ContactRow {
  const blank = blankContact(fact.eventId, fact.money === "test");
  return {
    ...blank,
    email: fact.email,
    tags: withItems(blank.tags, addressMarks(fact.email)),
    name: fact.name,
    source: "stripe",
    first_event: "payment",
    first_seen_at: fact.at,
  };
}
