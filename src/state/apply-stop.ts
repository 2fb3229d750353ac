// A payment or an unsubscribe: the contact is marked for ever and every row still open is closed.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import type { Decision, PaymentFact, PersonState, UnsubscribeFact } from "../model/fact";
import { countedPayments } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import { EMPTY_CONTACT } from "./apply-form";
import { type MoveCause, moved, paidContact } from "./close";
import { settled } from "./settle";
import type { Move } from "./transitions";

export function applyPayment(
  person: PersonState,
  fact: PaymentFact,
  say: (given: Reason) => string,
): Decision {
  const payer = person.contact ?? newPayer(fact);
  const again = countedPayments(payer.payments).some(({ key }) => key === fact.paymentKey);
  const contact = paidContact(payer, {
    at: fact.at,
    key: fact.paymentKey,
    offer: fact.offer,
    customer: fact.customer,
  });
  const what = fact.offer || "payment";
  const closed = closeAll(person.enrollments, "pay", {
    at: fact.at,
    eventId: fact.stripeEvent,
    stopReason: what,
    why: say(reason("paid", { what })),
    payment: fact.paymentKey,
  });
  const enrollments = closed.rows.map((row) => settled(contact, row, fact.at, say));
  const told = toldOf(person, fact, closed.count, again);
  return { contact, enrollments, outcome: "APPLIED", reason: told, notes: [] };
}

export function applyUnsubscribe(
  person: PersonState,
  fact: UnsubscribeFact,
  say: (given: Reason) => string,
): Decision {
  const told = reason("unsubscribed");
  const closed = closeAll(person.enrollments, "unsubscribe", {
    at: fact.at,
    eventId: fact.eventId,
    stopReason: "unsubscribed",
    why: say(told),
  });
  const contact = person.contact === null ? null : unsubscribed(person.contact, fact);
  return { contact, enrollments: closed.rows, outcome: "APPLIED", reason: told, notes: [] };
}

function unsubscribed(contact: ContactRow, fact: UnsubscribeFact): ContactRow {
  const since = contact.suppressed === "" ? Number.POSITIVE_INFINITY : contact.suppressed_at;
  if (since === null || since <= fact.at) return contact;
  return { ...contact, suppressed: "unsubscribed", suppressed_at: fact.at };
}

export function closeAll(
  enrollments: readonly Enrollment[],
  move: Move,
  cause: MoveCause,
): { readonly rows: readonly Enrollment[]; readonly count: number } {
  let count = 0;
  const rows = enrollments.map((enrollment) => {
    const closed = moved(enrollment, move, cause);
    if (closed === null) return withoutAgain(enrollment);
    count += 1;
    return closed;
  });
  return { rows, count };
}

/** A closed row may still owe a repeated first mail; a stop takes that away too. */
function withoutAgain(enrollment: Enrollment): Enrollment {
  return enrollment.again === "" ? enrollment : { ...enrollment, again: "" };
}

function toldOf(person: PersonState, fact: PaymentFact, closed: number, again: boolean): Reason {
  if (person.contact === null) return reason("payerNew");
  if (again && closed === 0) return reason("paymentAgain", { what: fact.paymentKey });
  return reason("paymentApplied", { count: String(closed) });
}

/** A payer with an address who is nobody becomes a contact (design 4.3). */
function newPayer(fact: PaymentFact): ContactRow {
  return {
    ...EMPTY_CONTACT,
    id: `c_${fact.eventId.replace(/^e_/, "")}`,
    email: fact.email,
    name: fact.name,
    source: "stripe",
    first_event: "payment",
    first_seen_at: fact.at,
  };
}
