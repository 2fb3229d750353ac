// Actions on rows by menu: each is recorded as the same edit as choosing it in `do`, applied at once, and told row by row.
import type { QueueRow } from "../../sheets-schema/index";
import type { Language, Ports } from "../ports";
import { filled } from "../words/filled";
import { ROWS } from "../words/rows";
import { readDoorConfig } from "./doors/door-config";
import { mayWrite } from "./owner-only";
import { carryOut, linesOf, type RowAction, type Rows, rowsNamed, undoNewest } from "./row-events";

type Kept = Readonly<Record<string, string>>;

const NOBODY: Rows = { asked: [], people: [] };
/** A run applies 150 events and must leave room for what comes meanwhile. */
const ROWS_MAX = 100;
const LINES_MAX = 25;

export function actOnSelected(ports: Ports, action: RowAction): void {
  const kept = ports.properties.all();
  if (!mayWrite(ports, kept)) return;
  const { language, live } = readDoorConfig(kept);
  const title = titleOf(action, live, language);
  ports.person.tell(title, answerTo(ports, kept, action, title));
}

/** In REHEARSAL the same press moves a row on. */
function titleOf(action: RowAction, live: boolean, language: Language): string {
  return (action === "send now" && !live ? ROWS.nextStep : ROWS.title[action])[language];
}

function answerTo(ports: Ports, kept: Kept, action: RowAction, title: string): string {
  const { language } = readDoorConfig(kept);
  const selection = ports.person.selection();
  const ids = selection.tab === "Queue" ? selection.ids : [];
  const rows = ids.length === 0 ? NOBODY : rowsNamed(ports, () => ids);
  const count = rows.asked.length;
  if (count === 0 && action === "undo") return undoNewest(ports, kept);
  if (count === 0) return (selection.tab === "Queue" ? ROWS.gone : ROWS.none)[language];
  if (count > ROWS_MAX) {
    return filled(ROWS.tooMany, { count: String(count), max: String(ROWS_MAX) })[language];
  }
  const said = (now: Rows) =>
    shortened(linesOf(carryOut(ports, kept, action, now), language), language);
  if (action !== "mark paid") return said(rows);
  if (!confirmed(ports, title, rows.asked, language)) return ROWS.cancelled[language];
  // Time has passed while the question stood.
  return said(rowsNamed(ports, () => ids));
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

function shortened(lines: readonly string[], language: Language): string {
  const more = lines.length - LINES_MAX;
  if (more <= 0) return lines.join("\n");
  const rest = filled(ROWS.more, { count: String(more) })[language];
  return [...lines.slice(0, LINES_MAX), rest].join("\n");
}
