// The grid under a person's hands: typing replaces a cell, Delete empties what is selected.
import { byId } from "./dom.js";
import { writeBlock } from "./grid-blocks.js";
import { isLong } from "./text-editor.js";

/** @typedef {{ getTable: () => any, isEditing: () => boolean, copy: () => import("./grid-source.js").Copy | null }} Grid */

/** @param {Grid} grid */
export function listenToKeys(grid) {
  byId("grid").addEventListener("keydown", (event) => {
    if (grid.isEditing() || isOnButton(event.target)) return;
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === "F2") edit(grid.getTable());
    else if (isText) typeOver(grid.getTable());
  });
  byId("grid").addEventListener("keydown", (event) => takeBefore(grid, event), { capture: true });
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
  void selectAll(cell);
}

// More turns than a dropdown takes to write the old value once more; all pass before the next key arrives.
const turns = 12;

/**
 * What is typed next replaces what stands in the editor.
 * @param {any} cell
 */
export async function selectAll(cell) {
  for (let turn = 0; turn < turns; turn += 1) {
    cell.getElement().querySelector("input")?.select();
    await null;
  }
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
  void writeBlock(grid.copy()?.look, placeOf(cells), empty);
}

/** @param {any[][]} cells @returns {import("./grid-blocks.js").Place} */
function placeOf(cells) {
  return {
    rows: cells.map((line) => line[0].getRow().getData().row),
    columns: (cells[0] ?? []).map(columnIndex),
  };
}

/** @param {any} cellOrColumn */
function columnIndex(cellOrColumn) {
  return Number(cellOrColumn.getField().slice(1));
}

/** @param {any} table */
function firstSelected(table) {
  return table?.getRanges()[0]?.getCells().flat()[0];
}
