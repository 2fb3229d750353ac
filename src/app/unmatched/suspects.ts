// Who may be behind a payment that names nobody: held back until it is known whose it was. A row may be held for several.
import { suspectsOf } from "../../events/who-paid";
import { type Enrollment, isOpen, wasReleased } from "../../model/enrollment";
import type { Payment } from "../../model/payment";
import { reason, say } from "../../model/reason";
import { moved } from "../../state/close";
import { released } from "../../state/settle";
import type { Book } from "../book";
import { groundOf, type Office } from "../office";

interface Holding {
  readonly office: Office;
  readonly book: Book;
  readonly now: number;
}
/** Ids under which one payment is known. */
type Ids = readonly string[];

export function idsOf({ key, ids }: Payment): Ids {
  return [...new Set([key, ...ids])];
}

/** Perhaps they have paid: their mails wait until a person has looked (design 4.3). */
export function holdSuspects(holding: Holding, payment: Payment, offer: string): void {
  const { book, office } = holding;
  const why = say(reason("maybePaid", { key: payment.key }), office.settings.language);
  for (const enrollment of namesakes(holding, payment, offer)) {
    const held = heldKeys(enrollment);
    const known = idsOf(payment).some((id) => held.includes(id) || wasReleased(enrollment, id));
    if (known) continue;
    const cause = { at: 0, eventId: "", stopReason: "", why };
    const next = held.length > 0 ? enrollment : moved(enrollment, "hold", cause);
    if (next !== null) book.putEnrollment({ ...next, heldBy: heldBy([...held, payment.key]) });
  }
}

/** Open rows that the payment may be of, and those that another one holds already. */
function namesakes({ book, office }: Holding, payment: Payment, offer: string): Enrollment[] {
  const rows = book
    .enrollments()
    .filter((one) => isOpen(one.row.status) || heldKeys(one).length > 0)
    .map(({ row }) => ({ ...row, status: "ACTIVE" as const }));
  const ids = suspectsOf(payment, offer, office.offers, book.contacts(), rows);
  return ids.flatMap((id) => book.enrollment(id) ?? []);
}

/** Addresses of those who are held for this payment, also by a run that was cut before it could list them. */
export function heldFor(book: Book, ids: Ids): readonly string[] {
  return book
    .enrollments()
    .filter((one) => holds(one, ids))
    .map(({ row }) => row.email);
}

/** The payer is told by now: only namesakes of somebody who was nobody here may still have paid themselves. */
export function tellApart(
  holding: Holding,
  payment: Payment,
  offer: string,
  payerIsNew: boolean,
): void {
  const still = payerIsNew ? namesakes(holding, payment, offer).map(({ row }) => row.id) : [];
  for (const enrollment of holding.book.enrollments()) {
    if (!still.includes(enrollment.row.id)) letGo(holding, enrollment, idsOf(payment));
  }
  if (payerIsNew) holdSuspects(holding, payment, offer);
}

/** Whose it was is known now; everybody else who was held for it goes on. */
export function releaseSuspects(holding: Holding, payment: string): void {
  for (const enrollment of holding.book.enrollments()) letGo(holding, enrollment, [payment]);
}

/** It is nobody's here; no later news of it holds them again. */
export function clearSuspects(holding: Holding, payment: string): void {
  const { book } = holding;
  for (const enrollment of book.enrollments()) {
    const next = letGo(holding, enrollment, [payment]);
    if (next?.heldBy === "") book.putEnrollment({ ...next, heldBy: `-${payment}` });
  }
}

/** Null: it was not held for this. */
function letGo({ book, office, now }: Holding, one: Enrollment, ids: Ids): Enrollment | null {
  if (!holds(one, ids) || one.row.status !== "PAUSED") return null;
  const rest = heldKeys(one).filter((key) => !ids.includes(key));
  const [key] = rest;
  const next = key === undefined ? released(one, groundOf(office, now)) : heldOn(one, key, office);
  const left = { ...next, heldBy: heldBy(rest) };
  book.putEnrollment(left);
  return left;
}

function heldOn(one: Enrollment, key: string, { settings }: Office): Enrollment {
  return { ...one, row: { ...one.row, why: say(reason("maybePaid", { key }), settings.language) } };
}

function holds(enrollment: Enrollment, ids: Ids): boolean {
  return heldKeys(enrollment).some((key) => ids.includes(key));
}

function heldKeys({ heldBy: by }: Enrollment): Ids {
  return by.startsWith("?") ? by.slice(1).split(" ") : [];
}

function heldBy(keys: Ids): string {
  return keys.length === 0 ? "" : `?${keys.join(" ")}`;
}
