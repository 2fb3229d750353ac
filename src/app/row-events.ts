// What a person asks of rows becomes edits in Events, is applied at once, and each row says what came of it.
import type { EventRow, QueueRow, Words } from "../../sheets-schema/index";
import type { Language, Ports, StoredRow } from "../ports";
import { unseal } from "../state/seal";
import { filled } from "../words/filled";
import { ROWS } from "../words/rows";
import { readDoorConfig } from "./doors/door-config";
import { appendEvents, markStop } from "./doors/record-event";
import { applyNow, type Done, fewOf, rowsOfPeople } from "./edit-now";
import { editEvent } from "./pending-events";
import { runBatch } from "./run-batch";

export type RowAction = keyof typeof ROWS.title;
type Asking = RowAction | "keep";
type Asked = Pick<QueueRow, "id" | "email" | "flow" | "last_at" | "next_step" | "why" | "sealed">;
type Kept = Readonly<Record<string, string>>;

/** What came of an action, for one row. */
export interface Came extends Pick<QueueRow, "id" | "email" | "flow"> {
  readonly words: Words;
}
/** Rows that somebody acts on, as just read, among all rows of the same people. */
export interface Rows {
  readonly asked: readonly QueueRow[];
  readonly people: readonly StoredRow<"Queue">[];
}

/** A row the machine did not make is nobody's to act on. */
export function rowsNamed(
  ports: Ports,
  chosen: (queue: readonly string[]) => readonly string[],
): Rows {
  let wanted = new Set<string>();
  const people = rowsOfPeople(ports, (queue) => {
    wanted = new Set(chosen(queue));
    return [...wanted];
  });
  const asked = people.map(({ cells }) => cells);
  return { people, asked: asked.filter((row) => wanted.delete(row.id) && unseal(row) !== null) };
}

/** The caller holds the batch mutex and has read `rows` in it. */
export function carryOut(ports: Ports, kept: Kept, action: Asking, rows: Rows): readonly Came[] {
  const { asked, people } = rows;
  // Only what was asked to go now makes this run send.
  const few = action === "send now" ? null : fewOf(ports, kept, people);
  const changes = [{ column: "do", from: "", to: action }] as const;
  const events = asked.map((row) => editEvent(ports, { ...row, changes }, "edit:menu:"));
  if (!appendEvents(ports, events)) return asked.map(came(ROWS.busyEvents));
  const eventOf = new Map(asked.map(({ id }, at) => [id, events[at]?.id ?? ""]));
  const { live } = readDoorConfig(kept);
  const settled =
    few === null || few.book.edited.length > 0
      ? wholePass(ports, action, asked, events)
      : applyNow(ports, few, events);
  return asked.map((row) => came(wordsOf(row, settled.get(eventOf.get(row.id) ?? ""), live))(row));
}

/** By event id; an event that waits still is not in it. */
function wholePass(
  ports: Ports,
  action: Asking,
  asked: readonly Asked[],
  events: readonly EventRow[],
): ReadonlyMap<string, Done> {
  markStop(ports);
  runBatch(ports, action === "send now" ? "menu" : "edit", false);
  const after = new Map(ports.store.read("Queue").map(({ cells }) => [cells.id, cells]));
  // Only a row that stands as it stood needs its event to say why.
  const stands = asked.some((row) => after.get(row.id)?.why === row.why);
  const outcomes = stands ? ports.store.read("Events").map(({ cells }) => cells) : [];
  const told = new Map(outcomes.map((event) => [event.id, event]));
  return new Map(
    events.flatMap(({ id }, at) => {
      const { outcome, reason } = told.get(id) ?? { outcome: "APPLIED", reason: "" };
      const row = after.get(asked[at]?.id ?? "");
      if (outcome === "") return [];
      return [[id, { row, refused: outcome === "APPLIED" ? "" : reason }] as const];
    }),
  );
}

function came(words: Words) {
  return ({ id, email, flow }: Asked): Came => ({ id, email, flow, words });
}

function wordsOf(before: Asked, done: Done | undefined, live: boolean): Words {
  const after = done?.row;
  if (done === undefined || after === undefined) return ROWS.later;
  if (done.refused !== "" && after.why === before.why) {
    return filled(ROWS.refused, { why: done.refused });
  }
  const why = { en: after.why, zh: after.why };
  if (after.last_at === before.last_at) return why;
  const went = filled(live ? ROWS.sent : ROWS.sentToYou, { step: before.next_step });
  return { en: `${went.en}; ${why.en}`, zh: `${went.zh}；${why.zh}` };
}

/** Takes back the newest edit that can be taken back, whichever row it was. The caller holds the batch mutex. */
export function undoNewest(ports: Ports, kept: Kept): string {
  const { language } = readDoorConfig(kept);
  const newest = newestEdited(ports);
  if (newest === null) return ROWS.nothingToUndo[language];
  const told = carryOut(
    ports,
    kept,
    "undo",
    rowsNamed(ports, () => [newest.id]),
  );
  return linesOf(told, language).join("\n");
}

export function linesOf(came: readonly Came[], language: Language): readonly string[] {
  return came.map(({ email, flow, words }) => `${email} (${flow}): ${words[language]}`);
}

function newestEdited({ store }: Ports): QueueRow | null {
  const byEvent = new Map<string, QueueRow>();
  for (const { cells } of store.read("Queue")) {
    const undo = unseal(cells)?.undo ?? null;
    if (undo !== null && !byEvent.has(undo.event)) byEvent.set(undo.event, cells);
  }
  if (byEvent.size === 0) return null;
  const newest = store
    .read("Events")
    .map(({ cells }) => cells)
    .filter(({ id }) => byEvent.has(id))
    .sort((a, b) => (a.received_at ?? 0) - (b.received_at ?? 0))
    .pop();
  return newest === undefined ? null : (byEvent.get(newest.id) ?? null);
}
