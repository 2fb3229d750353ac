// What is selected in the grid: told to the page, and kept when rows are drawn in another order.
import { tell } from "./bus.js";
import { fieldOf } from "./grid-columns.js";

/** @typedef {import("./grid-source.js").Copy} Copy */

/**
 * @param {Copy | null} copy
 * @param {any} range
 */
export function tellSelected(copy, range) {
  const cell = range?.getCells?.().flat()[0];
  const index = Number(cell?.getField()?.slice(1));
  const column = copy?.look.columns[index];
  if (!copy || !column) return;
  const data = cell.getRow().getData();
  tell("selected", {
    sheet: copy.look.name,
    row: data.row,
    rows: range.getRows().map((/** @type {any} */ one) => one.getData().row),
    choices: copy.look.columns.find(({ header }) => header === "do")?.choices,
    column,
    index,
    value: data[fieldOf(index)],
    note: data.notes[index] ?? "",
    reason: reasonOf(copy, data, index),
  });
}

/**
 * What the script says about the whole row stands far to the right, where nobody looks first.
 * @param {Copy} copy
 * @param {import("./grid-rows.js").GridRow} data
 * @param {number} selected
 */
function reasonOf({ look }, data, selected) {
  const headers = look.columns.map(({ header }) => header);
  const at = Math.max(headers.lastIndexOf("why"), headers.lastIndexOf("check"));
  const text = String(data[fieldOf(at)] ?? "");
  // The first column names the row, whatever it is called.
  if (at < 1 || at === selected || text === "") return null;
  return { header: headers[at] ?? "", text };
}

/**
 * Notes the selected cell; what it gives selects that cell again, wherever its row stands by then.
 * @param {any} table
 * @returns {(rows: readonly number[]) => void}
 */
export function restoreSelected(table) {
  const cell = table.getRanges()[0]?.getCells().flat()[0];
  const row = cell?.getRow().getData().row;
  const field = cell?.getField();
  return (rows) => {
    if (!rows.includes(row)) return;
    const again = table.getRow(row).getCell(field);
    table.getRanges()[0]?.setBounds(again, again);
  };
}
