// The line above the grid: address, whole value and note of the selected cell, and why its row is as it is,
// readable without a mouse and without scrolling.
import { hear } from "./bus.js";
import { byId, el } from "./dom.js";
import { letterOf } from "./letters.js";
import { t } from "./words.js";

/** @typedef {{ sheet: string, row: number, index: number, column: import("./grid-columns.js").LookColumn, value: string, note: string, reason: { header: string, text: string } | null }} Selected */

/** @type {Selected | null} */
let selected = null;

export function showCellLine() {
  hear("selected", (/** @type {Selected} */ now) => {
    selected = now;
    render();
  });
  hear("tab", () => {
    selected = null;
    render();
  });
  hear("language", render);
}

/** @returns {{ sheet: string, row: number } | undefined} what a menu item acts on */
export function selection() {
  return selected ? { sheet: selected.sheet, row: selected.row } : undefined;
}

function render() {
  const line = byId("cell-line");
  if (!selected) {
    line.replaceChildren(el("span", { class: "hint" }, t("cellHint")));
    return;
  }
  const { row, index, column, value, note, reason } = selected;
  line.replaceChildren(
    el("span", { class: "address" }, `${letterOf(index)}${row}`),
    el("span", { class: "value" }, value === "" ? "—" : value),
    ...(reason ? [el("span", { class: `reason ${reason.header}` }, reason.text)] : []),
    el("span", { class: "note" }, note || column.note),
  );
}
