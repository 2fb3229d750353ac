// The line above the grid: address, whole value and note of the selected cell, and why its row is as it is,
// readable without a mouse and without scrolling.
import { hear, tell } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { letterOf } from "./letters.js";
import { actOn } from "./sheet-acts.js";
import { t } from "./words.js";

/** @typedef {{ sheet: string, row: number, rows?: number[], choices?: readonly string[], index: number, column: import("./grid-columns.js").LookColumn, value: string, note: string, reason: { header: string, text: string } | null }} Selected */

/** @type {Selected | null} */
let selected = null;
/** @type {{ sheet: string, filtered: boolean, hidden: number }} */
let drawn = { sheet: "", filtered: false, hidden: 0 };

export function showCellLine() {
  hear("selected", (/** @type {Selected} */ now) => {
    selected = now;
    render();
  });
  hear("tab", () => {
    selected = null;
    drawn = { ...drawn, filtered: false };
    render();
  });
  hear("drawn", (/** @type {typeof drawn} */ now) => {
    if (now.filtered === drawn.filtered && now.hidden === drawn.hidden) return;
    drawn = now;
    render();
  });
  hear("language", render);
}

/** @returns {import("../host/contract.ts").Selected | undefined} what a menu item acts on */
export function selection() {
  if (!selected) return undefined;
  const { sheet, row, rows } = selected;
  return rows && rows.length > 1 ? { sheet, row, rows } : { sheet, row };
}

/** @typedef {{ sheet: string, row: number, rows: readonly number[], choices: readonly string[] }} RowTarget `choices`: of the row's own cell `do` */

/**
 * @param {number} [row] under the pointer; one of the selected rows stands for all of them
 * @returns {RowTarget | null}
 */
export function rowTarget(row) {
  if (!selected) return null;
  const { sheet, rows = [selected.row], choices = [] } = selected;
  const at = row ?? selected.row;
  return { sheet, row: at, rows: rows.includes(at) ? rows : [at], choices };
}

function render() {
  const line = byId("cell-line");
  if (!selected) {
    fill(line, filterNote(), el("span", { class: "hint" }, t("cellHint")));
    return;
  }
  const { row, index, column, value, note, reason } = selected;
  const opener = button(
    t("row"),
    () => tell("row-menu", byId("cell-line").querySelector(".row-opener")),
    {
      class: "row-opener",
      "aria-haspopup": "menu",
    },
  );
  fill(
    line,
    filterNote(),
    el("span", { class: "address" }, `${letterOf(index)}${row}`),
    opener,
    el("span", { class: "value" }, value === "" ? "—" : value),
    ...(reason ? [el("span", { class: `reason ${reason.header}` }, reason.text)] : []),
    el("span", { class: "note" }, note || column.note),
  );
}

/** A sheet that hides rows says so where the eye is, and shows them all at a press. */
function filterNote() {
  if (!drawn.filtered) return null;
  const showAll = () => void actOn(drawn.sheet, { kind: "unfilter" });
  return button(t("filtered", { hidden: drawn.hidden }), showAll, { class: "filter-note" });
}
