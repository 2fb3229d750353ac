// The editor of a cell: one line in place; a text of several lines in a window of its own.
import { ask } from "./dialogs.js";
import { el } from "./dom.js";
import { letterOf } from "./letters.js";
import { t } from "./words.js";

// Longer than this and a line in a cell shows too little of it.
const lineMax = 160;

/**
 * @param {any} cell
 * @param {(then: () => void) => void} onRendered
 * @param {(value: string) => void} success
 * @param {() => void} cancel
 * @returns {HTMLElement}
 */
export function editText(cell, onRendered, success, cancel) {
  const before = String(cell.getValue() ?? "");
  if (isLong(before)) return editInWindow(cell, before, success, cancel);
  const input = /** @type {HTMLInputElement} */ (el("input", { type: "text", value: before }));
  const finish = () => (input.value === before ? cancel() : success(input.value));
  onRendered(() => {
    input.focus({ preventScroll: true });
    input.select();
  });
  input.addEventListener("blur", finish);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") finish();
    if (event.key === "Escape") cancel();
    if (event.key === "Home" || event.key === "End") event.stopPropagation();
  });
  return input;
}

/** @param {string} text */
export function isLong(text) {
  return text.includes("\n") || text.length > lineMax;
}

/**
 * @param {any} cell
 * @param {string} before
 * @param {(value: string) => void} success
 * @param {() => void} cancel
 */
function editInWindow(cell, before, success, cancel) {
  const address = letterOf(Number(cell.getField().slice(1))) + cell.getRow().getData().row;
  const place = `${address} · ${cell.getColumn().getDefinition().title}`;
  void ask({ title: place, text: t("longText"), long: before, buttons: ["OK", "CANCEL"] }).then(
    (answer) => (answer === "CLOSE" || answer === before ? cancel() : success(answer)),
  );
  return el("span", { class: "elsewhere" }, "…");
}
