// Who may be behind a payment that names nobody: held back until a person has said whose it was.
import { suspectsOf } from "../events/who-paid";
import { isOpen, wasReleased } from "../model/enrollment";
import type { Payment } from "../model/payment";
import { reason, say } from "../model/reason";
import { moved } from "../state/close";
import { released } from "../state/settle";
import type { Book } from "./book";
import { groundOf, type Office } from "./office";

interface Holding {
  readonly office: Office;
  readonly book: Book;
  readonly now: number;
}

/** Perhaps they have paid: their mails wait until a person has looked (design 4.3). */
export function holdSuspects({ book, office }: Holding, payment: Payment, offer: string): void {
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
export function heldFor(book: Book, payment: string): readonly string[] {
  const held = book.enrollments().filter(({ heldBy }) => heldBy === `?${payment}`);
  return held.map(({ row }) => row.email);
}

/** Whose it was is known now; everybody else who was held for it goes on. */
export function releaseSuspects({ book, office, now }: Holding, payment: string): void {
  const ground = groundOf(office, now);
  for (const enrollment of book.enrollments()) {
    if (enrollment.heldBy !== `?${payment}` || enrollment.row.status !== "PAUSED") continue;
    book.putEnrollment(released(enrollment, ground));
  }
}
