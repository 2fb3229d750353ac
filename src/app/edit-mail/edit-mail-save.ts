// The words of a mail back into Templates: only the cells that were changed, and never over somebody else's change.
import { DOUBTS, MOVES, type TemplateRow } from "../../../sheets-schema/index";
import { checkTemplate } from "../../content/check-template";
import { checkLiveTemplates } from "../../flows/check-live-templates";
import type { Ports } from "../../ports";
import { MAIL_HINTS } from "../../words/mail-hints";
import { markStop } from "../doors/record-event";
import type { Desk } from "./edit-mail-desk";

export const EDITABLE = ["subject", "body", "why_now", "cost_of_not", "move", "doubt"] as const;
export type Editable = (typeof EDITABLE)[number];
/** Column → digest of what stood in the cell when the window showed it. */
export type SeenCells = Readonly<Partial<Record<Editable, string>>>;

export type Saved =
  | { readonly kind: "nothing" }
  | { readonly kind: "saved"; readonly columns: readonly Editable[] }
  | { readonly kind: "added" }
  | { readonly kind: "gone" }
  /** In the sheet now, by somebody else. */
  | { readonly kind: "changed"; readonly theirs: Readonly<Partial<Record<Editable, string>>> }
  | { readonly kind: "faulty"; readonly what: string };

const DIGEST_LENGTH = 16;

export function digestOf({ secrets }: Ports, cell: string): string {
  return secrets.digest(plain(cell)).slice(0, DIGEST_LENGTH);
}

export function seenOf(ports: Ports, row: TemplateRow): SeenCells {
  return Object.fromEntries(EDITABLE.map((column) => [column, digestOf(ports, row[column])]));
}

/** A browser and a cell may part lines in different ways. */
export function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** The row with what was typed in the window; what is no choice of a dropdown is none. */
export function withTyped(
  row: TemplateRow,
  typed: Readonly<Partial<Record<string, string>>>,
): TemplateRow {
  const text = (column: Editable) => plain(typed[column] ?? row[column]);
  return {
    ...row,
    subject: text("subject"),
    body: text("body"),
    why_now: text("why_now"),
    cost_of_not: text("cost_of_not"),
    move: MOVES.find((move) => move === text("move")) ?? "",
    doubt: DOUBTS.find((doubt) => doubt === text("doubt")) ?? "",
  };
}

/** What somebody changed in the window, whatever became of the cells meanwhile. */
export function changedHere(
  ports: Ports,
  seen: SeenCells,
  typed: TemplateRow,
): readonly Editable[] {
  return EDITABLE.filter((column) => digestOf(ports, typed[column]) !== seen[column]);
}

/** `standing`: the row as it is now; null: none of that name. Nothing `seen`: a new one is wanted. */
export function saveMail(
  ports: Ports,
  desk: Desk,
  { standing, typed, seen }: { standing: TemplateRow | null; typed: TemplateRow; seen: SeenCells },
): Saved {
  const here = changedHere(ports, seen, typed);
  const merged = standing === null ? typed : { ...standing, ...only(typed, here) };
  const what = faultOf(desk, merged);
  if (what !== null) return { kind: "faulty", what };
  if (standing === null) return Object.keys(seen).length > 0 ? { kind: "gone" } : add(ports, typed);
  const columns = here.filter((column) => plain(standing[column]) !== typed[column]);
  if (columns.length === 0) return { kind: "nothing" };
  const foreign = columns.filter((column) => digestOf(ports, standing[column]) !== seen[column]);
  if (foreign.length > 0) return { kind: "changed", theirs: only(standing, foreign) };
  const { missing } = ports.store.update("Templates", [
    { id: typed.row, cells: only(typed, columns), seen: only(standing, columns) },
  ]);
  if (missing.length > 0) return { kind: "gone" };
  markStop(ports);
  const now = rowNow(ports, typed.row);
  if (now === null) return { kind: "gone" };
  const other = columns.filter((column) => plain(now[column]) !== typed[column]);
  return other.length > 0
    ? { kind: "changed", theirs: only(now, other) }
    : { kind: "saved", columns };
}

function add(ports: Ports, typed: TemplateRow): Saved {
  ports.store.append("Templates", [typed]);
  markStop(ports);
  return { kind: "added" };
}

/** As the check column would name it, a placeholder in the words of a flow that is on included. */
function faultOf(
  { settings: { language, personalMax }, rules }: Desk,
  typed: TemplateRow,
): string | null {
  const fault = checkTemplate(typed, personalMax);
  if (fault !== null) return fault[language];
  const [placeholder] = checkLiveTemplates([{ row: 0, cells: typed }], rules);
  if (placeholder === undefined) return null;
  return `${placeholder.column}: ${MAIL_HINTS[language].placeholder(placeholder.seen)}`;
}

function rowNow({ store }: Ports, id: string): TemplateRow | null {
  return store.read("Templates").find(({ cells }) => cells.row === id)?.cells ?? null;
}

function only(row: TemplateRow, columns: readonly Editable[]): Partial<TemplateRow> {
  return Object.fromEntries(columns.map((column) => [column, row[column]]));
}
