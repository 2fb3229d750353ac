// Copying and pasting in the grid, from and to any spreadsheet: a block fills cells from the selected one on.
import { tell } from "./bus.js";
import { cellsOf, textOf, tiled } from "./clipboard.js";
import { byId } from "./dom.js";
import { writeBlock } from "./grid-blocks.js";
import { t } from "./words.js";

/** @typedef {{ getTable: () => any, isEditing: () => boolean, copy: () => import("./grid-source.js").Copy | null }} Grid */

/** @param {Grid} grid */
export function listenToClipboard(grid) {
  document.addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text === "" || !isForGrid(grid, event)) return;
    event.preventDefault();
    void paste(grid, cellsOf(text));
  });
  // Before the grid's own listener, which knows no quotes.
  document.addEventListener("copy", (event) => copy(grid, event), { capture: true });
}

/**
 * Whoever types somewhere, or has a window open, means that place.
 * @param {Grid} grid
 * @param {ClipboardEvent} event
 */
function isForGrid(grid, { target }) {
  if (grid.isEditing()) return false;
  if (target === document.body) return document.querySelector("dialog[open]") === null;
  return target instanceof Node && byId("ledger").contains(target);
}

/**
 * @param {Grid} grid
 * @param {ClipboardEvent} event
 */
function copy(grid, event) {
  const cells = selectedCells(grid);
  const focused = document.activeElement;
  if (cells.length === 0 || grid.isEditing() || !byId("grid").contains(focused)) return;
  const rows = cells.map((line) => line.map((cell) => String(cell.getValue() ?? "")));
  event.preventDefault();
  event.stopPropagation();
  event.clipboardData?.setData("text/plain", textOf(rows));
  tell("said", t("copied", { rows: rows.length, columns: rows[0]?.length ?? 0 }));
}

/**
 * @param {Grid} grid
 * @param {string[][]} block
 */
async function paste(grid, block) {
  const cells = selectedCells(grid);
  const first = cells[0]?.[0];
  const now = grid.copy();
  if (!first || !now) return;
  const values = tiled(block, cells.length, cells[0]?.length ?? 0);
  const widest = Math.max(...values.map((line) => line.length));
  const rows = rowsFrom(first.getRow(), values.length, now.last);
  const columns = columnsFrom(grid.getTable(), first, widest);
  tell("said", t("pasting"));
  const isWritten = await writeBlock(now.look, { rows, columns }, values);
  if (isWritten) tell("said", t("pasted", { rows: values.length, columns: widest }));
}

/** @param {Grid} grid @returns {any[][]} */
function selectedCells(grid) {
  return grid.getTable()?.getRanges()[0]?.getStructuredCells() ?? [];
}

/**
 * Rows as they stand on the screen; what does not fit there goes below the sheet's last row.
 * @param {any} first
 * @param {number} count
 * @param {number} last
 * @returns {number[]}
 */
function rowsFrom(first, count, last) {
  const rows = [];
  for (let row = first; row && rows.length < count; row = row.getNextRow()) {
    rows.push(row.getData().row);
  }
  const below = Math.max(last, ...rows) + 1;
  return [...rows, ...Array.from({ length: count - rows.length }, (_, down) => below + down)];
}

/**
 * Likewise: beyond the last column on the screen come new ones.
 * @param {any} table
 * @param {any} first
 * @param {number} count
 * @returns {number[]}
 */
function columnsFrom(table, first, count) {
  const all = table.getColumns().filter((/** @type {any} */ one) => one.getField() !== "row");
  const shown = all.filter((/** @type {any} */ column) => column.isVisible());
  const at = shown.findIndex((/** @type {any} */ column) => column.getField() === first.getField());
  const found = shown.slice(at, at + count).map(columnIndex);
  return [...found, ...Array.from({ length: count - found.length }, (_, on) => all.length + on)];
}

/** @param {any} column */
function columnIndex(column) {
  return Number(column.getField().slice(1));
}
