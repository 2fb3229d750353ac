// What a person does to the tabs themselves: add one, rename and delete the open one, as below a real sheet.
import { hear, tell } from "./bus.js";
import { ask } from "./dialogs.js";
import { button, byId, fill } from "./dom.js";
import { makePopup } from "./popup.js";
import { actOn } from "./sheet-acts.js";
import { chooseTab, currentTab } from "./tabs.js";
import { t } from "./words.js";
import { readWorld, world } from "./world.js";

/** @type {import("./popup.js").Popup} */
let popup;
/** A new tab that the grid does not show yet. */
let added = "";

export function showTabMenu() {
  popup = makePopup("tab-menu");
  hear("language", render);
  hear("drawn", focusNew);
  render();
  const tabs = byId("tabs");
  tabs.addEventListener("dblclick", ({ target }) => {
    const name = tabUnder(target);
    if (name) void rename(name);
  });
  tabs.addEventListener("contextmenu", (event) => {
    const name = tabUnder(event.target);
    if (!name) return;
    event.preventDefault();
    popup.openAt(t("tabMenu", { name }), entriesFor(name), event.clientX, event.clientY);
  });
  tabs.addEventListener("keydown", (event) => {
    if (event.key === "F2") void rename(currentTab());
    else if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10"))
      openMenu(/** @type {Element} */ (event.target));
    else return;
    event.preventDefault();
  });
}

function render() {
  const adds = button("+", () => void add(), { title: t("addTab"), "aria-label": t("addTab") });
  const opener = button("▾", () => openMenu(opener), {
    title: t("thisTab"),
    "aria-label": t("thisTab"),
    "aria-haspopup": "menu",
  });
  fill(byId("tab-acts"), adds, opener);
}

/** @param {Element} place */
function openMenu(place) {
  const name = currentTab();
  popup.openBeside(t("tabMenu", { name }), entriesFor(name), place);
}

/** @param {EventTarget | null} place */
function tabUnder(place) {
  return place instanceof Element ? place.closest("[role=tab]")?.textContent : null;
}

/** @param {string} name @returns {import("./menu-list.js").Entry[]} */
function entriesFor(name) {
  return [
    { caption: t("tabRename"), key: "rename", run: () => void rename(name) },
    { caption: t("tabDelete"), key: "delete", run: () => void remove(name) },
  ];
}

async function add() {
  const to = freeName();
  if (!(await actOn(currentTab(), { kind: "insertSheet", to }))) return;
  added = to;
  await readWorld();
  tell("open-row", { sheet: to, row: 1 });
  tell("said", t("tabAdded", { name: to }));
}

/** Whoever has added a tab writes or pastes next. @param {{ sheet: string }} drawn */
function focusNew({ sheet }) {
  if (sheet !== added) return;
  added = "";
  /** @type {HTMLElement | null} */ (byId("grid").querySelector(".tabulator-tableholder"))?.focus();
}

function freeName() {
  const taken = new Set(world.sheets.map(({ name }) => name));
  let number = 1;
  while (taken.has(t("tabNewName", { number }))) number += 1;
  return t("tabNewName", { number });
}

/** @param {string} name */
async function rename(name) {
  const question = { title: t("tabRename"), text: t("tabRenameText", { name }), value: name };
  const answer = await ask({ ...question, prompt: true, buttons: ["OK", "CANCEL"] });
  const to = answer.trim();
  if (answer === "CLOSE" || to === "" || to === name) return;
  if (!(await actOn(name, { kind: "renameSheet", to }))) return;
  // The page must not ask for the old name once more.
  world.sheets = world.sheets.map((one) => (one.name === name ? { ...one, name: to } : one));
  if (name === currentTab()) chooseTab(to);
}

/** @param {string} name */
async function remove(name) {
  const text = t("tabDeleteText", { name });
  const answer = await ask({ title: t("tabDelete"), text, buttons: ["OK", "CANCEL"] });
  if (answer !== "OK" || !(await actOn(name, { kind: "deleteSheet" }))) return;
  const shown = world.sheets.filter((one) => !one.hidden || one.name === name);
  const at = shown.findIndex((one) => one.name === name);
  const next = shown[at + 1] ?? shown[at - 1];
  world.sheets = world.sheets.filter((one) => one.name !== name);
  if (name === currentTab() && next) chooseTab(next.name);
}
