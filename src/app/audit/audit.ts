// The audit: every row of the Queue worked out once more from Events and Sends, and what stands otherwise (design 5).
import type { ContactRow } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment, isClosed, isOpen } from "../../model/enrollment";
import type { Ports } from "../../ports";
import { isWhole } from "../archive";
import { Book } from "../book";
import { everJoined } from "../clean-data/join-events";
import { loadOffice } from "../office";
import { asLateAs, type Differing, differing } from "./audit-compare";
import { type Auditing, recordedIn, saidOf } from "./audit-replay";
import { rulesChangedAt } from "./audit-rules";

export interface Difference {
  readonly stands: Enrollment;
  /** Null: no event tells of this row, and it is open. */
  readonly says: Enrollment | null;
  readonly cells: readonly Differing[];
}
export interface Audited {
  readonly differences: readonly Difference[];
  readonly rows: number;
  /** Rows of which nothing can be worked out any more. */
  readonly untold: number;
  /** How many people there are, and how many have been looked at. */
  readonly people: number;
  readonly next: number;
  readonly book: Book;
  readonly auditing: Auditing;
}
/** Whom: these people, or from that many on at most so many. */
export type Whom =
  | { readonly ids: ReadonlySet<string> }
  | { readonly from: number; readonly count: number };
const EVERYBODY: Whom = { from: 0, count: Number.POSITIVE_INFINITY };

type Kept = Readonly<Record<string, string>>;
/** A row and what is found of it. */
type Found = Difference | "agrees" | "untold";

export function audited(ports: Ports, kept: Kept, whom: Whom = EVERYBODY): Audited {
  const auditing: Auditing = {
    ...{ ports, kept },
    office: loadOffice(ports),
    recorded: recordedIn(ports),
    now: ports.clock.now(),
  };
  const book = new Book(ports);
  const { some, next } = chosen(book, whom);
  // What a person has just typed is an event first; of two rows with one id nobody can tell.
  const unsure = new Set([...book.edited.map(({ id }) => id), ...book.twins]);
  const found = some.flatMap((contact) => {
    if (book.wholeId(contact.id) !== contact.id) return [];
    const also = joinedWith(auditing, book, contact.id);
    const { enrollments } = book.person(contact);
    const own = enrollments.filter(({ row }) => !unsure.has(row.id));
    const all = [contact, ...also].flatMap((one) => book.person(one).enrollments);
    return ofPerson(auditing, { contact, also }, own, new Set(all.map(({ row }) => row.id)));
  });
  return {
    differences: found.flatMap((one) => (typeof one === "string" ? [] : [one])),
    rows: found.length,
    untold: found.filter((one) => one === "untold").length,
    people: book.contacts().length,
    ...{ next, book, auditing },
  };
}

function joinedWith({ recorded }: Auditing, book: Book, id: string): readonly ContactRow[] {
  if (recorded.joins.length === 0) return [];
  return everJoined(recorded.joins, id).flatMap((one) => book.own(one) ?? []);
}

/** By id, so that a slice is the same people however the tab is sorted meanwhile. */
function chosen(book: Book, whom: Whom) {
  const contacts = book.contacts();
  if ("ids" in whom) {
    const ids = new Set([...whom.ids].map((id) => book.wholeId(id)));
    return { some: contacts.filter(({ id }) => ids.has(id)), next: 0 };
  }
  const people = [...contacts].sort((one, other) => (one.id < other.id ? -1 : 1));
  const some = people.slice(whom.from, whom.from + whom.count);
  return { some, next: whom.from + some.length };
}

/** Of several ways in which rows may have come about, one that agrees is enough. */
function ofPerson(
  auditing: Auditing,
  { contact, also }: { readonly contact: ContactRow; readonly also: readonly ContactRow[] },
  standing: readonly Enrollment[],
  all: ReadonlySet<string>,
): readonly Found[] {
  const found = new Map<string, Found>();
  const open = new Map(standing.map((stands) => [stands.row.id, stands]));
  for (const way of open.size === 0 ? [] : saidOf(auditing, contact, also, standing, all)) {
    for (const [id, stands] of [...open]) {
      const says = way.get(id);
      // As the mode it was made in brings it about.
      if (says === undefined || says.test !== stands.test) continue;
      const one = beside(auditing, contact, stands, says);
      if (one.cells.length === 0) open.delete(id);
      found.set(id, one.cells.length === 0 ? "agrees" : (found.get(id) ?? one));
    }
    if (open.size === 0) break;
  }
  return standing.map((stands) => found.get(stands.row.id) ?? unheard(auditing, stands));
}

function beside(
  { office, recorded, now }: Auditing,
  contact: ContactRow,
  stands: Enrollment,
  says: Enrollment,
): Difference {
  const flow = office.rules.get(stands.row.flow);
  const rulesAt = rulesChangedAt(recorded.events, stands.row.flow);
  const sends = recorded.sends.get(contact.id) ?? [];
  const own = (recorded.byWho.get(contact.id) ?? []).map((at) => recorded.events[at]);
  const wishedAt = own.flatMap((event) =>
    event?.type.startsWith("reader.") ? (event.received_at ?? []) : [],
  );
  const both = { contact, stands, says, sends, flow, wishedAt, rulesAt, now };
  return { stands, says: asLateAs(both), cells: differing(both) };
}

/** Only an open row mails. One of which a part lies in the archive, that began under other rules, or that a person has looked at since, is believed. */
function unheard({ recorded }: Auditing, stands: Enrollment): Found {
  const { id, flow, status, entered_at } = stands.row;
  const own = (recorded.byWho.get(contactIdOf(id)) ?? []).map((at) => recorded.events[at]);
  const looked = own.some((event) => event?.type === REPAIRED && event.payload.includes(`"${id}"`));
  const away = own.some((event) => event !== undefined && !isWhole(event));
  const old = (entered_at ?? 0) < rulesChangedAt(recorded.events, flow);
  return looked || away || old || !isOpen(status) ? "untold" : { stands, says: null, cells: [] };
}

export const REPAIRED = "audit.repaired";

/** The repair would let mails go again. */
export function reopens({ stands, says }: Difference): boolean {
  return says !== null && isOpen(says.row.status) && isClosed(stands.row.status);
}
