// The page's two languages: which one is on, and every word looked up by key.
import { hear, tell } from "./bus.js";
import { recall, remember } from "./memory.js";
import { en } from "./words-en.js";
import { zh } from "./words-zh.js";

/** @typedef {"en" | "zh"} Language */
/** @typedef {keyof typeof en} WordKey */

/** @type {Language} */
let current = firstLanguage();

/** @returns {Language} */
export function language() {
  return current;
}

/** Local was started in a language; whoever has chosen one here keeps it. */
export function followServer() {
  hear("status", (/** @type {{ lang?: string }} */ { lang }) => {
    if (lang === "zh" && current !== "zh" && recall("language") === null) setLanguage("zh");
  });
}

/** @param {Language} next */
export function setLanguage(next) {
  current = next;
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
  for (const element of document.querySelectorAll("[data-text]")) {
    const key = /** @type {WordKey} */ (/** @type {HTMLElement} */ (element).dataset.text);
    element.textContent = t(key);
  }
  tell("language");
}

/**
 * @param {WordKey} key
 * @param {Record<string, string | number>} [values] fill the `{name}` places
 * @returns {string}
 */
export function t(key, values = {}) {
  const words = current === "zh" ? zh : en;
  return words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** @param {Language} next */
export function chooseLanguage(next) {
  remember("language", next);
  setLanguage(next);
}

/** @returns {Language} */
function firstLanguage() {
  const asked = new URLSearchParams(location.search).get("lang") ?? recall("language");
  if (asked === "en" || asked === "zh") return asked;
  return navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
}
