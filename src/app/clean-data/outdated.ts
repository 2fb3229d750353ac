// Finds rows that have gone stale. It reads, and changes nothing.
import type { ContactRow, EventRow } from "../../../sheets-schema/index";
import { readMailbox } from "../../events/address";
import { mayBeOne } from "../../events/same-person";
import { contactIdOf, type Enrollment, isOpen } from "../../model/enrollment";
import { isTestPerson } from "../../model/test-person";
import { DAY_MS } from "../../model/time";
import type { Ports } from "../../ports";
import type { STALE } from "../../words/outdated";
import { Book } from "../book";
import { mustConfirm } from "../must-confirm";
import { loadOffice } from "../office";
import type { Planning } from "../sending/plan";
import { lastSign } from "../signs-of-life";
import { apartIn } from "./join-events";

export type Stale = keyof typeof STALE;
export interface StaleRow {
  readonly tab: "Contacts" | "Queue";
  readonly id: string;
  readonly name: string;
}
export type Outdated = Readonly<Record<Stale, readonly StaleRow[]>>;

const UNCONFIRMED_MS = 30 * DAY_MS;
const SILENT_MS = 365 * DAY_MS;

type Looking = Pick<Planning, "ports" | "office" | "book" | "now">;

export function outdatedIn(ports: Ports): Outdated {
  const looking = {
    ...{ ports, office: loadOffice(ports), book: new Book(ports) },
    now: ports.clock.now(),
  };
  const events = ports.store.read("Events").map(({ cells }) => cells);
  const { book } = looking;
  const people = book.contacts().filter((one) => one.merged_into === "" && !isTestPerson(one));
  const rows = book.enrollments().filter(({ row, test }) => !test && isOpen(row.status));
  const those = (is: (contact: ContactRow) => boolean) => people.filter(is).map(personRow);
  return {
    unmailable: those(({ email }) => typeof readMailbox(email) === "string"),
    duplicates: twice(people, events),
    bounced: those(({ suppressed }) => suppressed === "bounced"),
    unconfirmed: rows.filter((one) => isUnconfirmed(looking, one)).map(queueRow),
    silent: those((contact) => isSilent(looking, contact)),
    flowless: rows
      .filter(({ row }) => looking.office.rules.get(row.flow)?.on !== true)
      .map(queueRow),
  };
}

/** Those that are asked about, each once. */
function twice(people: readonly ContactRow[], events: readonly EventRow[]): readonly StaleRow[] {
  const pairs = mayBeOne(people, apartIn(events));
  return [...new Set(pairs.map(({ other }) => other))].map(personRow);
}

function isUnconfirmed(looking: Looking, enrollment: Enrollment): boolean {
  const since = enrollment.row.entered_at ?? looking.now;
  return looking.now - since > UNCONFIRMED_MS && mustConfirm(looking, enrollment);
}

/** Whoever has paid or left is looked for by nobody. */
function isSilent({ ports, book, now }: Looking, contact: ContactRow): boolean {
  const { id, first_seen_at, paid, suppressed } = contact;
  if (first_seen_at === null || now - first_seen_at < SILENT_MS) return false;
  return paid !== "YES" && suppressed === "" && now - lastSign({ ports, book }, id) > SILENT_MS;
}

function personRow({ id, email, name }: ContactRow): StaleRow {
  return { tab: "Contacts", id, name: email || name || id };
}

function queueRow({ row }: Enrollment): StaleRow {
  return { tab: "Queue", id: row.id, name: `${row.email || contactIdOf(row.id)} · ${row.flow}` };
}

/** By name and number, of what there is; null: it could not be looked for, and nothing waits for it. */
export function outdatedCounts(ports: Ports): readonly (readonly [Stale, number])[] | null {
  try {
    const found = Object.entries(outdatedIn(ports)) as [Stale, readonly StaleRow[]][];
    return found.flatMap(([stale, rows]) => (rows.length === 0 ? [] : [[stale, rows.length]]));
  } catch (error) {
    ports.log.warn(`outdated rows were not looked for: ${String(error)}`);
    return null;
  }
}
