// The quiet line at the bottom that says what just happened, and loudly only what failed.
import { hear } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { t } from "./words.js";

export function showSaid() {
  hear("said", (/** @type {string} */ text) => fill(byId("said"), text));
  hear("failed", showFailure);
  hear("editing", () => document.querySelector(".failure")?.remove());
  hear("language", () => fill(byId("said")));
  hear("status", () => document.querySelector(".failure[data-key=lost]")?.remove());
}

/** @param {{ key?: import("./words.js").WordKey, error: unknown }} failure */
function showFailure({ key, error }) {
  document.querySelector(".failure")?.remove();
  const reason = error instanceof Error ? error.message : String(error);
  const notice = el(
    "div",
    { class: "failure", role: "alert", dataset: { key: key ?? "" } },
    el("p", {}, key ? `${t(key)} (${reason})` : reason),
    button(t("close"), () => notice.remove()),
  );
  document.body.append(notice);
}
