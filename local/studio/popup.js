// A menu that opens at a place on the page, and closes when a person presses elsewhere.
import { el } from "./dom.js";
import { menuList, showList } from "./menu-list.js";

/** @typedef {import("./menu-list.js").Entry} Entry */
/** @typedef {{ openAt: (name: string, entries: Entry[], left: number, top: number) => void, openBeside: (name: string, entries: Entry[], place: Element) => void }} Popup */

const edgePx = 8;
const gapPx = 4;

/**
 * @param {string} id
 * @returns {Popup}
 */
export function makePopup(id) {
  const holder = el("div", { id, class: "popup" });
  document.body.append(holder);
  document.addEventListener("pointerdown", ({ target }) => {
    if (!holder.contains(/** @type {Node} */ (target))) holder.replaceChildren();
  });
  /** @type {Popup["openAt"]} */
  const openAt = (name, entries, left, top) => {
    const from = /** @type {HTMLElement | null} */ (document.activeElement);
    const leave = () => {
      holder.replaceChildren();
      from?.focus({ preventScroll: true });
    };
    const list = menuList(name, entries, leave);
    holder.replaceChildren(list);
    showList(list);
    placeInside(list, left, top);
  };
  /** @type {Popup["openBeside"]} */
  const openBeside = (name, entries, place) => {
    const { left, top, bottom } = place.getBoundingClientRect();
    openAt(name, entries, left, bottom + gapPx);
    const list = /** @type {HTMLElement} */ (holder.firstElementChild);
    const { height } = list.getBoundingClientRect();
    const above = top - gapPx - height;
    const fitsBelow = bottom + gapPx + height + edgePx <= innerHeight;
    if (!fitsBelow && above >= edgePx) list.style.setProperty("--top", `${above}px`);
  };
  return { openAt, openBeside };
}

/**
 * @param {HTMLElement} list
 * @param {number} left
 * @param {number} top
 */
function placeInside(list, left, top) {
  const { width, height } = list.getBoundingClientRect();
  const leftMax = innerWidth - width - edgePx;
  const topMax = innerHeight - height - edgePx;
  list.style.setProperty("--left", `${Math.max(edgePx, Math.min(left, leftMax))}px`);
  list.style.setProperty("--top", `${Math.max(edgePx, Math.min(top, topMax))}px`);
}
