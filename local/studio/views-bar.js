// The line over the grid: views of the Queue with their counts, a link to the row, the workbook as a file.
import { hear, tell } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { openHelp } from "./help.js";
import { currentTab } from "./tabs.js";
import { countViews, views } from "./views.js";
import { t } from "./words.js";

/** @typedef {import("./views.js").View} View */

/** @type {View} */
let chosen = "all";
/** @type {Record<View, number> | null} */
let counts = null;
let drawn = "";

export function showViews() {
  hear("tab", render);
  hear("language", () => {
    drawn = "";
    render();
  });
}

/** @returns {View} */
export function currentView() {
  return chosen;
}

/** @param {View} view */
export function chooseView(view) {
  chosen = view;
  render();
  tell("view", view);
}

/** @param {import("./grid-source.js").Copy} copy */
export function showCounts(copy) {
  counts = copy.look.name === "Queue" ? countViews(copy) : null;
  render();
}

function render() {
  const shape = JSON.stringify([currentTab(), chosen, counts]);
  if (shape === drawn) return;
  drawn = shape;
  const bar = byId("views");
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.view;
  fill(
    bar,
    currentTab() === "Queue" ? viewButtons() : null,
    el(
      "span",
      { class: "take-along" },
      button("?", openHelp, { title: t("helpTitle"), "aria-label": t("helpTitle") }),
      button(t("copyLink"), () => void copyLink(), { title: t("copyLinkHint") }),
      el("a", { href: "/local/api/xlsx", download: "", title: t("xlsxHint") }, ".xlsx"),
    ),
  );
  if (focused)
    /** @type {HTMLElement | null} */ (bar.querySelector(`[data-view=${focused}]`))?.focus();
}

async function copyLink() {
  try {
    await navigator.clipboard.writeText(location.href);
    tell("said", t("linkCopied", { link: decodeURI(location.hash) }));
  } catch (error) {
    tell("failed", { error });
  }
}

function viewButtons() {
  return el(
    "span",
    { class: "view-choice", role: "group", "aria-label": t("viewsOfQueue") },
    ...views.map((view) =>
      el(
        "button",
        {
          type: "button",
          onclick: () => chooseView(view),
          "aria-pressed": String(view === chosen),
          title: t(`${view}Hint`),
          dataset: { view },
        },
        t(`${view}View`),
        counts && view !== "all" && view !== "sheet" ? el("b", {}, String(counts[view])) : null,
      ),
    ),
  );
}
