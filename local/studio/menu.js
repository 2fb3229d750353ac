// The menu that the script put into the sheet, submenus and all.
import { get } from "./api.js";
import { hear, tell } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { menuList, showList } from "./menu-list.js";
import { runItem } from "./runs.js";
import { t } from "./words.js";

/** @typedef {import("../host/contract.ts").MenuLine} MenuLine */
/** @typedef {import("./menu-list.js").Entry} Entry */

/** @type {readonly MenuLine[]} */
let lines = [];
let drawn = "";

export function showMenu() {
  hear("changed", () => void render());
  hear("language", () => void render());
  document.addEventListener("click", (event) => {
    if (!byId("menu").contains(/** @type {Node} */ (event.target))) closeAll();
  });
}

/** @returns {readonly MenuLine[]} what the script offers, for who shows a part of it elsewhere */
export function menuLines() {
  return lines;
}

async function render() {
  try {
    lines = await get("menu");
    const shape = JSON.stringify([lines, t("menu")]);
    if (shape === drawn) return;
    drawn = shape;
    const names = [...new Set(lines.map((line) => line.menu))];
    const menuOf = (/** @type {string} */ name) =>
      makeMenu(
        name,
        lines.filter((line) => line.menu === name),
      );
    fill(byId("menu"), ...names.map(menuOf));
  } catch (error) {
    tell("failed", { error });
  }
}

/**
 * @param {string} name
 * @param {readonly MenuLine[]} inside
 */
function makeMenu(name, inside) {
  // A window gives the focus back to where it was, which must not be a hidden item.
  const leave = () => {
    closeAll();
    opener.focus();
  };
  const list = menuList(name, entriesOf(inside, 0), leave);
  const opener = button(name, () => toggle(opener, list), {
    class: "menu-opener",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  });
  return el("div", { class: "menu" }, opener, list);
}

/**
 * @param {readonly MenuLine[]} inside
 * @param {number} depth how many submenus lie around
 * @returns {Entry[]}
 */
function entriesOf(inside, depth) {
  /** @type {Entry[]} */
  const entries = [];
  const opened = new Set();
  for (const line of inside) {
    const name = line.path[depth];
    if (name === undefined) entries.push(entryOf(line));
    else if (!opened.has(name)) {
      opened.add(name);
      const below = inside.filter((one) => one.path[depth] === name);
      entries.push({ caption: name, entries: entriesOf(below, depth + 1) });
    }
  }
  return entries;
}

/**
 * @param {MenuLine} line
 * @returns {Entry}
 */
export function entryOf({ caption, function: name }) {
  if (name === "") return null;
  return { caption, key: name, run: () => void runItem(caption, name) };
}

/**
 * @param {HTMLElement} opener
 * @param {HTMLElement} list
 */
function toggle(opener, list) {
  const opens = list.hidden;
  closeAll();
  opener.setAttribute("aria-expanded", String(opens));
  if (opens) showList(list);
  else list.hidden = true;
}

function closeAll() {
  for (const list of byId("menu").querySelectorAll(".menu-list"))
    list.toggleAttribute("hidden", true);
  for (const opener of byId("menu").querySelectorAll("[aria-expanded]")) {
    opener.setAttribute("aria-expanded", "false");
  }
}
