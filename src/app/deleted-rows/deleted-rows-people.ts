// People whose row in Contacts was deleted while rows of theirs stand in the Queue. Rows that a payment or a stop has closed
// still tell it, so that whoever asks anew is met as who has paid or left.
import { type ContactRow, contacts } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment, isClosed } from "../../model/enrollment";
import { BY_HAND, countedPayments } from "../../model/payment";
import { isTestPerson } from "../../model/test-person";
import { paidContact } from "../../state/close";
import type { Book } from "../book";
import { isContactId } from "../links/link-token";

export interface GonePerson {
  /** Of the row in Contacts. */
  readonly id: string;
  readonly email: string;
  /** Open rows of theirs wait; otherwise closed ones tell that they have paid or left. */
  readonly waits: boolean;
}

/** `timedBy` of a closed row whose person was meant to go: nothing times it any more, and nothing is said of it. */
const LEFT = "left deleted";

export function goneIn(book: Book): readonly GonePerson[] {
  const gone = new Map<string, GonePerson>();
  for (const enrollment of withoutPerson(book)) {
    const { row } = enrollment;
    const id = contactIdOf(row.id);
    const waits = !isClosed(row.status);
    const tells = tellsOf(enrollment) && enrollment.timedBy !== LEFT && !isKnown(book, row.email);
    if (!waits && !tells) continue;
    const email = gone.get(id)?.email || row.email;
    gone.set(id, { id, email, waits: waits || gone.get(id)?.waits === true });
  }
  return [...gone.values()];
}

/** Whoever asks anew is another row in Contacts, and has paid or left all the same. */
export function rememberClosed(book: Book, now: number): void {
  for (const enrollment of withoutPerson(book)) {
    if (!tellsOf(enrollment)) continue;
    const contact = book.byAddress(enrollment.row.email);
    if (contact !== null && !isTestPerson(contact)) book.putContact(told(contact, enrollment, now));
  }
}

export function leftDeleted(enrollment: Enrollment): Enrollment {
  return tellsOf(enrollment) ? { ...enrollment, timedBy: LEFT } : enrollment;
}

/** With what the row tells of its person; the very same object where that is known. */
export function told(contact: ContactRow, enrollment: Enrollment, now: number): ContactRow {
  return withStop(withPayment(contact, enrollment), enrollment, now);
}

function withoutPerson(book: Book): readonly Enrollment[] {
  return book.enrollments().filter(({ row }) => {
    const id = contactIdOf(row.id);
    // An id that was typed over names nobody who could be restored.
    return book.contact(id) === null && isContactId(id);
  });
}

function isKnown(book: Book, email: string): boolean {
  const contact = book.byAddress(email);
  return contact !== null && !isTestPerson(contact);
}

/** What was rehearsed tells nothing of anybody. */
function tellsOf({ row, test }: Enrollment): boolean {
  return !test && (row.status === "PAID" || (row.status === "STOPPED" && stopOf(row) !== null));
}

function withPayment(contact: ContactRow, { row, closing }: Enrollment): ContactRow {
  if (row.paid !== "YES" || row.paid_at === null) return contact;
  const key = closing?.payment || BY_HAND;
  const counted = countedPayments(contact.payments).some((one) => one.key === key);
  if (counted && contact.paid === "YES") return contact;
  const offer = NO_OFFERS.includes(row.stop_reason) ? "" : row.stop_reason;
  return paidContact(contact, { at: row.paid_at, key, offer, customer: "" });
}

/** What `stop_reason` says of a payment that names no offer. */
const NO_OFFERS = ["payment", "paid by hand", "paid by list"];

function withStop(contact: ContactRow, { row, closing }: Enrollment, now: number): ContactRow {
  const what = row.status === "STOPPED" ? stopOf(row) : null;
  if (what === null || contact.suppressed !== "") return contact;
  return { ...contact, suppressed: what, suppressed_at: closing?.at ?? now };
}

const SUPPRESSIONS = contacts.columns.suppressed.choices;

/** Stopped by hand was the row, not the person. */
function stopOf({ stop_reason }: Enrollment["row"]) {
  const what = SUPPRESSIONS.find((one) => one === stop_reason);
  return what === undefined || what === "by hand" ? null : what;
}
