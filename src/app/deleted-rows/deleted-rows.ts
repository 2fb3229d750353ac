// Rows that a person deleted: what Contacts lists and the Queue has no more, and rows whose person is gone. Each is an
// event once, stands on Start here, and can be restored.
import type { ContactRow, EventRow } from "../../../sheets-schema/index";
import { contactIdOf, flowOf, isClosed } from "../../model/enrollment";
import { type KnownRow, knownRows, withKnownRow } from "../../model/known-rows";
import type { Language, Ports } from "../../ports";
import { CONTACT_GONE_WHY, DELETED_EVENT } from "../../words/deleted";
import type { Book } from "../book";
import { lineOf } from "../check-words";
import { appendEvents, eventRow } from "../doors/record-event";
import { writeStartHere } from "../report-run";
import { deletedRowsCheck, keptAs, type Noticed, noticedOf } from "./deleted-rows-check";
import { type GonePerson, goneIn } from "./deleted-rows-people";

export interface DeletedRow extends KnownRow {
  readonly email: string;
  /** The person has asked once more since: a newer row goes on in its place. */
  readonly askedAnew: boolean;
}
export interface Deleted {
  readonly rows: readonly DeletedRow[];
  readonly contacts: readonly GonePerson[];
}

const NAMED_MAX = 3;

type Kept = Readonly<Record<string, string>>;

/** A row whose seal a person has damaged cannot be read, and is as good as deleted. */
export function deletedIn(book: Book): Deleted {
  const standing = new Set(book.enrollments().map(({ row }) => row.id));
  const rows = book.contacts().flatMap((contact) => {
    if (contact.rows === "") return [];
    const gone = knownRows(contact).filter(({ id }) => !standing.has(id));
    const { email } = contact;
    return gone.map((one) => ({ ...one, email, askedAnew: askedAnew(book, contact, one) }));
  });
  return { rows, contacts: goneIn(book) };
}

/** Each failed payment has a row of its own. */
function askedAnew(book: Book, contact: ContactRow, { id, test }: KnownRow): boolean {
  const flow = flowOf(id);
  return book
    .person(contact)
    .enrollments.some(
      ({ row, ...one }) =>
        row.flow === flow && one.test === test && row.payment === "" && !isClosed(row.status),
    );
}

/**
 * In a pass, once events are applied and before anything is sent: records what is newly gone, and lists rows that stand
 * unlisted. `known`: keys that stand in Events. How many events it added.
 */
export function noticeDeleted(
  ports: Ports,
  kept: Kept,
  book: Book,
  known: (key: string) => boolean,
  language: Language,
): number {
  const deleted = deletedIn(book);
  listAll(book);
  const fresh = [
    ...deleted.rows.map(({ id, email: who }) => {
      const reason = DELETED_EVENT.row[language];
      return toldEvent(ports, "row", "deleted", { id, who, reason }, known);
    }),
    ...deleted.contacts.map(({ id, waits }) => {
      const reason = DELETED_EVENT[waits ? "contact" : "closed"][language];
      return toldEvent(ports, "contact", "deleted", { id, who: id, reason }, known);
    }),
  ].filter(({ key }) => !known(key));
  if (fresh.length > 0 && !appendEvents(ports, fresh)) return 0;
  keepNoticed(ports, kept, deleted, language);
  tellRows(book, new Set(deleted.contacts.map(({ id }) => id)), language);
  return fresh.length;
}

/** Whoever is gone gets nothing; their rows say so before a mail is due. */
function tellRows(book: Book, gone: ReadonlySet<string>, language: Language): void {
  if (gone.size === 0) return;
  const why = CONTACT_GONE_WHY[language];
  for (const enrollment of book.enrollments()) {
    const { row } = enrollment;
    const waits = gone.has(contactIdOf(row.id)) && !isClosed(row.status);
    if (waits && row.why !== why) book.putEnrollment({ ...enrollment, row: { ...row, why } });
  }
}

/** Rows of an older sheet are not on their person's list yet. */
function listAll(book: Book): void {
  for (const enrollment of book.enrollments()) {
    const contact = book.own(contactIdOf(enrollment.row.id));
    if (contact !== null) book.putContact(withKnownRow(contact, enrollment));
  }
}

/** A row may be restored and deleted again: the number tells which time it is. */
export function toldEvent(
  ports: Ports,
  what: "row" | "contact",
  became: "deleted" | "restored",
  { id, who, reason }: { readonly id: string; readonly who: string; readonly reason: string },
  known: (key: string) => boolean,
): EventRow {
  let times = 1;
  while (known(`${what}.restored:${id}:${times}`)) times += 1;
  const type = `${what}.${became}`;
  return eventRow(ports, {
    ...{ source: "sheet", type, key: `${type}:${id}:${times}`, who },
    payload: JSON.stringify(what === "row" ? { enrollment: id } : { contact: id }),
    ...{ occurredAt: ports.clock.now(), outcome: "APPLIED", reason, stops: false },
  });
}

/** Also the line on Start here, which no other line of a quiet tick touches. */
export function keepNoticed(ports: Ports, kept: Kept, deleted: Deleted, language: Language): void {
  const digest = digestOf(ports, deleted);
  if (digest === noticedOf(kept).digest) return;
  const names = [
    ...deleted.rows.map(({ email, id }) => `${email} ${flowOf(id)}`),
    ...deleted.contacts.map(({ email, id }) => email || id),
  ];
  const named = names.slice(0, NAMED_MAX).join(", ") + (names.length > NAMED_MAX ? " …" : "");
  const askedAnew = deleted.rows.filter((row) => row.askedAnew).length;
  const noticed: Noticed = { digest, count: names.length, named, askedAnew };
  const [key, value] = keptAs(noticed);
  if (names.length === 0) ports.properties.remove(key);
  else ports.properties.set(key, value);
  const check = deletedRowsCheck({ [key]: value });
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
}

function digestOf({ secrets }: Ports, { rows, contacts }: Deleted): string {
  if (rows.length + contacts.length === 0) return "";
  const marked = rows.map(({ id, askedAnew: anew }) => (anew ? `${id} anew` : id));
  const ids = [...marked, ...contacts.map(({ id }) => id)].sort();
  return secrets.digest(ids.join(" ")).slice(0, 24);
}
