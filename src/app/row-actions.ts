// Actions on rows by menu: each is recorded as the same edit as choosing it in `do`, applied at once, and told row by row.
import type { QueueRow } from "../../sheets-schema/index";
import type { Language, Ports, Selection } from "../ports";
import { unseal } from "../state/seal";
import { filled } from "../words/filled";
import { ROWS } from "../words/rows";
import { readDoorConfig } from "./door-config";
import { mayWrite } from "./owner-only";
import { type Came, carryOut, type RowAction, undoNewest } from "./row-events";

/** A run applies 150 events and must leave room for what comes meanwhile. */
const ROWS_MAX = 100;
const LINES_MAX = 25;

export function actOnSelected(ports: Ports, action: RowAction): void {
  if (!mayWrite(ports)) return;
  const { language, live } = readDoorConfig(ports.properties.all());
  const title = titleOf(action, live, language);
  ports.person.tell(title, answerTo(ports, action, title, language));
}

/** In REHEARSAL the same press moves a row on. */
function titleOf(action: RowAction, live: boolean, language: Language): string {
  return (action === "send now" && !live ? ROWS.nextStep : ROWS.title[action])[language];
}

function answerTo(ports: Ports, action: RowAction, title: string, language: Language): string {
  const selection = ports.person.selection();
  const rows = selectedRows(ports, selection);
  if (rows.length === 0 && action === "undo") return undoNewest(ports);
  if (rows.length === 0) return (selection.tab === "Queue" ? ROWS.gone : ROWS.none)[language];
  if (rows.length > ROWS_MAX) {
    const counts = { count: String(rows.length), max: String(ROWS_MAX) };
    return filled(ROWS.tooMany, counts)[language];
  }
  if (action === "mark paid" && !confirmed(ports, title, rows, language)) {
    return ROWS.cancelled[language];
  }
  return linesOf(carryOut(ports, action, rows), language);
}

function selectedRows(ports: Ports, { tab, ids }: Selection): readonly QueueRow[] {
  if (tab !== "Queue" || ids.length === 0) return [];
  const wanted = new Set(ids);
  const rows = ports.store.read("Queue").map(({ cells }) => cells);
  return rows.filter((cells) => wanted.delete(cells.id) && unseal(cells) !== null);
}

function confirmed(
  ports: Ports,
  title: string,
  rows: readonly QueueRow[],
  language: Language,
): boolean {
  const people = [...new Set(rows.map(({ email }) => email))];
  const question = filled(ROWS.markPaid, { who: shortened(people, language) });
  const answer = ports.person.ask(title, question[language]);
  return answer?.trim().toUpperCase() === "YES";
}

function linesOf(came: readonly Came[], language: Language): string {
  const lines = came.map(({ email, flow, words }) => `${email} (${flow}): ${words[language]}`);
  return shortened(lines, language);
}

function shortened(lines: readonly string[], language: Language): string {
  const more = lines.length - LINES_MAX;
  if (more <= 0) return lines.join("\n");
  const rest = filled(ROWS.more, { count: String(more) })[language];
  return [...lines.slice(0, LINES_MAX), rest].join("\n");
}
