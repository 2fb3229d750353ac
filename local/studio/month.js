// "Show a month of business": the offer while the workbook is empty, how far it is, and that it was played.
import { post } from "./api.js";
import { hear, tell } from "./bus.js";
import { button, el, fill } from "./dom.js";
import { shortMoment } from "./moments.js";
import { chooseTab } from "./tabs.js";
import { status } from "./watch.js";
import { t } from "./words.js";

const card = el("section", { class: "month" });
let drawn = "";

/** @returns {HTMLElement} keeps itself up to date, wherever it is put */
export function monthCard() {
  return card;
}

export function showMonth() {
  hear("status", render);
  hear("language", () => {
    drawn = "";
    render();
  });
}

function render() {
  const month = status()?.month;
  const shape = JSON.stringify(month);
  if (!month || shape === drawn) return;
  drawn = shape;
  card.hidden = month.state === "none";
  fill(
    card,
    el("h2", {}, t(month.state === "offered" ? "monthOffer" : "monthTitle")),
    ...contentOf(month),
  );
}

/** @param {import("./watch.js").Month} month */
function contentOf({ state, day = 1, days = 30, people = 0 }) {
  if (state === "offered") {
    return [
      el("p", { class: "hint" }, t("monthIntro")),
      button(t("monthShow"), () => void show(), { class: "main", dataset: { month: "show" } }),
    ];
  }
  if (state === "playing") {
    const label = t("monthDay", { day, days, people });
    return [
      el("progress", { max: days, value: day, "aria-label": label }),
      el("p", { role: "status" }, label),
    ];
  }
  return [
    el("p", { class: "hint" }, t("monthPlayed")),
    button(t("openQueue"), () => chooseTab("Queue"), { class: "link" }),
  ];
}

async function show() {
  chooseTab("Queue");
  // Without waiting for the answer, so that a second press finds no button.
  const playing = post("month", {});
  tell("refresh");
  try {
    const { people, now } = await playing;
    tell("said", t("monthDone", { people, now: shortMoment(now) }));
  } catch (error) {
    tell("failed", { error });
  }
  tell("refresh");
}
