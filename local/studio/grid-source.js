// The page's copy of the sheets it has drawn. Read anew, it takes only the rows that changed.
import { get } from "./api.js";
import { firstRow, paperOf } from "./grid-paper.js";

/** @typedef {import("../host/contract.ts").SheetLook} SheetLook */
/** @typedef {[row: number, cells: string[], backgrounds: Record<number, string>, notes: Record<number, string>]} Line */
/** @typedef {import("./grid-paper.js").Frame} Frame */
/** @typedef {Omit<SheetLook, "rows"> & { cursor: string, whole: boolean, last: number, rows: Line[] }} Page */
/** @typedef {{ look: Frame, lines: Map<number, Line>, last: number, cursor: string }} Copy `last`: the sheet's last row with content */

/** @type {Map<string, Copy>} */
const copies = new Map();

/**
 * @param {string} name
 * @returns {Promise<{ copy: Copy, changed: ReadonlySet<number> | null }>} `changed`: null when all of it may have
 */
export async function readSheet(name) {
  const known = copies.get(name);
  const since = known ? `?since=${encodeURIComponent(known.cursor)}` : "";
  /** @type {Page} */
  const { cursor, whole, last, rows, ...look } = await get(
    `grid/${encodeURIComponent(name)}${since}`,
  );
  const lines = whole || !known ? new Map() : known.lines;
  for (const line of rows) lines.set(line[0], line);
  const first = firstRow(look);
  for (const row of lines.keys()) if (row > last || row < first) lines.delete(row);
  const copy = { look: paperOf(look), lines, last, cursor };
  copies.set(name, copy);
  return { copy, changed: whole ? null : new Set(rows.map(([row]) => row)) };
}

/**
 * @param {Frame} look
 * @param {string} header
 * @returns {(line: Line | undefined) => string} reads one column of a line
 */
export function columnReader(look, header) {
  const index = look.columns.findIndex((column) => column.header === header);
  return (line) => (index < 0 ? "" : (line?.[1][index] ?? ""));
}
