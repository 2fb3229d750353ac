// What holds for every row whatever has come: marks of its person, a price that has switched, a cadence that has changed.
import type { ContactRow } from "../../sheets-schema/index";
import { retimed } from "../cadence/retime";
import { contactIdOf, isOpen } from "../model/enrollment";
import { say } from "../model/reason";
import { settled } from "../state/settle";
import { transition } from "../state/transition";
import type { Book } from "./book";
import { groundOf } from "./office";
import type { EventLog } from "./pending-events";
import { priceKey, switchesAt } from "./rule-events";
import type { RuleOffice } from "./rules-mirror";

/** A mark on the contact closes its rows, however the mark got there; and what a mark has held goes on without it. */
export function settleAll(book: Book, now: number, office: RuleOffice): void {
  const marks = { ...groundOf(office, now), at: now };
  const marked = new Map<string, ContactRow>();
  for (const one of book.contacts()) if (isMarked(one)) marked.set(one.id, one);
  for (const enrollment of book.enrollments()) {
    const id = book.wholeId(contactIdOf(enrollment.row.id));
    const contact = marked.get(id) ?? (enrollment.heldBy === "" ? null : book.contact(id));
    if (contact === null) continue;
    const next = settled(contact, enrollment, marks);
    // What a mark has moved can no longer be taken back to before an edit.
    const moved = next.row.status !== enrollment.row.status;
    book.putEnrollment(moved ? { ...next, undo: null } : next);
  }
}

function isMarked({ paid, suppressed, reversals, pending }: ContactRow): boolean {
  return paid === "YES" || suppressed !== "" || reversals !== "" || pending !== "";
}

/** A row that was restored does not know that its price has switched; Events does. */
export function switchKnown(
  book: Book,
  office: RuleOffice,
  now: number,
  known: EventLog["settled"],
): void {
  for (const enrollment of book.enrollments()) {
    if (switchesAt(enrollment) > now) continue;
    const eventId = known.get(priceKey(enrollment.row.id));
    if (eventId === undefined) continue;
    const { id } = enrollment.row;
    const person = book.person(book.contact(contactIdOf(id)));
    const fact = { kind: "price", eventId, at: now, enrollment: id } as const;
    book.take(transition(person, fact, groundOf(office, now)));
  }
}

/** A changed cadence table re-times those who wait. */
export function retimeAll(book: Book, { rules, settings }: RuleOffice): void {
  for (const enrollment of book.enrollments()) {
    const flow = rules.get(enrollment.row.flow);
    const next = flow === undefined ? null : retimed(enrollment, flow);
    if (next === null) continue;
    const { row } = next.enrollment;
    const moved = row.next_at !== enrollment.row.next_at && isOpen(row.status);
    const why = moved ? say(next.told, settings.language) : row.why;
    book.putEnrollment({ ...next.enrollment, row: { ...row, why } });
  }
}
