// What may come back on a mail: an answer, an absence, a bounce. It arrives in the mailbox as it would at Gmail.
import { post } from "./api.js";
import { tell } from "./bus.js";
import { button, el } from "./dom.js";
import { t } from "./words.js";

/** @typedef {"reply" | "away" | "bounce"} Kind */

/** @param {string} id of the mail */
export function answers(id) {
  const text = /** @type {HTMLInputElement} */ (
    el("input", { name: "answer", "aria-label": t("answerText"), placeholder: "STOP" })
  );
  const press = (/** @type {Kind} */ kind, /** @type {string} */ said) => () =>
    void arrive(id, kind, said);
  return el(
    "span",
    { class: "mail-answers" },
    text,
    button(t("answerReply"), () => press("reply", text.value)()),
    button(t("answerAway"), press("away", "")),
    button(t("answerBounce"), press("bounce", "")),
  );
}

/**
 * @param {string} mail
 * @param {Kind} kind
 * @param {string} text
 */
async function arrive(mail, kind, text) {
  try {
    await post("arrive", { kind, mail, text });
    tell("said", t("answerArrived"));
    tell("refresh");
  } catch (error) {
    tell("failed", { error });
  }
}
