// What is settled long ago goes to a second file. Here its rows stay, emptied of all but what makes a repeat a repeat and
// a mail one that went: nothing that counts rows or looks for keys learns of it, and no run has one call more.
import type { ContactRow, EventRow, SendRow } from "../../sheets-schema/index";
import { nameKey } from "../events/address";
import { waitsForLive } from "../events/stripe-payment";
import { type Enrollment, isClosed } from "../model/enrollment";
import { DAY_MS, SECOND_MS } from "../model/time";
import type { Ports, RowChange } from "../ports";
import { ARCHIVED_WORDS } from "../words/archive";
import { type Recorded, recordedIn } from "./audit/audit-replay";
import { Book } from "./book";
import { readDoorConfig } from "./doors/door-config";
import { ERASED } from "./persons-data/erase-texts";

export interface Old {
  readonly events: readonly EventRow[];
  readonly sends: readonly SendRow[];
  readonly people: number;
}
/** Whoever is paid, done or gone for so long is seldom asked about. */
const OLD_MS = 90 * DAY_MS;
/** Cells of some hundred rows are written one by one at worst: a press ends well within a minute. */
export const ROWS_AT_ONCE = 100;
/** Says in Events that the rest lies in the archive. */
export const ARCHIVED = '{"archived":true}';
/** Says that the rest is kept nowhere any more. */
export const LET_GO = '{"let_go":true}';
const PROPERTY = "archive";

/** What nobody has moved or emptied yet. */
export function isWhole({ payload }: Pick<EventRow, "payload">): boolean {
  return ![ARCHIVED, LET_GO, ERASED].includes(payload);
}

export function oldIn(ports: Ports): Old {
  const looked = { book: new Book(ports), recorded: recordedIn(ports) };
  return oldOf(looked, ports.clock.now() - OLD_MS, ({ token }) => token !== "");
}

/** Everything of people whose every row has been closed for long, and which waits for nobody. */
export function oldOf(
  { book, recorded }: { readonly book: Book; readonly recorded: Recorded },
  before: number,
  holds: (send: SendRow) => boolean = () => true,
): Old {
  const people = book.contacts().filter((contact) => {
    const own = book.person(contact).enrollments;
    return contact.pending === "" && own.length > 0 && own.every((one) => isOld(one, before));
  });
  const events = people.flatMap((contact) => eventsOf(recorded, contact, before));
  const sends = people.flatMap(({ id }) => sendsOf(recorded, id, before).filter(holds));
  const gone = new Set([...events.map(({ person }) => person), ...sends.map((one) => one.contact)]);
  return { events: [...new Set(events.map(({ event }) => event))], sends, people: gone.size };
}

function isOld({ row, closing, owed }: Enrollment, before: number): boolean {
  const { entered_at, last_at, paid_at } = row;
  const times = [entered_at, last_at, paid_at, closing?.at ?? null];
  const last = Math.max(...times.map((time) => time ?? 0));
  return isClosed(row.status) && owed.length === 0 && last > 0 && last < before;
}

function eventsOf({ events, byWho }: Recorded, { id, email }: ContactRow, before: number) {
  const at = new Set([...(byWho.get(id) ?? []), ...(byWho.get(nameKey(email)) ?? [])]);
  return [...at].flatMap((index) => {
    const event = events[index];
    const fits = event !== undefined && isSettled(event) && (event.received_at ?? before) < before;
    return fits ? [{ person: id, event }] : [];
  });
}

/** An event of many people at once tells of each of them; one that waits, of what is to come. */
export function isSettled(event: EventRow): boolean {
  const { outcome, type, reason } = event;
  if (outcome === "" || outcome === "UNMATCHED" || !isWhole(event)) return false;
  return !/^adopted|^person\./.test(type) && !waitsForLive(reason);
}

const ENDED: readonly SendRow["status"][] = ["SENT", "FAILED", "WITHDRAWN"];

function sendsOf({ sends }: Recorded, contact: string, before: number): readonly SendRow[] {
  return (sends.get(contact) ?? []).filter(
    ({ status, planned_at, sent_at }) =>
      ENDED.includes(status) && (sent_at ?? planned_at ?? before) < before,
  );
}

export interface ArchiveFile {
  readonly fileId: string;
  readonly url: string;
}

export function archiveOf(kept: Readonly<Record<string, string>>): ArchiveFile | null {
  try {
    return kept[PROPERTY] === undefined ? null : (JSON.parse(kept[PROPERTY]) as ArchiveFile);
  } catch {
    return null;
  }
}

/** How many rows were moved. The caller holds the batch mutex. */
export function archiveSome(ports: Ports, { events, sends }: Old): number {
  const { language } = readDoorConfig(ports.properties.all());
  const why = ARCHIVED_WORDS[language];
  const someEvents = events.slice(0, ROWS_AT_ONCE);
  const someSends = sends.slice(0, ROWS_AT_ONCE - someEvents.length);
  const file = madeFile(ports);
  const away = {
    events: copied(ports, file, "Events", someEvents, ({ id }) => id),
    sends: copied(ports, file, "Sends", someSends, ({ send_key }) => send_key),
  };
  ports.store.update(
    "Events",
    away.events.map((row): RowChange<"Events"> => {
      const cells = { payload: ARCHIVED, reason: why };
      return { id: row.id, cells, seen: { payload: row.payload, outcome: row.outcome } };
    }),
  );
  ports.store.update(
    "Sends",
    away.sends.map((row): RowChange<"Sends"> => {
      return { id: row.send_key, cells: { ...EMPTIED, why }, seen: { status: row.status } };
    }),
  );
  ports.store.flush();
  return away.events.length + away.sends.length;
}

/** What no later decision asks for. */
const EMPTIED = { token: "", draft_id: "", message_id: "", thread_id: "", attempts: null } as const;

function madeFile(ports: Ports): string {
  const known = archiveOf(ports.properties.all());
  if (known !== null) return known.fileId;
  const when = ports.workbook.wallTime(ports.clock.now(), "").text;
  const made = ports.archive.create(`Dripsheet archive ${when}`);
  ports.properties.set(PROPERTY, JSON.stringify(made));
  return made.fileId;
}

/** Those that stand there as they stand here: only they may be emptied. What a cut run has written is not written again. */
function copied<N extends "Events" | "Sends", R extends N extends "Events" ? EventRow : SendRow>(
  { archive }: Ports,
  fileId: string,
  tab: N,
  rows: readonly R[],
  idOf: (row: R) => string,
): readonly R[] {
  if (rows.length === 0) return [];
  const there = () => new Set((archive.read(fileId, tab) as readonly R[]).map(textOf));
  const before = there();
  const fresh = rows.filter((row) => !before.has(textOf(row)));
  if (fresh.length > 0) archive.append(fileId, tab, fresh as never);
  const after = fresh.length > 0 ? there() : before;
  return rows.filter((row) => idOf(row) !== "" && after.has(textOf(row)));
}

/** Cells keep whole seconds. */
function textOf(row: EventRow | SendRow): string {
  const cells = Object.entries(row).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify(
    cells.map(([name, value]) => {
      const isTime = name.endsWith("_at") && typeof value === "number";
      return isTime ? Math.round(value / SECOND_MS) : value;
    }),
  );
}
