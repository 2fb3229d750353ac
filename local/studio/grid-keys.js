// The grid under a person's hands: typing replaces a cell, pasting fills cells from the selected one on.
import { byId } from "./dom.js";
import { isLong } from "./text-editor.js";

/** @typedef {{ getTable: () => any, isEditing: () => boolean }} Grid */

/** @param {Grid} grid */
export function listenToKeys(grid) {
  byId("grid").addEventListener("keydown", (event) => {
    const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (isText && !grid.isEditing()) typeOver(grid.getTable());
  });
  byId("grid").addEventListener("paste", (event) => {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (grid.isEditing() || text === "") return;
    event.preventDefault();
    paste(grid.getTable(), text);
  });
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
 * @param {any} table
 * @param {string} text tabs between cells, line breaks between rows, as spreadsheets copy
 */
function paste(table, text) {
  const first = firstSelected(table);
  if (!first) return;
  const fields = table
    .getColumns()
    .filter((/** @type {any} */ column) => column.isVisible())
    .map((/** @type {any} */ column) => column.getField());
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  let row = first.getRow();
  for (const line of lines) {
    if (!row) return;
    for (const [offset, value] of line.split("\t").entries()) {
      const field = fields[fields.indexOf(first.getField()) + offset];
      if (field) row.getCell(field).setValue(value);
    }
    row = row.getNextRow();
  }
}

/** @param {any} table */
function firstSelected(table) {
  return table?.getRanges()[0]?.getCells().flat()[0];
}
