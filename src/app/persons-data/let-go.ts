// What is older than Settings keep says: rows are emptied of all that names somebody, old runs go, and people nobody has heard
// of for that long are erased. Some at a time; each step may be repeated. What still decides something stays.

import type { ContactRow, EventRow } from "../../../sheets-schema/index";
import { isClosed } from "../../model/enrollment";
import type { Keep } from "../../model/keep";
import type { Ports, RowChange } from "../../ports";
import { LET_GO_EVENT, LET_GO_WORDS } from "../../words/let-go";
import { archiveOf, isSettled, isWhole, LET_GO, oldOf, ROWS_AT_ONCE } from "../archive";
import { type Recorded, recordedIn } from "../audit/audit-replay";
import { Book } from "../book";
import { mailsUnderWay } from "../cursor";
import { readDoorConfig } from "../doors/door-config";
import { appendEvents, eventRow } from "../doors/record-event";
import { eraseWanted } from "./erase";
import { emptiedSend } from "./erase-texts";
import { wantErased } from "./erase-wanted";
import { addressesOf } from "./person-whose";

type Kept = Readonly<Record<string, string>>;
type Emptied = "Events" | "Sends" | "Unmatched" | "Runs";
export type LetGoRows = Readonly<Partial<Record<Emptied, number>>>;

export const ROWS_LET_GO = "rows.let_go";
/** Each is looked for in every tab. */
const PEOPLE_AT_ONCE = 10;

interface Look {
  readonly ports: Ports;
  readonly kept: Kept;
  readonly keep: Keep;
  readonly book: Book;
  readonly recorded: Recorded;
  readonly why: string;
}

/** True: there is more of it. The caller holds the batch mutex. */
export function letGo(ports: Ports, kept: Kept, keep: Keep): boolean {
  // What may have gone is looked for by what stands in these rows.
  if (mailsUnderWay(kept)) return true;
  const why = LET_GO_WORDS[readDoorConfig(kept).language];
  const look = { ports, kept, keep, why, book: new Book(ports), recorded: recordedIn(ports) };
  const rows = { Runs: runs(look), Unmatched: payments(look), ...told(look) };
  const away = rows.Events + rows.Sends === 0 ? archived(look) : 0;
  ports.store.flush();
  record(look, { ...rows, Events: rows.Events + away });
  if ([...Object.values(rows), away].some((count) => count > 0)) return true;
  return people(look) > 0;
}

/** Before when something is too old; null: it is kept. */
function cutoff({ ports, keep }: Look, name: keyof Keep): number | null {
  const span = keep[name];
  return span === undefined ? null : ports.clock.now() - span;
}

function runs(look: Look): number {
  const before = cutoff(look, "Runs");
  if (before === null) return 0;
  const { store } = look.ports;
  const old = store
    .read("Runs")
    .filter(({ cells }) => cells.run !== "" && (cells.started_at ?? before) < before)
    .map(({ cells }) => cells.run)
    .slice(0, ROWS_AT_ONCE);
  return old.length - (old.length === 0 ? 0 : store.remove("Runs", old).length);
}

/** Ids stay, as books must be kept. */
function payments(look: Look): number {
  const before = cutoff(look, "Unmatched");
  if (before === null) return 0;
  const { store } = look.ports;
  const emptied = { name: "", suspects: "", this_is: "", what_to_do: look.why, notes: "" };
  const old = store.read("Unmatched").filter(({ cells }) => {
    const settled = cells.payment !== "" && (cells.resolved_at ?? before) < before;
    return settled && cells.what_to_do !== look.why;
  });
  const some = old.slice(0, ROWS_AT_ONCE);
  const changes = some.map(({ cells }) => ({ id: cells.payment, cells: emptied }));
  if (changes.length > 0) store.update("Unmatched", changes);
  return changes.length;
}

function told(look: Look): { readonly Events: number; readonly Sends: number } {
  const { store } = look.ports;
  const events = oldEvents(look).slice(0, ROWS_AT_ONCE);
  const sends = oldSends(look).slice(0, ROWS_AT_ONCE - events.length);
  if (events.length > 0) store.update("Events", events);
  if (sends.length > 0) store.update("Sends", sends);
  return { Events: events.length, Sends: sends.length };
}

/** Of people whose every row is closed for as long, and of those whom nobody knows. Proof of consent stays. */
function oldEvents(look: Look): readonly RowChange<"Events">[] {
  const before = cutoff(look, "Events");
  if (before === null) return [];
  const { book, recorded } = look;
  const isProof = proofIn(book);
  const nobodys = recorded.events.filter((event) => isNobodys(book, event, before));
  const all = new Set([...oldOf(look, before).events, ...nobodys]);
  return [...all].flatMap((event) => {
    if (event.id === "" || isProof(event)) return [];
    const { payload, reason, who } = emptiedEvent(look, event);
    const seen = { payload: event.payload, outcome: event.outcome };
    return [{ id: event.id, cells: { payload, reason, who }, seen }];
  });
}

function isNobodys(book: Book, event: EventRow, before: number): boolean {
  if (event.who === "" || (event.received_at ?? before) >= before) return false;
  return isSettled(event) && !isKnown(book, event.who);
}

function isKnown(book: Book, who: string): boolean {
  return book.contact(who) !== null || book.byAddress(who) !== null;
}

function emptiedEvent({ book, why }: Look, event: EventRow): EventRow {
  const who = isKnown(book, event.who) ? event.who : "";
  return { ...event, payload: LET_GO, reason: why, who };
}

/** Of somebody who is known: what they agreed to, and that they confirmed it. */
function proofIn(book: Book): (event: EventRow) => boolean {
  const proofs = new Set(book.contacts().map(({ consent_proof }) => consent_proof));
  return ({ id, type, who }) => proofs.has(id) || (type === CONFIRMED && isKnown(book, who));
}

const CONFIRMED = "reader.confirm";

function oldSends(look: Look): readonly RowChange<"Sends">[] {
  const before = cutoff(look, "Sends");
  if (before === null) return [];
  const { recorded, book } = look;
  const old = oldOf({ book, recorded }, before, (send) => send.email !== "").sends;
  return old.map((send) => {
    const { send_key, status, ...cells } = emptiedSend(send, look.why);
    return { id: send_key, cells, seen: { status } };
  });
}

/** What has been moved there is asked by nobody but its person. */
function archived(look: Look): number {
  const file = archiveOf(look.kept)?.fileId;
  if (file === undefined) return 0;
  const { archive } = look.ports;
  const [events, sends] = [cutoff(look, "Events"), cutoff(look, "Sends")];
  const isProof = proofIn(look.book);
  const told = (events === null ? [] : archive.read(file, "Events")).filter(
    (event) => isWhole(event) && !isProof(event) && (event.received_at ?? 0) < (events ?? 0),
  );
  const mailed = (sends === null ? [] : archive.read(file, "Sends")).filter(
    ({ email, sent_at, planned_at }) => email !== "" && (sent_at ?? planned_at ?? 0) < (sends ?? 0),
  );
  const some = told.slice(0, ROWS_AT_ONCE);
  const rest = mailed.slice(0, ROWS_AT_ONCE - some.length);
  archive.replace(
    file,
    "Events",
    some.map((event) => emptiedEvent(look, event)),
  );
  archive.replace(
    file,
    "Sends",
    rest.map((send) => emptiedSend(send, look.why)),
  );
  return some.length + rest.length;
}

/** Says how many, and of nobody who. */
function record({ ports, kept }: Look, rows: LetGoRows): void {
  const some = Object.entries(rows).filter(([, count]) => count > 0);
  if (some.length === 0) return;
  const now = ports.clock.now();
  const reason = LET_GO_EVENT.rows[readDoorConfig(kept).language];
  const event = eventRow(ports, {
    ...{ source: "sheet", type: ROWS_LET_GO, key: `${ROWS_LET_GO}:${now}`, who: "" },
    ...{ payload: JSON.stringify(Object.fromEntries(some)), occurredAt: now },
    ...{ outcome: "APPLIED", reason, stops: false },
  });
  appendEvents(ports, [event]);
}

/** How many have gone. */
function people(look: Look): number {
  const { ports, book } = look;
  const old = book.contacts().filter(({ id }) => {
    // Joined, they are one person.
    const own = id === book.wholeId(id) ? book.wholeOf(id) : [];
    return own.length > 0 && own.every((one) => isUntouched(look, book.own(one)));
  });
  for (const { id } of old.slice(0, PEOPLE_AT_ONCE)) wantErased(ports, id, "age");
  if (old.length > 0) eraseWanted(ports);
  return old.length;
}

/** Nothing waits for them or from them, and nothing has been heard of them for so long. */
function isUntouched(look: Look, contact: ContactRow | null): boolean {
  if (contact === null) return false;
  const { paid, payments: counted, reversals, pending, id } = contact;
  const pays = paid === "YES" || `${counted}${reversals}` !== "";
  const before = cutoff(look, pays ? "Payers" : "Contacts");
  if (before === null || id === "" || pending !== "") return false;
  const own = look.book.person(contact).enrollments;
  if (own.some(({ row, owed }) => !isClosed(row.status) || owed.length > 0)) return false;
  const last = lastHeard(look, contact);
  return last > 0 && last < before;
}

function lastHeard({ book, recorded }: Look, contact: ContactRow): number {
  const marks = [contact.id, ...addressesOf(contact)].map((mark) => mark.toLowerCase());
  const events = marks.flatMap((mark) => recorded.byWho.get(mark) ?? []);
  const times = [
    ...[contact.first_seen_at, contact.consent_at, contact.suppressed_at, contact.paid_at],
    ...[contact.resumed_at, contact.paused_until],
    ...book.person(contact).enrollments.flatMap(({ row, closing }) => {
      return [row.entered_at, row.last_at, row.paid_at, closing?.at ?? null];
    }),
    ...events.map((at) => recorded.events[at]?.received_at ?? null),
    ...(recorded.sends.get(contact.id) ?? []).map(({ sent_at, planned_at }) => {
      return sent_at ?? planned_at;
    }),
  ];
  return times.reduce<number>((last, time) => Math.max(last, time ?? 0), 0);
}
