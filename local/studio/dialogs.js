// Dialogs as the script's user meets them: an alert, a prompt, or a page of the script's own.
import { button, byId, el, fill } from "./dom.js";
import { t } from "./words.js";

/** @typedef {{ title: string, text?: string, html?: string, buttons?: string[], prompt?: boolean }} Question */

/** @type {Record<string, import("./words.js").WordKey>} */
const captions = { OK: "ok", CANCEL: "cancel", YES: "yes", NO: "no", CLOSE: "close" };

/**
 * @param {Question} question
 * @returns {Promise<string>} the pressed button's name, or a prompt's text; "CLOSE" when closed
 */
export async function ask(question) {
  await keyReleased();

  const dialog = /** @type {HTMLDialogElement} */ (byId("dialog"));
  const input = question.prompt
    ? el("input", { type: "text", "aria-label": question.text ?? question.title })
    : null;
  const names = question.buttons ?? ["CLOSE"];
  fill(
    dialog,
    el("h2", {}, question.title || "Dripsheet"),
    question.text ? el("p", { class: "dialog-text" }, question.text) : null,
    question.html ? scriptPage(question.html) : null,
    input,
    el(
      "div",
      { class: "dialog-buttons" },
      ...names.map((name, index) => answerButton(dialog, name, index === 0)),
    ),
  );
  return new Promise((resolve) => {
    dialog.returnValue = "CLOSE";
    dialog.addEventListener("close", () => resolve(answerOf(dialog, input)), { once: true });
    dialog.showModal();
    (input ?? dialog.querySelector("button"))?.focus();
  });
}

/** The Enter that led here must not press the dialog's first button as well. */
function keyReleased() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement | null} input
 * @returns {string}
 */
function answerOf(dialog, input) {
  const pressed = dialog.returnValue;
  if (!input) return pressed || "CLOSE";
  if (pressed !== "OK" && pressed !== "YES") return "CLOSE";
  return /** @type {HTMLInputElement} */ (input).value;
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} name
 * @param {boolean} isMain
 */
function answerButton(dialog, name, isMain) {
  const caption = captions[name];
  return button(caption ? t(caption) : name, () => dialog.close(name), {
    class: isMain ? "main" : "",
  });
}

/** @param {string} html the script's own; it may show, but not run anything or leave its frame */
function scriptPage(html) {
  return el("iframe", {
    sandbox: "allow-popups allow-popups-to-escape-sandbox",
    srcdoc: html,
    title: t("dialogPage"),
  });
}
