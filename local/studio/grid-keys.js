// The grid under a person's hands: typing replaces a cell, pasting fills cells from the selected one on.
import { byId } from "./dom.js";
import { writeBlock } from "./grid-blocks.js";
import { isLong } from "./text-editor.js";

/** @typedef {{ getTable: () => any, isEditing: () => boolean, look: () => import("./grid-source.js").Frame | undefined }} Grid */

/** @param {Grid} grid */
export function listenToKeys(grid) {
  byId("grid").addEventListener("keydown", (event) => {
    if (grid.isEditing() || isOnButton(event.target)) return;
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "F2") edit(grid.getTable());
    else if (isText) typeOver(grid.getTable());
  });
  byId("grid").addEventListener("keydown", (event) => takeBefore(grid, event), { capture: true });
  byId("grid").addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (grid.isEditing() || text === "") return;
    event.preventDefault();
    paste(grid, text);
  });
}

/**
 * Before the grid's own listener, which would empty cell after cell, and keep Tab for itself: whoever has no mouse would
 * never get out again.
 * @param {Grid} grid
 * @param {KeyboardEvent} event
 */
function takeBefore(grid, event) {
  if (grid.isEditing()) return;
  if (event.key === "Tab") event.stopPropagation();
  if (event.key === "Delete" || event.key === "Backspace") emptySelected(grid, event);
}

/** @param {EventTarget | null} place */
function isOnButton(place) {
  return place instanceof Element && place.closest("button") !== null;
}

/** @param {any} table */
function edit(table) {
  firstSelected(table)?.edit();
}

/**
 * Opens the editor with everything selected: the key on its way lands there and replaces it.
 * @param {any} table
 */
function typeOver(table) {
  const cell = firstSelected(table);
  if (!cell || isLong(String(cell.getValue() ?? ""))) return;
  cell.edit();
  cell.getElement().querySelector("input")?.select();
}

/**
 * @param {Grid} grid
 * @param {KeyboardEvent} event
 */
function emptySelected(grid, event) {
  const cells = grid.getTable()?.getRanges()[0]?.getStructuredCells() ?? [];
  if (cells.flat().length < 2) return;
  event.preventDefault();
  event.stopPropagation();
  const empty = cells.map((/** @type {any[]} */ line) => line.map(() => ""));
  void writeBlock(grid.look(), placeOf(cells), empty);
}

/**
 * @param {Grid} grid
 * @param {string} text tabs between cells, line breaks between rows, as spreadsheets copy
 */
function paste(grid, text) {
  const first = firstSelected(grid.getTable());
  if (!first) return;
  const values = text
    .replace(/\r?\n$/, "")
    .split(/\r?\n/)
    .map((line) => line.split("\t"));
  const widest = Math.max(...values.map((line) => line.length));
  const place = {
    rows: rowsFrom(first.getRow(), values.length),
    columns: columnsFrom(grid.getTable(), first, widest),
  };
  void writeBlock(grid.look(), place, values);
}

/** @param {any[][]} cells @returns {import("./grid-blocks.js").Place} */
function placeOf(cells) {
  return {
    rows: cells.map((line) => line[0].getRow().getData().row),
    columns: (cells[0] ?? []).map(columnIndex),
  };
}

/**
 * @param {any} first
 * @param {number} count
 * @returns {number[]}
 */
function rowsFrom(first, count) {
  const rows = [];
  for (let row = first; row && rows.length < count; row = row.getNextRow()) {
    rows.push(row.getData().row);
  }
  return rows;
}

/**
 * @param {any} table
 * @param {any} first
 * @param {number} count
 * @returns {number[]}
 */
function columnsFrom(table, first, count) {
  const shown = table.getColumns().filter((/** @type {any} */ column) => column.isVisible());
  const at = shown.findIndex((/** @type {any} */ column) => column.getField() === first.getField());
  return shown.slice(at, at + count).map(columnIndex);
}

/** @param {any} cellOrColumn */
function columnIndex(cellOrColumn) {
  return Number(cellOrColumn.getField().slice(1));
}

/** @param {any} table */
function firstSelected(table) {
  return table?.getRanges()[0]?.getCells().flat()[0];
}
