// Dialogs as the script's user meets them: an alert, a prompt, or a page of the script's own.
import { button, byId, el, fill } from "./dom.js";
import { t } from "./words.js";

/** @typedef {{ title: string, text?: string, buttons?: string[], prompt?: boolean, value?: string, long?: string }} Question `value`: what stands in the field at first */

/** @type {Record<string, import("./words.js").WordKey>} */
const captions = { OK: "ok", CANCEL: "cancel", YES: "yes", NO: "no", CLOSE: "close" };

let last = Promise.resolve("");

/**
 * One dialog at a time; further questions wait their turn.
 * @param {Question} question
 * @returns {Promise<string>} the pressed button's name, or the text that was typed; "CLOSE" when closed
 */
export function ask(question) {
  last = last.then(keyReleased).then(() => show(question));
  return last;
}

/**
 * @param {Question} question
 * @returns {Promise<string>}
 */
function show(question) {
  const dialog = /** @type {HTMLDialogElement} */ (byId("dialog"));
  const names = question.buttons ?? ["CLOSE"];
  const field = answerField(question, () => dialog.close(names[0]));
  dialog.setAttribute("aria-label", question.title || "Dripsheet");
  dialog.classList.toggle("wide", question.long !== undefined);
  fill(
    dialog,
    el("h2", {}, question.title || "Dripsheet"),
    question.text ? el("p", { class: "dialog-text" }, question.text) : null,
    field,
    el(
      "div",
      { class: "dialog-buttons" },
      ...names.map((name, index) => answerButton(dialog, name, index === 0)),
    ),
  );
  return new Promise((resolve) => {
    dialog.returnValue = "CLOSE";
    dialog.addEventListener("close", () => resolve(answerOf(dialog, field)), { once: true });
    dialog.showModal();
    (field ?? dialog.querySelector("button"))?.focus();
    if (question.value) /** @type {HTMLInputElement} */ (field).select();
    if (question.long !== undefined)
      /** @type {HTMLTextAreaElement} */ (field).setSelectionRange(0, 0);
  });
}

/**
 * @param {Question} question
 * @param {() => void} finish
 * @returns {HTMLElement | null}
 */
function answerField(question, finish) {
  const label = question.text || question.title;
  if (question.long !== undefined) {
    return el("textarea", { "aria-label": label, rows: 16, value: question.long });
  }
  if (!question.prompt) return null;
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    finish();
  };
  const { value = "" } = question;
  return el("input", { type: "text", "aria-label": label, value, onkeydown });
}

/** The Enter that led here must not press the dialog's first button as well. */
function keyReleased() {
  return new Promise((resolve) => setTimeout(resolve));
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {HTMLElement | null} field
 * @returns {string}
 */
function answerOf(dialog, field) {
  const pressed = dialog.returnValue;
  if (!field) return pressed || "CLOSE";
  if (pressed !== "OK" && pressed !== "YES") return "CLOSE";
  return /** @type {HTMLInputElement} */ (field).value;
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
