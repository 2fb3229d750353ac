// Edits of a few rows applied at once: only these people are read and written. Their events stand in Events first, without
// an outcome: the next tick settles them, and a run that was cut here applies them then.
import type { EventRow, QueueRow } from "../../sheets-schema/index";
import { readFact } from "../events/read-fact";
import { contactIdOf, flowOf } from "../model/enrollment";
import type { Decision } from "../model/fact";
import { say } from "../model/reason";
import { sealedEmail } from "../model/test-person";
import type { Ports, StoredRow } from "../ports";
import { unseal } from "../state/seal";
import { transition } from "../state/transition";
import { Book } from "./book";
import { noteCells } from "./book-cells";
import { groundOf } from "./office";
import { isOwn } from "./own-row";
import { mirroredRules, type RuleOffice } from "./rules-mirror";
import { foreseeBlocks } from "./sending/foresee";
import { retimeAll, settleAll } from "./upkeep";

type QueueRows = readonly StoredRow<"Queue">[];

/** Some people with all their rows, and the rules as the last batch knew them. */
export interface Few {
  readonly office: RuleOffice;
  readonly book: Book;
}
/** What came of one edit. */
export interface Done {
  /** As it stands now; undefined: it is gone. */
  readonly row: QueueRow | undefined;
  /** Why not, in the sheet's language; "": it was done. */
  readonly refused: string;
}

/** The rows that `chosen` names out of all ids of Queue, and every other row of the same people. */
export function rowsOfPeople(
  { store }: Ports,
  chosen: (queue: readonly string[]) => readonly string[],
): QueueRows {
  return store.pick("Queue", (ids) => {
    const people = new Set(chosen(ids).map(contactIdOf));
    people.delete("");
    return ids.flatMap((id, at) => (people.has(contactIdOf(id)) ? [at] : []));
  });
}

/** Null: something about them asks for a whole pass. The caller holds the batch mutex. */
export function fewOf(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  queue: QueueRows,
): Few | null {
  const office = mirroredRules(ports, kept);
  if (office === null || !areWhole(queue)) return null;
  const people = new Set(queue.map(({ cells }) => contactIdOf(cells.id)));
  const contacts = contactsOf(ports, people);
  const met = contacts.every(
    ({ cells, odd }) => Object.keys(odd).length === 0 && sealedEmail(cells.sealed) === cells.email,
  );
  // Whoever was joined is met as another.
  const joined = contacts.some(({ cells }) => cells.merged_into !== "");
  if (!met || joined || contacts.length !== people.size) return null;
  const emails = new Map(contacts.map(({ cells }) => [cells.id, cells.email]));
  const stray = ({ cells: { id, email, flow } }: StoredRow<"Queue">) =>
    email !== emails.get(contactIdOf(id)) || flow !== flowOf(id);
  return queue.some(stray) ? null : { office, book: new Book(ports, { contacts, queue }) };
}

/** Rows the machine has made, each there once. */
function areWhole(queue: QueueRows): boolean {
  const ids = new Set(queue.map(({ cells }) => cells.id));
  const own = queue.every(({ cells, odd }) => isOwn(cells, odd) && unseal(cells) !== null);
  return queue.length > 0 && ids.size === queue.length && own;
}

/** One person is looked for; several are found at less cost in all of them. */
function contactsOf({ store }: Ports, people: ReadonlySet<string>) {
  const [one = ""] = people;
  if (people.size === 1) return store.find("Contacts", "id", one).filter(isIn(people));
  return store.pick("Contacts", (ids) => ids.flatMap((id, at) => (people.has(id) ? [at] : [])));
}

function isIn(people: ReadonlySet<string>) {
  return ({ cells }: StoredRow<"Contacts">) => people.has(cells.id);
}

/** `events` are edits that stand in Events without an outcome. By event id. */
export function applyNow(
  ports: Ports,
  { office, book }: Few,
  events: readonly EventRow[],
): ReadonlyMap<string, Done> {
  const now = ports.clock.now();
  const ground = groundOf(office, now);
  const { language } = office.settings;
  const decisions = new Map<string, Decision & { readonly enrollment: string }>();
  for (const event of events) {
    const fact = readFact(event);
    if (fact?.kind !== "edit") continue;
    const person = book.person(book.contact(contactIdOf(fact.enrollment)));
    const decision = transition(person, fact, ground);
    book.take(decision);
    decisions.set(event.id, { ...decision, enrollment: fact.enrollment });
  }
  settleAll(book, now, office);
  retimeAll(book, office);
  foreseeBlocks(book, office, now);
  for (const [event, { enrollment, outcome, reason: why }] of decisions) {
    const own = book.enrollment(enrollment);
    if (own !== null)
      book.putEnrollment({ ...own, taken: [...own.taken, { event, outcome, why }] });
  }
  book.save(ports, language);
  const notes = [...decisions.values()].flatMap((decision) => decision.notes);
  noteCells(ports, notes, language);
  return new Map(
    [...decisions].map(([event, { enrollment, outcome, reason: why }]) => {
      const refused = outcome === "APPLIED" ? "" : say(why, language);
      return [event, { row: book.enrollment(enrollment)?.row, refused }];
    }),
  );
}
