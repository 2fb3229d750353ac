// What a contact's marks mean for its rows: paid closes them, suppression stops them, whichever was first.
// However the mark got there, and whenever the news arrived.
import type { ContactRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { countedPayments } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import { moved } from "./close";

type Say = (given: Reason) => string;

export function settled(
  contact: ContactRow,
  enrollment: Enrollment,
  now: number,
  say: Say,
): Enrollment {
  const paid = contact.paid === "YES" ? byPayment(contact, enrollment, now, say) : enrollment;
  return contact.suppressed === "" ? paid : bySuppression(contact, paid, now, say);
}

function byPayment(contact: ContactRow, enrollment: Enrollment, now: number, say: Say): Enrollment {
  const [first] = countedPayments(contact.payments);
  const what = first?.offer || "payment";
  const why = say(reason("paid", { what }));
  const { row, closing } = enrollment;
  const same = closing !== null && closing.payment !== "" && closing.payment === first?.key;
  // A later event of the same payment may name the product.
  const named = same && row.stop_reason !== what;
  const told = named ? { ...enrollment, row: { ...row, stop_reason: what, why } } : enrollment;
  const eventId = same ? row.stop_event : "";
  const cause = { at: contact.paid_at ?? now, eventId, stopReason: what, why };
  return moved(told, "pay", { ...cause, payment: first?.key ?? "" }) ?? told;
}

function bySuppression(
  contact: ContactRow,
  enrollment: Enrollment,
  now: number,
  say: Say,
): Enrollment {
  const what = contact.suppressed;
  const why = say(reason("suppressedBefore", { what }));
  const cause = { at: contact.suppressed_at ?? now, eventId: "", stopReason: what, why };
  return moved(enrollment, "unsubscribe", cause) ?? enrollment;
}
