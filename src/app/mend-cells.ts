// Cells that say whom a mail goes to and which: an address corrected in Contacts is taken over, what was pasted over a
// column of the machine is put back. Nobody is met by a mail because a block landed in the wrong place.
import type { ContactRow, EventRow } from "../../sheets-schema/index";
import { mailAddress, nameKey, normalAddress } from "../events/address";
import { contactIdOf, flowOf } from "../model/enrollment";
import { type Reason, reason, say } from "../model/reason";
import { sealedEmail } from "../model/test-person";
import type { CellNote, Language, Ports } from "../ports";
import type { Book } from "./book";
import { appendEvents, eventRow } from "./doors/record-event";

/** A person corrects an address or two; more at once is a block that was pasted, or one column sorted alone. */
const AT_ONCE_MAX = 3;

/** The events of addresses corrected by hand. Null: Events was busy, and nothing may be decided yet. */
export function mendCells(
  ports: Ports,
  book: Book,
  language: Language,
): readonly EventRow[] | null {
  const edited = book
    .contacts()
    .filter(({ email, sealed }) => sealed !== "" && !sameAddress(email, sealedEmail(sealed)));
  const known = edited.length === 0 ? NOBODY : addresses(book);
  const events: EventRow[] = [];
  const notes: CellNote<"Contacts">[] = [];
  for (const contact of edited) {
    const to = mailAddress(contact.email);
    const why = refusal(contact, to, edited.length, known);
    if (why !== null) notes.push({ id: contact.id, column: "email", note: say(why, language) });
    else events.push(corrected(ports, contact, to ?? ""));
    book.putContact({ ...contact, email: sealedEmail(contact.sealed) });
  }
  ports.store.annotate("Contacts", notes);
  mendRows(ports, book, language);
  return events.length === 0 || appendEvents(ports, events) ? events : null;
}

const NOBODY: ReadonlySet<string> = new Set();

function addresses(book: Book): ReadonlySet<string> {
  return new Set(book.contacts().map(({ sealed, email }) => nameKey(sealedEmail(sealed) || email)));
}

function sameAddress(one: string, other: string): boolean {
  return one === other || normalAddress(one) === normalAddress(other);
}

function refusal(
  contact: ContactRow,
  to: string | null,
  count: number,
  known: ReadonlySet<string>,
): Reason | null {
  if (count > AT_ONCE_MAX) return reason("addressesAtOnce", { count: String(count) });
  if (to === null || known.has(nameKey(to)) || contact.merged_into !== "")
    return reason("addressPutBack", { to: contact.email });
  return null;
}

function corrected(ports: Ports, { id, sealed }: ContactRow, to: string): EventRow {
  const from = sealedEmail(sealed);
  return eventRow(ports, {
    source: "sheet",
    type: "reader.address",
    key: `address:${id}:${from}:${to}:${ports.clock.now()}`,
    who: id,
    payload: JSON.stringify({ contact: id, from, to }),
    occurredAt: ports.clock.now(),
    stops: true,
  });
}

/** The Queue shows the address of Contacts, and the flow that its row was made for. */
function mendRows(ports: Ports, book: Book, language: Language): void {
  const notes: CellNote<"Queue">[] = [];
  for (const enrollment of book.enrollments()) {
    const { row } = enrollment;
    const contact = book.contact(contactIdOf(row.id));
    // An address that was emptied together with its seal is known to the row still.
    if (contact !== null && contact.email === "") book.putContact({ ...contact, email: row.email });
    const email = contact?.email || row.email;
    // Nearly every row, told without taking its id apart.
    if (row.email === email && row.id.startsWith(`${contact?.id}.${row.flow}.`)) continue;
    const flow = flowOf(row.id) || row.flow;
    if (row.email === email && row.flow === flow) continue;
    const column = row.flow === flow ? "email" : "flow";
    const why = reason(column === "flow" ? "flowPutBack" : "mirrorPutBack");
    notes.push({ id: row.id, column, note: say(why, language) });
    book.putEnrollment({ ...enrollment, row: { ...row, email, flow } });
  }
  ports.store.annotate("Queue", notes);
}
