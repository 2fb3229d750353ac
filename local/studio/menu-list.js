// A menu that drops down: items, lines between them, menus within it; by mouse, by touch and by arrow keys.
import { button, el } from "./dom.js";

/**
 * `null` is a line between groups.
 * @typedef {{ caption: string, run: () => void, key?: string } | { caption: string, entries: Entry[] } | null} Entry
 */

/**
 * @param {string} name
 * @param {Entry[]} entries
 * @param {() => void} leave called before an item runs, and when the menu is left by a key
 * @returns {HTMLElement} hidden at first
 */
export function menuList(name, entries, leave) {
  const list = el(
    "div",
    { class: "menu-list", role: "menu", "aria-label": name, hidden: true },
    ...entries.flatMap((entry) => partsOf(entry, leave)),
  );
  list.addEventListener("keydown", (event) => onKey(event, list, leave));
  return list;
}

/** @param {HTMLElement} list */
export function showList(list) {
  closeInside(list);
  list.hidden = false;
  itemsOf(list)[0]?.focus();
}

/** @param {Element} list */
function closeInside(list) {
  for (const inner of list.querySelectorAll(".menu-list")) inner.toggleAttribute("hidden", true);
  for (const opener of list.querySelectorAll("[aria-expanded]")) {
    opener.setAttribute("aria-expanded", "false");
  }
}

/**
 * @param {Entry} entry
 * @param {() => void} leave
 * @returns {HTMLElement[]}
 */
function partsOf(entry, leave) {
  if (entry === null) return [el("hr")];
  if ("entries" in entry) return [subMenu(entry.caption, entry.entries, leave)];
  const run = () => {
    leave();
    entry.run();
  };
  const dataset = entry.key === undefined ? {} : { function: entry.key };
  return [button(entry.caption, run, { role: "menuitem", tabindex: -1, dataset })];
}

/**
 * @param {string} caption
 * @param {Entry[]} entries
 * @param {() => void} leave
 */
function subMenu(caption, entries, leave) {
  const inner = menuList(caption, entries, leave);
  const opener = button(caption, () => toggle(), {
    class: "sub-opener",
    role: "menuitem",
    tabindex: -1,
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  });
  const toggle = () => {
    const opens = inner.hidden;
    if (opener.parentElement?.parentElement) closeInside(opener.parentElement.parentElement);
    opener.setAttribute("aria-expanded", String(opens));
    if (opens) showList(inner);
    else inner.hidden = true;
  };
  return el("div", { class: "sub-menu", role: "none" }, opener, inner);
}

/**
 * @param {HTMLElement} list
 * @returns {HTMLElement[]}
 */
function itemsOf(list) {
  return [...list.children].flatMap((child) => {
    const item = child.matches(".sub-menu") ? child.firstElementChild : child;
    return item instanceof HTMLButtonElement ? [item] : [];
  });
}

/**
 * @param {KeyboardEvent} event
 * @param {HTMLElement} list
 * @param {() => void} leave
 */
function onKey(event, list, leave) {
  const focused = /** @type {HTMLElement} */ (document.activeElement);
  const items = itemsOf(list);
  const at = items.indexOf(focused);
  if (at < 0) return;
  const parent = list.closest(".sub-menu");
  const move = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
  if (move !== undefined) items[(move + items.length) % items.length]?.focus();
  else if (event.key === "ArrowRight" && focused.matches(".sub-opener")) focused.click();
  else if (parent && (event.key === "ArrowLeft" || event.key === "Escape")) {
    list.hidden = true;
    const opener = /** @type {HTMLElement} */ (parent.firstElementChild);
    opener.setAttribute("aria-expanded", "false");
    opener.focus();
  } else if (event.key === "Escape" || event.key === "Tab") {
    leave();
    if (event.key === "Tab") return;
  } else return;
  event.preventDefault();
  event.stopPropagation();
}
