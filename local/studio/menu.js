// The menu that the script put into the sheet, and what a person sees when an item runs.
import { get, post } from "./api.js";
import { hear, tell } from "./bus.js";
import { selection } from "./cell-line.js";
import { ask } from "./dialogs.js";
import { button, byId, el, fill } from "./dom.js";
import { t } from "./words.js";

/** @typedef {{ menu: string, caption: string, function: string }} MenuItem */
/** @typedef {import("../host/contract.ts").Dialog} Dialog */

// A script that keeps asking must not keep the page for ever.
const questionsMax = 20;

export function showMenu() {
  hear("changed", () => void render());
  hear("language", () => void render());
  document.addEventListener("click", (event) => {
    if (!byId("menu").contains(/** @type {Node} */ (event.target))) closeAll();
  });
  byId("menu").addEventListener("keydown", onKey);
}

let drawn = "";

async function render() {
  try {
    const answer = await get("menu");
    /** @type {MenuItem[]} */
    const items = Array.isArray(answer) ? answer : answer.items;
    const shape = JSON.stringify([items, t("menu")]);
    if (shape === drawn) return;
    drawn = shape;
    const names = [...new Set(items.map((item) => item.menu))];
    fill(
      byId("menu"),
      ...names.map((name) =>
        makeMenu(
          name,
          items.filter((item) => item.menu === name),
        ),
      ),
    );
  } catch (error) {
    tell("failed", { error });
  }
}

/**
 * @param {string} name
 * @param {MenuItem[]} items
 */
function makeMenu(name, items) {
  const list = el(
    "div",
    { class: "menu-list", role: "menu", "aria-label": name, hidden: true },
    ...items.map(makeItem),
  );
  const opener = button(name, () => toggle(opener, list), {
    class: "menu-opener",
    "aria-haspopup": "menu",
    "aria-expanded": "false",
  });
  return el("div", { class: "menu" }, opener, list);
}

/** @param {MenuItem} item */
function makeItem(item) {
  if (item.function === "") return el("hr");
  const run = () => {
    closeAll();
    // The dialog gives the focus back to where it was, which must not be a hidden item.
    /** @type {HTMLElement | null} */ (byId("menu").querySelector(".menu-opener"))?.focus();
    void runItem(item);
  };
  return button(item.caption, run, {
    role: "menuitem",
    tabindex: -1,
    dataset: { function: item.function },
  });
}

/** @param {MenuItem} item */
async function runItem(item) {
  tell("said", t("running", { item: item.caption }));
  try {
    const said = await runAndAsk(item.function);
    tell("said", said === 0 ? t("ranQuietly", { item: item.caption }) : "");
  } catch (error) {
    await ask({
      title: t("scriptFailed"),
      text: error instanceof Error ? error.message : String(error),
    });
  }
  tell("refresh");
}

/**
 * A question nobody has answered yet counts as closed; once answered, the item runs again with the answers so far.
 * @param {string} name
 * @returns {Promise<number>} how many dialogs were shown
 */
async function runAndAsk(name) {
  /** @type {string[]} */
  const answers = [];
  let shown = 0;
  for (let runs = 0; runs < questionsMax; runs += 1) {
    /** @type {{ dialogs: Dialog[] }} */
    const { dialogs } = await post("run", { function: name, selection: selection(), answers });
    let goesOn = false;
    for (const dialog of dialogs.slice(shown)) {
      shown += 1;
      const answer = await showDialog(dialog);
      if (takesAnswer(dialog)) answers.push(answer);
      goesOn = isQuestion(dialog) && answer !== "CLOSE";
      if (goesOn) break;
    }
    if (!goesOn) break;
  }
  return shown;
}

/** @param {Dialog} dialog */
function takesAnswer(dialog) {
  return dialog.kind === "alert" || dialog.kind === "prompt";
}

/** @param {Dialog} dialog */
function isQuestion(dialog) {
  return dialog.kind === "prompt" || (dialog.kind === "alert" && (dialog.buttons ?? "OK") !== "OK");
}

/**
 * @param {Dialog} dialog
 * @returns {Promise<string>}
 */
async function showDialog(dialog) {
  if (dialog.kind === "toast") {
    tell("said", [dialog.title, dialog.text].filter(Boolean).join(": "));
    return "";
  }
  const buttons = takesAnswer(dialog) ? (dialog.buttons ?? "OK").split("_") : ["CLOSE"];
  return ask({
    title: dialog.title,
    text: dialog.text,
    buttons,
    prompt: dialog.kind === "prompt",
    ...(dialog.html ? { html: dialog.html } : {}),
  });
}

/**
 * @param {HTMLElement} opener
 * @param {HTMLElement} list
 */
function toggle(opener, list) {
  const opens = list.hidden;
  closeAll();
  list.hidden = !opens;
  opener.setAttribute("aria-expanded", String(opens));
  if (opens) list.querySelector("button")?.focus();
}

function closeAll() {
  for (const list of byId("menu").querySelectorAll(".menu-list"))
    list.toggleAttribute("hidden", true);
  for (const opener of byId("menu").querySelectorAll(".menu-opener")) {
    opener.setAttribute("aria-expanded", "false");
  }
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const list = /** @type {HTMLElement | null} */ (
    byId("menu").querySelector(".menu-list:not([hidden])")
  );
  if (!list) return;
  if (event.key === "Escape") {
    closeAll();
    /** @type {HTMLElement | null} */ (list.previousElementSibling)?.focus();
  }
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0) return;
  event.preventDefault();
  const items = [...list.querySelectorAll("button")];
  const at = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  items[(at + step + items.length) % items.length]?.focus();
}
