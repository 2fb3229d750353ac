// What a contact's marks mean for its rows: paid closes them, suppression stops them, whichever was first; what came
// back asks a person; money under way holds them. However the mark got there, and whenever the news arrived.
import type { ContactRow } from "../../sheets-schema/index";
import { type Enrollment, isOpen, type Owed, wasReleased } from "../model/enrollment";
import type { Ground } from "../model/fact";
import { owedStep } from "../model/owed";
import { paymentsOf, readReversals, reversalOf, stoppingPayment } from "../model/paid";
import { BY_HAND, BY_LIST, paymentsCell, pendingOf } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import { suppressedReason } from "../model/suppression";
import { REVERSED_WORDS } from "../words/causes";
import { moved } from "./close";

export type Marks = Pick<Ground, "rules" | "offers" | "say" | "nextDue"> & {
  /** For a mark without a time of its own. */
  readonly at: number;
};

export function settled(contact: ContactRow, enrollment: Enrollment, marks: Marks): Enrollment {
  const paid = contact.paid === "YES" ? byPayment(contact, enrollment, marks) : enrollment;
  const stopped = contact.suppressed === "" ? paid : bySuppression(contact, paid, marks);
  return byPending(contact, byReversal(contact, stopped, marks), marks);
}

function byPayment(contact: ContactRow, enrollment: Enrollment, marks: Marks): Enrollment {
  const { row, closing } = enrollment;
  const flow = marks.rules.get(row.flow);
  const first = stoppingPayment(contact, row, flow, marks.offers, enrollment.delivery);
  if (first === null) {
    // Nowhere else does an earlier payment leave a row open; an edit of the rules must reopen none.
    const standsAlone = flow?.entries.includes("payment.failed") === true;
    const free = standsAlone || paidEarlierThanTold(contact, enrollment);
    return free && closedByPayment(enrollment) ? reopened(enrollment, marks) : enrollment;
  }
  const what = stopReasonOf(first);
  const why = marks.say(paidReason(first));
  const same = closing !== null && closing.payment === first.key;
  // A later event of the same payment may name the product.
  const named = same && row.stop_reason !== what;
  const told = named ? { ...enrollment, row: { ...row, stop_reason: what, why } } : enrollment;
  const eventId = same ? row.stop_event : "";
  if (row.status === "PAID" || closedByPayment(enrollment)) {
    return afterPayment(paidBy(told, first, { eventId, what, why }), marks);
  }
  const cause = { at: first.at, eventId, stopReason: what, why, payment: first.key };
  // A row that was done may have been asked for its first mail once more: that goes to nobody who has paid.
  return afterPayment(moved(told, "pay", cause) ?? told, marks);
}

/** A refund may be told first, and stands for its payment's time until that is told too (design 4.8). */
function paidEarlierThanTold(contact: ContactRow, { closing }: Enrollment): boolean {
  const payment = paymentsOf(contact).find(({ key }) => key === closing?.payment);
  return closing !== null && payment !== undefined && payment.at < closing.at;
}

function closedByPayment({ row, closing }: Enrollment): boolean {
  return (row.status === "PAID" || row.status === "REVIEW") && (closing?.payment ?? "") !== "";
}

/** Paid it is already; which payment closed it may only come out later. */
function paidBy(
  enrollment: Enrollment,
  first: { readonly at: number; readonly key: string },
  { eventId, what, why }: { eventId: string; what: string; why: string },
): Enrollment {
  const { row, closing } = enrollment;
  const known = row.paid_at === first.at && row.stop_reason === what;
  // Of what no known payment has closed, only an earlier one says more.
  const since = row.paid_at ?? closing?.at ?? Number.NEGATIVE_INFINITY;
  const marked = (closing?.payment ?? "") === "" && first.at > since;
  if (row.status === "PAID" && (known || marked)) return enrollment;
  return {
    ...enrollment,
    row: { ...row, status: "PAID", paid_at: first.at, stop_reason: what, stop_event: eventId, why },
    closing: closing === null ? null : { at: first.at, payment: first.key },
  };
}

/** The payment turned out to be earlier than the row: it never stood in its way. */
export function reopened(
  enrollment: Enrollment,
  { rules, nextDue, say }: Pick<Marks, "rules" | "nextDue" | "say">,
): Enrollment {
  const flow = rules.get(enrollment.row.flow);
  if (flow === undefined) return enrollment;
  const next = nextDue(flow, enrollment);
  const row = {
    ...enrollment.row,
    status: flow.opensAs,
    paid: "NO" as const,
    paid_at: null,
    stop_reason: "",
    stop_event: "",
    next_step: next?.step ?? "",
    next_at: next?.at ?? null,
  };
  const open = { ...enrollment, row, closing: null, timedBy: next?.timedBy ?? "" };
  return { ...open, row: { ...row, why: say(openReason(open, row.next_step)) } };
}

const HAND_WORDS: Readonly<Partial<Record<string, string>>> = {
  [BY_HAND]: "paid by hand",
  [BY_LIST]: "paid by list",
};

function paidReason(payment: { key: string; offer: string }): Reason {
  if (payment.key === BY_HAND) return reason("handPaid");
  if (payment.key === BY_LIST) return reason("paidListed");
  return payment.offer === "" ? reason("paidPlain") : reason("paid", { what: payment.offer });
}

/** The offer it bought, where it is known. */
export function stopReasonOf({ key, offer }: { key: string; offer: string }): string {
  return HAND_WORDS[key] ?? (offer || "payment");
}

function bySuppression(contact: ContactRow, enrollment: Enrollment, marks: Marks): Enrollment {
  const what = contact.suppressed;
  const why = marks.say(suppressedReason(what));
  const at = contact.suppressed_at ?? marks.at;
  const next = moved(enrollment, "unsubscribe", { at, eventId: "", stopReason: what, why });
  return next === null ? enrollment : { ...next, owed: [] };
}

/** After a payment a row owes nothing but what a payment brings. While its flow is gone nobody can tell. */
export function afterPayment(enrollment: Enrollment, { rules }: Pick<Marks, "rules">): Enrollment {
  const flow = rules.get(enrollment.row.flow);
  if (flow === undefined) return enrollment;
  const stays = (one: Owed) => {
    const sentOn = owedStep(flow, one, enrollment)?.sentOn;
    return sentOn === "paid" || sentOn === "conclusion";
  };
  const owed = enrollment.owed.filter(stays);
  return owed.length === enrollment.owed.length ? enrollment : { ...enrollment, owed };
}

/** Refund, dispute, cancelled subscription: stays stopped, and a person looks (design 4.2). */
function byReversal(contact: ContactRow, enrollment: Enrollment, marks: Marks): Enrollment {
  const { row, closing } = enrollment;
  const reversals = readReversals(contact.reversals);
  if (reversals.length === 0 || row.status !== "PAID" || closing === null) return enrollment;
  const payments = paymentsOf(contact);
  const closedBy = payments.find(({ key }) => key === closing.payment);
  const reversal = closedBy === undefined ? null : reversalOf(closedBy, reversals);
  if (reversal === null) return enrollment;
  const stands = payments.some((other) => {
    const only = { ...contact, payments: paymentsCell([other]) };
    const flow = marks.rules.get(row.flow);
    const stops = stoppingPayment(only, row, flow, marks.offers, enrollment.delivery) !== null;
    return stops && reversalOf(other, reversals) === null;
  });
  if (stands) return enrollment;
  const { what, key } = reversal;
  const why = marks.say(reason("reversed", { what: REVERSED_WORDS[what], key }));
  return { ...enrollment, row: { ...row, status: "REVIEW", why } };
}

/** A checkout that is completed but not paid holds every open row until the bank has answered. */
function byPending(contact: ContactRow, enrollment: Enrollment, marks: Marks): Enrollment {
  const { row, heldBy } = enrollment;
  const under = pendingOf(contact.pending).map((one) => one.key);
  const key = under.find((one) => !wasReleased(enrollment, one));
  if (key !== undefined && isOpen(row.status)) {
    const why = marks.say(reason("waitsForBank", { key }));
    return { ...enrollment, heldBy: key, row: { ...row, status: "PAUSED", why } };
  }
  const over = row.status === "PAUSED" && isPayment(heldBy) && !under.includes(heldBy);
  // Another may still be under way.
  return over ? byPending(contact, released(enrollment, marks), marks) : enrollment;
}

function isPayment(heldBy: string): boolean {
  return heldBy !== "" && !heldBy.startsWith("-") && !heldBy.startsWith("?");
}

/** Goes on where it stood. */
export function released(
  enrollment: Enrollment,
  { rules, say }: Pick<Marks, "rules" | "say">,
): Enrollment {
  const flow = rules.get(enrollment.row.flow);
  const why = say(openReason(enrollment, enrollment.row.next_step));
  const next = moved(enrollment, "release", {
    at: 0,
    eventId: "",
    stopReason: "",
    why,
    opensAs: flow?.opensAs ?? "ACTIVE",
  });
  return next === null ? enrollment : { ...next, heldBy: "" };
}

/** Why an open row stands where it stands. */
export function openReason({ row, timedBy }: Enrollment, step: string): Reason {
  if (step === "") return reason("waitsForPayment");
  return row.next_at === null
    ? reason("waitsForResult", { event: timedBy })
    : reason("nextMail", { step });
}
