// The time rail: a tape that slides under a fixed needle. Left of it mails that went, right of it mails that are due.
import { hear } from "./bus.js";
import { byId, el } from "./dom.js";
import { distance, format } from "./moments.js";
import { drops } from "./rail-drops.js";
import { t } from "./words.js";
import { world } from "./world.js";

const dayMs = 86_400_000;
// Four days back show what just happened; ten ahead hold the 48 h, 72 h and 7 d waits.
const daysBack = 4;
const daysAhead = 10;
const span = (daysBack + daysAhead) * dayMs;
// The width of a drop and its count.
const dropPx = 34;

/** @typedef {{ key: string, at: number, make: () => HTMLElement }} Mark */

/** @type {Map<string, HTMLElement>} */
const shown = new Map();
let tapeNow = 0;

export function showRail() {
  const rail = byId("rail");
  rail.append(
    el("div", { class: "tape" }),
    el("div", { class: "needle", "aria-hidden": "true" }),
    el("p", { class: "rail-note" }),
  );
  hear("read", render);
  hear("status", slide);
  hear("language", () => {
    for (const element of shown.values()) element.remove();
    shown.clear();
    render();
  });
}

/** The clock moves without the world changing, too; a slide of less than a hair is not worth the work. */
function slide() {
  if (Math.abs(world.now - tapeNow) > span / 4_000) render();
}

function render() {
  if (world.now === 0) return;
  byId("rail").setAttribute("aria-label", t("rail"));
  const joinMs = (dropPx / Math.max(1, byId("rail").offsetWidth)) * span;
  const marks = [...days(), ...drops(joinMs, (at) => isNear(at, world.now))].filter((mark) =>
    isNear(mark.at, world.now),
  );
  place(marks);
  const note = byId("rail").querySelector(".rail-note");
  if (note)
    note.textContent = world.nextMailAt
      ? t("nextIn", { in: distance(Math.max(0, world.nextMailAt - world.now)) })
      : t("noneDue");
}

/**
 * New marks enter where they would have been before the move, then all slide together.
 * @param {Mark[]} marks
 */
function place(marks) {
  const tape = byId("rail").querySelector(".tape");
  const wanted = new Map(marks.map((mark) => [mark.key, mark]));
  for (const [key, element] of shown) if (!wanted.has(key)) forget(key, element);
  for (const mark of marks) {
    if (shown.has(mark.key)) continue;
    const element = mark.make();
    element.style.left = left(mark.at, tapeNow || world.now);
    shown.set(mark.key, element);
    tape?.append(element);
  }
  tape?.getBoundingClientRect();
  tapeNow = world.now;
  for (const mark of marks) {
    const element = shown.get(mark.key);
    if (element) element.style.left = left(mark.at, tapeNow);
  }
}

/**
 * @param {string} key
 * @param {HTMLElement} element
 */
function forget(key, element) {
  shown.delete(key);
  element.remove();
}

/** @returns {Mark[]} */
function days() {
  const first = Math.floor((world.now - daysBack * dayMs) / dayMs) * dayMs;
  const marks = [];
  for (let day = first; day <= world.now + (daysAhead + 1) * dayMs; day += dayMs) {
    const at = midnight(day);
    const date = format(at, { day: "numeric" }).replace(/\D/g, "");
    const label = `${format(at, { weekday: "short" })} ${date}`;
    const parity = Math.floor(day / dayMs) % 2 === 0 ? "even" : "odd";
    const make = () =>
      el("div", { class: `day-mark ${parity}`, "aria-hidden": "true" }, el("span", {}, label));
    marks.push({ key: `day ${at}`, at, make });
  }
  return marks;
}

/**
 * @param {number} day midnight in UTC
 * @returns {number} the same day's midnight in the workbook's zone
 */
function midnight(day) {
  const hour = Number(format(day, { hour: "2-digit", hourCycle: "h23" }).replace(/\D/g, ""));
  return day + (hour === 0 ? 0 : (hour >= 12 ? 24 - hour : -hour) * 3_600_000);
}

/**
 * @param {number} at
 * @param {number} now
 */
function isNear(at, now) {
  return at > now - (daysBack + 0.5) * dayMs && at < now + (daysAhead + 0.5) * dayMs;
}

/**
 * @param {number} at
 * @param {number} now
 * @returns {string}
 */
function left(at, now) {
  return `${((at - now + daysBack * dayMs) / span) * 100}%`;
}
