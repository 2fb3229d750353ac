// Builds page elements from data. Text always goes in as text, never as markup.

/**
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes] `on*` keys are listeners, `class`, `dataset`, properties and attributes otherwise
 * @param {...(Node | string | null | undefined | false)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...children.filter(isShown));
  return element;
}

/**
 * Gives an element new children.
 * @param {Element} element
 * @param {...(Node | string | null | undefined | false)} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter(isShown));
}

/**
 * A button that cannot submit anything by accident.
 * @param {string} label
 * @param {() => void} onClick
 * @param {Record<string, unknown>} [attributes]
 * @returns {HTMLElement}
 */
export function button(label, onClick, attributes = {}) {
  return el("button", { type: "button", onclick: onClick, ...attributes }, label);
}

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The Studio page has no element #${id}.`);
  return found;
}

/**
 * @param {HTMLElement} element
 * @param {string} name
 * @param {unknown} value
 */
function setAttribute(element, name, value) {
  if (value === undefined || value === null || value === false) return;
  if (name.startsWith("on") && typeof value === "function") {
    element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
  } else if (name === "dataset") Object.assign(element.dataset, value);
  else if (name === "value") /** @type {HTMLInputElement} */ (element).value = String(value);
  else element.setAttribute(name, value === true ? "" : String(value));
}

/**
 * @param {Node | string | null | undefined | false} child
 * @returns {child is Node | string}
 */
function isShown(child) {
  return child !== null && child !== undefined && child !== false && child !== "";
}
