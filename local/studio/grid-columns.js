// Columns of the grid: header with its letter, width, note, and the editor a person would meet in Sheets.
import { tell } from "./bus.js";
import { button, el } from "./dom.js";
import { letterOf } from "./letters.js";
import { editText } from "./text-editor.js";
import { t } from "./words.js";

/** @typedef {import("./grid-source.js").Frame} Frame */
/** @typedef {Frame["columns"][number]} LookColumn */

/**
 * Headers may repeat or be empty, so cells are addressed by position.
 * @param {number} index
 * @returns {string}
 */
export function fieldOf(index) {
  return `c${index}`;
}

/**
 * Two looks of one shape can share a drawn grid.
 * @param {Frame} look
 * @returns {string}
 */
export function shapeOf(look) {
  return JSON.stringify([look.columns, look.headerBackground, look.groups]);
}

/**
 * @param {Frame} look
 * @param {number} last the sheet's last row, whose number must be readable
 * @returns {Record<string, unknown>[]}
 */
export function columnsOf(look, last) {
  const digits = String(last + 99).length;
  const width = Math.max(46, 20 + 9 * digits);
  const title = look.frozenRows === 0 ? "" : "1";
  return [{ ...rowNumbers, title, width, minWidth: width }, ...look.columns.map(toColumn)];
}

const rowNumbers = {
  field: "row",
  frozen: true,
  hozAlign: "right",
  resizable: false,
  cssClass: "row-number",
  formatter: (/** @type {any} */ cell) => rowNumber(cell.getRow().getData()),
};

/** @param {import("./grid-rows.js").GridRow} data */
function rowNumber({ row, group }) {
  if (!group) return document.createTextNode(String(row));
  const { rows, collapsed } = group;
  const fold = () => tell("fold", { row: group.row, collapsed: !collapsed });
  const sign = button(collapsed ? "▸" : "▾", fold, {
    class: "fold",
    title: t(collapsed ? "unfold" : "fold", { rows }),
    "aria-label": t(collapsed ? "unfold" : "fold", { rows }),
    "aria-expanded": String(!collapsed),
  });
  return el("span", { class: "foldable" }, sign, String(row));
}

/**
 * @param {LookColumn} column
 * @param {number} index
 * @returns {Record<string, unknown>}
 */
function toColumn(column, index) {
  return {
    title: column.header,
    field: fieldOf(index),
    width: column.width,
    visible: !column.hidden,
    headerTooltip: column.note === "" ? false : () => noteCard(column.note),
    tooltip: cellNote(index),
    titleFormatter: () => headerCell(column, index),
    formatter: (/** @type {any} */ cell) => paintCell(cell, index),
    ...editorOf(column),
  };
}

/**
 * @param {LookColumn} column
 * @returns {Record<string, unknown>}
 */
function editorOf(column) {
  if (column.choices.length === 0) return { editor: editText };
  return {
    editor: "list",
    editorParams: {
      values: [...column.choices],
      autocomplete: true,
      freetext: true,
      allowEmpty: true,
      listOnEmpty: true,
    },
  };
}

/**
 * @param {LookColumn} column
 * @param {number} index
 */
function headerCell(column, index) {
  return el(
    "span",
    { class: column.note === "" ? "head" : "head noted" },
    el("span", { class: "letter", "aria-hidden": "true" }, letterOf(index)),
    column.header === "" ? null : el("span", { class: "name" }, column.header),
  );
}

/**
 * @param {any} cell
 * @param {number} index
 */
function paintCell(cell, index) {
  const { backgrounds, notes } = cell.getRow().getData();
  const element = cell.getElement();
  element.style.backgroundColor = inkless(backgrounds[index]) ? "" : backgrounds[index];
  element.classList.toggle("noted", Boolean(notes[index]));
  element.classList.toggle("number", isNumber(cell.getValue()));
  element.classList.remove("fresh");
  // Arrows lead to a cell; hundreds of stops for Tab would be a wall.
  element.setAttribute("tabindex", "-1");
  return document.createTextNode(String(cell.getValue() ?? ""));
}

/** @param {number} index */
function cellNote(index) {
  return (/** @type {Event} */ _event, /** @type {any} */ cell) => {
    const note = cell.getRow().getData().notes[index];
    return note ? noteCard(note) : "";
  };
}

/** @param {string} note */
function noteCard(note) {
  return el("div", { class: "note-card" }, note);
}

/** @param {string | undefined} color */
function inkless(color) {
  return !color || color.toLowerCase() === "#ffffff";
}

/** @param {unknown} value */
function isNumber(value) {
  return typeof value === "string" && /^-?\d[\d,.]*%?$/.test(value);
}
