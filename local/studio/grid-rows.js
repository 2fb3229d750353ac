// Turns the page's copy of a sheet into grid rows: the filled ones and a little empty paper to write on.
import { fieldOf } from "./grid-columns.js";
import { firstRow } from "./grid-paper.js";

/** @typedef {import("./grid-source.js").Copy} Copy */
/** @typedef {import("../host/contract.ts").SheetLook["groups"][number]} RowGroup */
/** @typedef {{ row: number, backgrounds: Record<number, string>, notes: Record<number, string>, group?: RowGroup, [field: string]: unknown }} GridRow `group`: folds and unfolds below this row */

// A sheet that ends at its last row gives no place to add one.
const emptyRowsBelow = 24;

/** @type {Record<number, string>} */
const nothing = {};

/**
 * Rows with something in them, in the sheet's order.
 * @param {Copy} copy
 * @returns {number[]}
 */
export function writtenRows({ lines }) {
  return [...lines.values()]
    .filter(([, cells]) => cells.some((cell) => cell !== ""))
    .map(([row]) => row)
    .sort((a, b) => a - b);
}

/**
 * Those that the sheet shows: neither filtered out nor folded away.
 * @param {Copy} copy
 * @returns {number[]}
 */
export function filledRows(copy) {
  const hidden = new Set(copy.look.hiddenRows);
  return writtenRows(copy).filter((row) => !hidden.has(row));
}

/**
 * Where a person may write a new row; blank ones between the filled count, too.
 * @param {Copy} copy
 * @param {readonly number[]} filled
 * @returns {number[]}
 */
export function emptyRows({ look, last }, filled) {
  const taken = new Set([...filled, ...look.hiddenRows]);
  const first = firstRow(look);
  const count = last + emptyRowsBelow - first + 1;
  const rows = Array.from({ length: count }, (_, index) => index + first);
  return rows.filter((row) => !taken.has(row));
}

/**
 * @param {Copy} copy
 * @returns {(number: number) => GridRow}
 */
export function gridRows({ look, lines }) {
  const fields = look.columns.map((_, index) => fieldOf(index));
  const groups = new Map(look.groups.map((group) => [group.row - 1, group]));
  return (number) => {
    const [, cells = [], backgrounds = nothing, notes = nothing] = lines.get(number) ?? [number];
    /** @type {GridRow} */
    const row = { row: number, backgrounds, notes };
    const group = groups.get(number);
    if (group) row.group = group;
    for (let index = 0; index < fields.length; index += 1) {
      row[/** @type {string} */ (fields[index])] = cells[index] ?? "";
    }
    return row;
  };
}
