// The one place where parts of the page hear of each other.

/**
 * What can happen. `changed`: the world behind the page did; `read`: the page has its new copy; `language`: all words must be set again.
 * @typedef {"status" | "changed" | "read" | "language" | "refresh" | "open-row" | "open-mail" | "open-room" | "said" | "failed" | "selected" | "row-menu" | "fold" | "tab" | "view" | "drawn" | "editing" | "unread" | "room"} Happening
 */

const target = new EventTarget();

/**
 * @param {Happening} name
 * @param {unknown} [detail]
 */
export function tell(name, detail) {
  target.dispatchEvent(new CustomEvent(name, { detail }));
}

/**
 * @template T
 * @param {Happening} name
 * @param {(detail: T) => void} listener
 */
export function hear(name, listener) {
  target.addEventListener(name, (event) => listener(/** @type {CustomEvent<T>} */ (event).detail));
}
