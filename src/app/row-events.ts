// What a person asks of rows becomes edits in Events, is applied at once, and each row says what came of it.
import type { EventRow, QueueRow, Words } from "../../sheets-schema/index";
import type { Ports } from "../ports";
import { unseal } from "../state/seal";
import { filled } from "../words/filled";
import { ROWS } from "../words/rows";
import { readDoorConfig } from "./door-config";
import { appendEvents, eventRow, markStop } from "./record-event";
import { runBatch } from "./run-batch";

export type RowAction = keyof typeof ROWS.title;
type Asking = RowAction | "keep";
type Asked = Pick<QueueRow, "id" | "email" | "flow" | "last_at" | "next_step" | "why" | "sealed">;

/** What came of an action, for one row. */
export interface Came extends Pick<QueueRow, "id" | "email" | "flow"> {
  readonly words: Words;
}

/** The caller holds the batch mutex and has read `rows` in it. */
export function carryOut(ports: Ports, action: Asking, rows: readonly Asked[]): readonly Came[] {
  const events = new Map(rows.map((row) => [row.id, actionEvent(ports, action, row)]));
  if (!appendEvents(ports, [...events.values()])) return rows.map(came(ROWS.busyEvents));
  markStop(ports);
  // Only what was asked to go now makes this run send.
  if (action === "send now") runBatch(ports, "menu", false);
  else runBatch(ports, "edit", false);
  const { live } = readDoorConfig(ports.properties.all());
  const after = new Map(ports.store.read("Queue").map(({ cells }) => [cells.id, cells]));
  // Only a row that stands as it stood needs its event to say why.
  const stands = rows.some((row) => after.get(row.id)?.why === row.why);
  const outcomes = stands ? ports.store.read("Events").map(({ cells }) => cells) : [];
  const eventOf = new Map(outcomes.map((event) => [event.id, event]));
  return rows.map((row) => {
    const event = eventOf.get(events.get(row.id)?.id ?? "");
    return came(wordsOf(row, after.get(row.id), event, live))(row);
  });
}

function came(words: Words) {
  return ({ id, email, flow }: Asked): Came => ({ id, email, flow, words });
}

function wordsOf(
  before: Asked,
  after: QueueRow | undefined,
  event: EventRow | undefined,
  live: boolean,
): Words {
  if (after === undefined || event?.outcome === "") return ROWS.later;
  const refused = event !== undefined && event.outcome !== "APPLIED";
  // The reason stands in the sheet's language already.
  if (refused && after.why === before.why) return filled(ROWS.refused, { why: event.reason });
  const why = { en: after.why, zh: after.why };
  if (after.last_at === before.last_at) return why;
  const went = filled(live ? ROWS.sent : ROWS.sentToYou, { step: before.next_step });
  return { en: `${went.en}; ${why.en}`, zh: `${went.zh}；${why.zh}` };
}

/** The seal is part of the key: pressed twice at the same state it is one edit. */
function actionEvent(ports: Ports, action: Asking, { id, email, sealed }: Asked): EventRow {
  const changes = [{ column: "do", from: "", to: action }];
  const text = JSON.stringify([id, sealed, changes]);
  return eventRow(ports, {
    source: "sheet",
    type: "edit",
    key: `edit:menu:${ports.secrets.digest(text).slice(0, 24)}`,
    who: email,
    payload: JSON.stringify({ enrollment: id, changes }),
    occurredAt: ports.clock.now(),
    stops: false,
  });
}

/** Takes back the newest edit that can be taken back, whichever row it was. The caller holds the batch mutex. */
export function undoNewest(ports: Ports): string {
  const { language } = readDoorConfig(ports.properties.all());
  const row = newestEdited(ports);
  if (row === null) return ROWS.nothingToUndo[language];
  const told = carryOut(ports, "undo", [row]);
  return told.map(({ email, flow, words }) => `${email} (${flow}): ${words[language]}`).join("\n");
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
