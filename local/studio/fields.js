// Labelled fields of the small forms at the side.
import { el } from "./dom.js";
import { t } from "./words.js";

/**
 * @param {string} list id of the datalist with addresses to choose from
 * @returns {HTMLInputElement}
 */
export function addressField(list) {
  return /** @type {HTMLInputElement} */ (
    el("input", {
      type: "email",
      name: "email",
      list,
      required: true,
      autocomplete: "off",
      placeholder: "lin@customer.test",
    })
  );
}

/**
 * @param {string} name
 * @param {readonly (readonly [value: string, label: import("./words.js").WordKey])[]} options
 * @returns {HTMLSelectElement}
 */
export function choiceField(name, options) {
  return /** @type {HTMLSelectElement} */ (
    el("select", { name }, ...options.map(([value, label]) => el("option", { value }, t(label))))
  );
}

/**
 * @param {import("./words.js").WordKey} key
 * @param {HTMLElement} field
 */
export function labelled(key, field) {
  return el("label", {}, el("span", {}, t(key)), field);
}
