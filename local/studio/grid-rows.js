// Turns the look of a sheet into grid rows: the filled ones and a little empty paper to write on.
import { fieldOf } from "./grid-columns.js";

/** @typedef {import("../host/contract.ts").SheetLook["groups"][number]} RowGroup */
/** @typedef {{ row: number, backgrounds: readonly string[], notes: readonly string[], group?: RowGroup, [field: string]: unknown }} GridRow `group`: folds and unfolds below this row */

// A sheet that ends at its last row gives no place to add one.
const emptyRowsBelow = 24;

/**
 * @param {import("../host/contract.ts").SheetLook} look
 * @returns {GridRow[]}
 */
export function rowsOf(look) {
  const byNumber = new Map(look.rows.map((row) => [row.row, row]));
  const filled = look.rows.filter((row) => row.cells.some((cell) => cell !== ""));
  const last = Math.max(1, ...filled.map((row) => row.row)) + emptyRowsBelow;
  const hidden = new Set(look.hiddenRows);
  return Array.from({ length: last - 1 }, (_, index) => index + 2)
    .filter((number) => !hidden.has(number))
    .map((number) => toGridRow(number, byNumber, look));
}

/**
 * @param {number} number
 * @param {Map<number, import("../host/contract.ts").SheetLook["rows"][number]>} byNumber
 * @param {import("../host/contract.ts").SheetLook} look
 * @returns {GridRow}
 */
function toGridRow(number, byNumber, look) {
  const seen = byNumber.get(number);
  /** @type {GridRow} */
  const row = { row: number, backgrounds: seen?.backgrounds ?? [], notes: seen?.notes ?? [] };
  const group = look.groups.find((one) => one.row === number + 1);
  if (group) row.group = group;
  for (const index of look.columns.keys()) row[fieldOf(index)] = seen?.cells[index] ?? "";
  return row;
}
