// What a tab is drawn on: where no row is frozen, letters above and the first row like the others, and room to write.
import { letterOf } from "./letters.js";

/** @typedef {import("../host/contract.ts").SheetLook} SheetLook */
/** @typedef {SheetLook["columns"][number]} Shown */
/** @typedef {Shown & { name: string }} Column `name`: what the column is called when something is written to it */
/** @typedef {Omit<SheetLook, "rows" | "columns"> & { columns: Column[] }} Frame */

// As many columns as a new tab has.
const columnsMin = 26;
const usualWidthPx = 100;

/**
 * @param {Omit<SheetLook, "rows">} look
 * @returns {Frame}
 */
export function paperOf(look) {
  if (look.frozenRows > 0) return { ...look, columns: look.columns.map(named) };
  const count = Math.max(columnsMin, look.columns.length + 1);
  const columns = Array.from({ length: count }, (_, index) => ({
    ...(look.columns[index] ?? empty),
    header: "",
    name: letterOf(index),
  }));
  return { ...look, columns };
}

/**
 * @param {{ frozenRows: number }} look
 * @returns {number} the first row that stands among the others
 */
export function firstRow({ frozenRows }) {
  return frozenRows === 0 ? 1 : 2;
}

/** @type {Shown} */
const empty = {
  header: "",
  width: usualWidthPx,
  hidden: false,
  note: "",
  numberFormat: "",
  choices: [],
  warns: false,
};

/**
 * A header that stands twice, or none, cannot say which column is meant; its letter can.
 * @param {Shown} column
 * @param {number} index
 * @param {readonly Shown[]} columns
 * @returns {Column}
 */
function named(column, index, columns) {
  const same = columns.filter(({ header }) => header === column.header).length;
  const isClear = column.header !== "" && same === 1;
  return { ...column, name: isClear ? column.header : letterOf(index) };
}
