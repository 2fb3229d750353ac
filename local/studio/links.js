// Addresses of what is on the page: #/Queue/ROW-ID, #/Start here, #/mail/ID. They can be copied and survive a reload.
import { hear, tell } from "./bus.js";
import { drawnCopy, pointAt } from "./grid.js";
import { hashParts } from "./hash.js";
import { chooseTab, currentTab } from "./tabs.js";
import { chooseView } from "./views-bar.js";
import { t } from "./words.js";
import { world } from "./world.js";

/** @typedef {{ sheet: string, row?: number, id?: string, looked?: true }} Goal `looked`: once more after every row is shown */

/** @type {Goal | null} what the grid shall show as soon as it can */
let goal = null;
/** @type {string | null} a mail that the outbox may not know yet */
let mail = null;

export function followLinks() {
  hear("open-row", (/** @type {{ sheet: string, row: number }} */ place) => goTo(place));
  hear("drawn", arrive);
  hear("read", openWantedMail);
  hear("tab", (/** @type {string} */ name) => note([name]));
  hear("selected", noteRow);
  hear("open-mail", (/** @type {string} */ id) => note(id === "" ? [currentTab()] : ["mail", id]));
  addEventListener("hashchange", follow);
  follow();
}

function follow() {
  const [place = "", id] = hashParts();
  if (place === "") return;
  if (place === "mail") {
    mail = id ?? "";
    if (world.now !== 0) openWantedMail();
    return;
  }
  goTo({ sheet: place, ...(id ? { id } : {}) });
}

/** @param {Goal} wanted */
function goTo(wanted) {
  // On a phone one part fills the page.
  document.body.dataset.room = "ledger";
  goal = wanted;
  if (currentTab() === wanted.sheet) arrive();
  else chooseTab(wanted.sheet);
}

function arrive() {
  const copy = drawnCopy();
  if (!goal || !copy || copy.look.name !== goal.sheet || goal.sheet !== currentTab()) return;
  const row = goal.row ?? rowOf(goal.id);
  if (row === null) return give("rowGone", goal.id ?? "");
  if (row === undefined || pointAt(goal.sheet, row)) {
    goal = null;
    return;
  }
  if (goal.looked) return give("rowHidden", goal.id ?? String(row));
  goal = { ...goal, looked: true };
  chooseView("all");
}

/**
 * @param {"rowGone" | "rowHidden" | "mailGone"} key
 * @param {string} what
 */
function give(key, what) {
  goal = null;
  tell("failed", { error: new Error(t(key, { what })) });
}

/**
 * @param {string | undefined} id
 * @returns {number | null | undefined} null: no such row; undefined: none is asked for
 */
function rowOf(id) {
  const copy = drawnCopy();
  if (id === undefined || !copy) return undefined;
  const at = idColumn(copy);
  return [...copy.lines.values()].find(([, cells]) => cells[at] === id)?.[0] ?? null;
}

/** The first column names the row where none is called id. @param {import("./grid-source.js").Copy} copy */
function idColumn({ look }) {
  return Math.max(
    0,
    look.columns.findIndex(({ header }) => header === "id"),
  );
}

function openWantedMail() {
  if (mail === null) return;
  const id = mail;
  mail = null;
  if (world.outbox.some((one) => one.id === id)) tell("open-mail", id);
  else give("mailGone", id);
}

/** @param {{ sheet: string, row: number }} selected */
function noteRow({ sheet, row }) {
  const copy = drawnCopy();
  if (goal || mail !== null || !copy || sheet !== currentTab()) return;
  const id = copy.lines.get(row)?.[1][idColumn(copy)] ?? "";
  note(id === "" ? [sheet] : [sheet, id]);
}

/** @param {string[]} parts */
function note(parts) {
  if (goal?.sheet === parts[0] || mail !== null) return;
  history.replaceState(null, "", `#/${parts.map(encodeURIComponent).join("/")}`);
}
