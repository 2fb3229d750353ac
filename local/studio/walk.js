// The walk as cards: each says what is about to happen, does it on a press, and shows what came of it.
import { openWalk, steps, takeStep } from "/studio/tour.js";
import { hear, tell } from "./bus.js";
import { button, byId, el, fill } from "./dom.js";
import { recall, remember } from "./memory.js";
import { monthCard } from "./month.js";
import { language, t } from "./words.js";

/** @typedef {import("../tour/step.ts").Finding} Finding */
/** @typedef {import("../tour/step.ts").Place} Place */

/** @type {import("../tour/step.ts").Walk | null} */
let walk = null;
/** @type {(readonly Finding[])[]} results of the steps taken */
let taken = [];
let isWorking = false;

export function showWalk() {
  hear("language", render);
}

function render() {
  fill(
    byId("room-walk"),
    el("h2", {}, t("walkTitle")),
    el("p", { class: "hint" }, t("walkIntro", { count: steps.length })),
    walk ? null : startButtons(),
    walk ? null : monthCard(),
    walk ? null : el("ol", { class: "contents" }, ...steps.map(contentsLine)),
    walk ? el("ol", { class: "cards" }, ...steps.slice(0, taken.length + 1).map(makeCard)) : null,
    taken.length === steps.length
      ? button(t("walkAgain"), () => void begin(), { class: "main" })
      : null,
  );
}

/** @param {import("../tour/step.ts").Step} step */
function contentsLine(step) {
  return el("li", {}, step.title[language()]);
}

function startButtons() {
  const later = () => {
    remember("walk", "later");
    tell("open-room", "outbox");
  };
  return el(
    "div",
    { class: "walk-start" },
    button(t("walkBegin"), () => void begin(), { class: "main" }),
    recall("walk") ? null : button(t("walkLater"), later),
  );
}

async function begin() {
  remember("walk", "seen");
  try {
    walk = await openWalk(location.origin, language());
    taken = [];
    render();
    focusCard();
  } catch (error) {
    tell("failed", { error });
  }
}

/**
 * @param {import("../tour/step.ts").Step} step
 * @param {number} index
 */
function makeCard(step, index) {
  const findings = taken[index];
  const words = language();
  return el(
    "li",
    { class: findings ? "card done" : "card", id: `card-${index}` },
    el("p", { class: "step" }, t("walkStep", { number: index + 1, count: steps.length })),
    el("h3", { tabindex: -1 }, step.title[words]),
    el("p", {}, step.before[words]),
    findings ? showFindings(findings) : stepButton(step),
  );
}

/** @param {import("../tour/step.ts").Step} step */
function stepButton(step) {
  const words = step.button[language()];
  return button(isWorking ? t("walkRunning") : words, () => void take(step), {
    class: "main",
    disabled: isWorking,
    dataset: { step: step.id },
  });
}

/** @param {import("../tour/step.ts").Step} step */
async function take(step) {
  if (!walk) return;
  isWorking = true;
  render();
  const findings = await takeStep(step, { ...walk, language: language() });
  isWorking = false;
  taken.push(findings);
  render();
  tell("refresh");
  focusCard();
}

/** The reader goes on at the newest card, with the eyes and with the keyboard. */
function focusCard() {
  const card = document.getElementById(`card-${Math.min(taken.length, steps.length - 1)}`);
  card?.querySelector("h3")?.focus({ preventScroll: true });
  card?.scrollIntoView({ block: "nearest" });
}

/** @param {readonly Finding[]} findings */
function showFindings(findings) {
  if (findings.length === 0) return null;
  const held = findings.every((finding) => finding.held);
  return el(
    "div",
    { class: held ? "findings" : "findings broken" },
    el("ul", {}, ...findings.map(showFinding)),
    held ? null : el("p", { class: "verdict" }, t("walkFailed")),
  );
}

/** @param {Finding} finding */
function showFinding(finding) {
  return el(
    "li",
    { class: finding.held ? "held" : "broke" },
    el(
      "span",
      { class: "mark", role: "img", "aria-label": t(finding.held ? "held" : "broke") },
      finding.held ? "✓" : "✗",
    ),
    el("span", {}, finding.words[language()], " ", finding.place ? placeLink(finding.place) : null),
    finding.seen ? el("code", {}, finding.seen) : null,
  );
}

/** @param {Place} place */
function placeLink(place) {
  if (place.kind === "page")
    return el("a", { href: place.path, target: "_blank", rel: "noopener" }, t("showPage"));
  if (place.kind === "mail")
    return button(t("showMail"), () => tell("open-mail", place.id), { class: "link" });
  return button(t("showRow"), () => tell("open-row", { sheet: place.sheet, row: place.row }), {
    class: "link",
  });
}
