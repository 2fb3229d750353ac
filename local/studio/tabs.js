// The sheet tabs under the grid, in the workbook's own order and colours.
import { hear, tell } from "./bus.js";
import { button, byId } from "./dom.js";
import { hashParts } from "./hash.js";
import { t } from "./words.js";
import { world } from "./world.js";

/** Known before the workbook is: where a link leads, else the Queue. */
let current = firstTab();

export function showTabs() {
  hear("read", render);
  hear("language", render);
  byId("tabs").addEventListener("keydown", moveAlong);
}

function firstTab() {
  const [place = ""] = hashParts();
  return place === "" || place === "mail" ? "Queue" : place;
}

/** @returns {string} */
export function currentTab() {
  return current;
}

/** @param {string} name */
export function chooseTab(name) {
  if (name === current) return;
  current = name;
  render();
  tell("tab", name);
}

function render() {
  const sheets = world.sheets.filter((sheet) => !sheet.hidden);
  if (sheets.length === 0) return;
  const first = sheets.find((sheet) => sheet.name === "Queue") ?? sheets[0];
  if (!sheets.some((sheet) => sheet.name === current) && first) return chooseTab(first.name);
  const hadFocus = byId("tabs").contains(document.activeElement);
  byId("tabs").setAttribute("aria-label", t("sheets"));
  byId("tabs").replaceChildren(...sheets.map(makeTab));
  const chosen = /** @type {HTMLElement | null} */ (
    byId("tabs").querySelector("[aria-selected=true]")
  );
  chosen?.scrollIntoView({ block: "nearest", inline: "nearest" });
  if (hadFocus) chosen?.focus();
}

/** @param {import("./world.js").SheetInfo} sheet */
function makeTab(sheet) {
  const chosen = sheet.name === current;
  const tab = button(sheet.name, () => chooseTab(sheet.name), {
    role: "tab",
    "aria-selected": String(chosen),
    "aria-controls": "grid",
    tabindex: chosen ? 0 : -1,
    class: isGrey(sheet.tabColor) ? "quiet" : undefined,
  });
  tab.style.setProperty("--tab", sheet.tabColor || "transparent");
  return tab;
}

/** @param {KeyboardEvent} event */
function moveAlong(event) {
  const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  if (step === 0) return;
  const names = world.sheets.filter((sheet) => !sheet.hidden).map((sheet) => sheet.name);
  const next = names[(names.indexOf(current) + step + names.length) % names.length];
  if (next) chooseTab(next);
}

/**
 * @param {string} color such as "#9aa0a6"
 * @returns {boolean}
 */
function isGrey(color) {
  const parts = /^#(..)(..)(..)$/
    .exec(color)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  return !parts || Math.max(...parts) - Math.min(...parts) < 24;
}
