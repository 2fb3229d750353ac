// What the keyboard can do, by "?" or the button over the grid.
import { ask } from "./dialogs.js";
import { t } from "./words.js";

export function showHelp() {
  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      openHelp();
    },
    { capture: true },
  );
}

export function openHelp() {
  void ask({ title: t("helpTitle"), text: t("helpText") });
}

/** @param {EventTarget | null} place */
function isTyping(place) {
  return place instanceof Element && place.matches("input, textarea, select, [contenteditable]");
}
