// Brings back rows that a person deleted, as they stood, or forgets them.
import type { ContactRow } from "../../../sheets-schema/index";
import { lateMark, turns } from "../../cadence/late";
import { addressesIn } from "../../events/address";
import { contactIdOf, type Enrollment, flowOf, isClosed, isOpen } from "../../model/enrollment";
import { type KnownRow, knownRows, withoutKnownRows } from "../../model/known-rows";
import { say } from "../../model/reason";
import type { Ports } from "../../ports";
import { moved } from "../../state/close";
import { notBefore } from "../../state/not-before";
import { seal } from "../../state/seal";
import { openReason, settled } from "../../state/settle";
import { DELETED, DELETED_EVENT, RESTORED_WHY } from "../../words/deleted";
import { Book } from "../book";
import { everJoined } from "../clean-data/join-events";
import { appendEvents, eventRow, markStop } from "../doors/record-event";
import { beginAgain, keyKind } from "../history/history-state";
import { groundOf, loadOffice, type Office } from "../office";
import { refusalOf, sheetLanguage } from "../owner-only";
import { type DeletedRow, deletedIn, keepNoticed, toldEvent } from "./deleted-rows";
import { rebuiltContact } from "./deleted-rows-contact";
import { type GonePerson, leftDeleted } from "./deleted-rows-people";
import { allRows, rehearsedUntil } from "./deleted-rows-rehearsed";
import { type Past, replayed, type Whom } from "./deleted-rows-replay";

/** Each costs a replay and an append of 0.3 s; who has deleted more presses again. */
const ROWS_MAX = 100;

interface Restoring {
  readonly ports: Ports;
  readonly kept: Readonly<Record<string, string>>;
  readonly office: Office;
  readonly book: Book;
  readonly past: Past;
  readonly now: number;
}
interface Result {
  readonly rows: Enrollment[];
  readonly contacts: string[];
  readonly lost: string[];
  readonly another: string[];
  readonly known: string[];
}

/** What came of it, in the sheet's language. */
export function restoreRows(ports: Ports): string {
  const refusal = refusalOf(ports);
  if (refusal !== null) return refusal[sheetLanguage(ports)];
  const restoring = begin(ports);
  const { book, office, kept } = restoring;
  const { language } = office.settings;
  const said = DELETED[language];
  const deleted = deletedIn(book);
  const people = deleted.contacts.slice(0, ROWS_MAX);
  const some = deleted.rows.slice(0, ROWS_MAX - people.length);
  if (some.length + people.length === 0) {
    keepNoticed(ports, kept, deleted, language);
    return said.nothing;
  }
  const result: Result = { rows: [], contacts: [], lost: [], another: [], known: [] };
  for (const one of people) bringBack(restoring, one, result);
  for (const row of some) rebuild(restoring, row, result);
  if (!write(restoring, result)) return said.busy;
  keepNoticed(ports, kept, deletedIn(new Book(ports)), language);
  const apiKey = kept.stripe_key ?? "";
  // Whoever was marked as paid by the past of Stripe is marked again; the timer reads it.
  if (result.contacts.length > 0 && apiKey !== "") beginAgain(ports, kept, keyKind(apiKey));
  markStop(ports);
  const lines = [said.restored(result.rows.length, result.contacts.length)];
  if (result.lost.length > 0) lines.push(said.notRebuilt(result.lost.join(", ")));
  if (result.another.length > 0) lines.push(said.another(result.another.join(", ")));
  if (result.known.length > 0) lines.push(said.known(result.known.join(", ")));
  const left = deleted.rows.length - some.length + deleted.contacts.length - people.length;
  if (left > 0) lines.push(said.more_at_once);
  return lines.join("\n");
}

function begin(ports: Ports): Restoring {
  const past = {
    events: ports.store.read("Events").map(({ cells }) => cells),
    sends: ports.store.read("Sends").map(({ cells }) => cells),
  };
  const kept = ports.properties.all();
  const now = ports.clock.now();
  return { ports, kept, office: loadOffice(ports), book: new Book(ports), past, now };
}

function rebuild(restoring: Restoring, { id, email, test }: DeletedRow, result: Result): void {
  const { office, book, now } = restoring;
  const contact = book.contact(contactIdOf(id));
  if (contact === null) return;
  const flow = flowOf(id);
  const { enrollments } = book.person(contact);
  const others = enrollments.filter((one) => one.row.flow === flow && one.test === test);
  const addresses = addressesIn(contact);
  const also = joinedWith(restoring, contact.id);
  const rows = allRows([contact, ...also].flatMap(knownRows), enrollments.map(knownAs));
  const whom = { id: contact.id, contact, also, addresses, rows };
  const stood = stoodAs(restoring, whom, id, test);
  // Whoever asked anew has a row that goes on; two would mail the same person twice.
  const alone = office.rules.get(flow)?.reentry === "payment" || !others.some(isGoingOn);
  if (stood === null) result.lost.push(`${email} ${flow}`);
  else if (isOpen(stood.row.status) && !alone) result.another.push(`${email} ${flow}`);
  else {
    const marked = settled(contact, stood, { ...groundOf(office, now), at: now });
    const row = { ...marked.row, email: contact.email };
    result.rows.push({ ...marked, rarely: contact.pace === "less", row });
  }
}

/** As the mode it was made in brings it about. */
function stoodAs(
  { ports, kept, office, past }: Restoring,
  whom: Whom,
  id: string,
  test: boolean,
): Enrollment | null {
  for (const until of rehearsedUntil(past, whom)) {
    const stood = replayed(ports, kept, office, past, whom, until).enrollment(id);
    if (stood !== null && stood.test === test) return stood;
  }
  return null;
}

function knownAs({ row: { id }, test }: Enrollment): KnownRow {
  return { id, test };
}

function isGoingOn({ row }: Enrollment): boolean {
  return !isClosed(row.status);
}

function joinedWith({ book, past }: Restoring, id: string): readonly ContactRow[] {
  return everJoined(past.events, id).flatMap((one) => book.own(one) ?? []);
}

function bringBack(restoring: Restoring, { id, email }: GonePerson, result: Result): void {
  const { ports, kept, office, book, past, now } = restoring;
  const also = joinedWith(restoring, id);
  // Two rows of one address would be two people.
  if (also.length === 0 && book.byAddress(email) !== null) {
    result.known.push(email);
    return;
  }
  const own = book.enrollments().filter(({ row }) => contactIdOf(row.id) === id);
  const addresses = own.map(({ row }) => row.email);
  const whom = { id, contact: null, also, addresses, rows: own.map(knownAs) };
  const [until = 0] = rehearsedUntil(past, whom);
  const again = replayed(ports, kept, office, past, whom, until).own(id);
  const contact = rebuiltContact(again, id, own, now);
  book.putContact(contact);
  result.contacts.push(id);
  const marks = { ...groundOf(office, now), at: now };
  result.rows.push(...own.map((one) => settled(contact, one, marks)));
}

/** Events first, as everything; then the rows. False: Events was busy, nothing was restored. */
function write({ ports, office, book, now }: Restoring, result: Result): boolean {
  const { language } = office.settings;
  const known = new Set(ports.store.read("Events").map(({ cells }) => cells.key));
  const fresh = result.rows.filter(({ row }) => book.enrollment(row.id) === null);
  const isKnown = (key: string) => known.has(key);
  const reason = DELETED_EVENT.restored[language];
  const events = [
    ...fresh.map(({ row: { id, email: who } }) =>
      toldEvent(ports, "row", "restored", { id, who, reason }, isKnown),
    ),
    ...result.contacts.map((id) =>
      toldEvent(ports, "contact", "restored", { id, who: id, reason }, isKnown),
    ),
  ];
  if (!appendEvents(ports, events)) return false;
  const rows = inTurn(book, office, result.rows, now);
  const standing = new Set(ports.store.read("Queue").map(({ cells }) => cells.id));
  for (const one of rows) {
    // Its cells stand there, with a seal that nobody can read.
    const damaged = standing.has(one.row.id) && book.enrollment(one.row.id) === null;
    const cells = { ...one.row, sealed: seal(one) };
    if (damaged) ports.store.update("Queue", [{ id: one.row.id, cells }]);
    else book.putEnrollment(one);
  }
  book.save(ports, language);
  ports.store.flush();
  return true;
}

/** Nothing within the hour, and what was due meanwhile one after another. */
function inTurn(
  book: Book,
  { settings }: Office,
  rows: readonly Enrollment[],
  now: number,
): readonly Enrollment[] {
  const soonest = notBefore(now);
  const turn = turns(book.enrollments(), soonest);
  return rows.map((given) => {
    const owed = given.owed.map((one) => ({ ...one, notBefore: soonest }));
    const one = { ...given, owed };
    const { row } = one;
    if (!isOpen(row.status)) return one;
    const overdue = row.next_at !== null && row.next_at < soonest;
    const next_at = overdue ? turn() : row.next_at;
    const stands = say(openReason(one, row.next_step), settings.language);
    const why = RESTORED_WHY[settings.language](stands);
    const timedBy = overdue ? lateMark(one.timedBy) : one.timedBy;
    return { ...one, timedBy, row: { ...row, next_at, why } };
  });
}

/** They were meant to go; rows whose person was meant to go are stopped. */
export function leaveDeleted(ports: Ports): string {
  const refusal = refusalOf(ports);
  if (refusal !== null) return refusal[sheetLanguage(ports)];
  const { book, office, kept, now } = begin(ports);
  const { language } = office.settings;
  const deleted = deletedIn(book);
  const count = deleted.rows.length + deleted.contacts.length;
  if (count === 0) return DELETED[language].nothing;
  const payload = JSON.stringify({
    enrollments: deleted.rows.map(({ id }) => id),
    contacts: deleted.contacts.map(({ id }) => id),
  }).slice(0, 45_000);
  const why = DELETED_EVENT.left[language];
  const event = eventRow(ports, {
    ...{ source: "sheet", type: "row.left", key: `row.left:${ports.secrets.uuid()}`, who: "" },
    ...{ payload, occurredAt: now, outcome: "APPLIED", reason: why, stops: false },
  });
  if (!appendEvents(ports, [event])) return DELETED[language].busy;
  const ids = new Set(deleted.rows.map(({ id }) => id));
  for (const contact of book.contacts()) book.putContact(withoutKnownRows(contact, ids));
  const gone = new Set(deleted.contacts.map(({ id }) => id));
  for (const one of book.enrollments()) {
    if (!gone.has(contactIdOf(one.row.id))) continue;
    const cause = { at: now, eventId: event.id, stopReason: "by hand", why };
    book.putEnrollment(leftDeleted({ ...(moved(one, "stop", cause) ?? one), owed: [] }));
  }
  book.save(ports, language);
  keepNoticed(ports, kept, deletedIn(book), language);
  return DELETED[language].left(count);
}
