// A free check is finished: its result is posted as the owner's own program would post it.
import { post } from "./api.js";
import { tell } from "./bus.js";
import { el } from "./dom.js";
import { addressField, labelled } from "./fields.js";
import { t } from "./words.js";

export function resultForm() {
  const email = addressField("waiting");
  const url = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "url",
      name: "result_url",
      required: true,
      value: `${location.origin}/local/link/result`,
    })
  );
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    void sendResult(email.value, url.value);
  };
  return el(
    "form",
    { class: "fields result", onsubmit: send },
    labelled("resultFor", email),
    labelled("resultUrl", url),
    el("button", { type: "submit", class: "main" }, t("sendResult")),
  );
}

/**
 * @param {string} email
 * @param {string} url
 */
async function sendResult(email, url) {
  try {
    const fields = { email, result_url: url };
    const { status, said } = await post("keyed", { event: "free_check.result", fields });
    tell("said", status === 200 ? t("resultTaken", { email }) : t("resultRefused", { said }));
    tell("refresh");
  } catch (error) {
    tell("failed", { error });
  }
}
