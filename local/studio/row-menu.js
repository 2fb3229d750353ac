// What can be done with a row: by a right click on it, by the menu key, or by the button beside its address.
import { post } from "./api.js";
import { hear, tell } from "./bus.js";
import { rowTarget } from "./cell-line.js";
import { ask } from "./dialogs.js";
import { byId } from "./dom.js";
import { menuLines } from "./menu.js";
import { makePopup } from "./popup.js";
import { runItem } from "./runs.js";
import { actOn } from "./sheet-acts.js";
import { t } from "./words.js";

/** @typedef {import("./menu-list.js").Entry} Entry */
/** @typedef {import("./cell-line.js").RowTarget} RowTarget */

// The group of the script's menu that acts on selected rows is known by one of its functions.
const rowFunction = "menu.hold";
// The tabs whose deleted rows the script brings back.
const hasPeople = ["Queue", "Contacts"];
/** Functions outside that group that look at the selected row, by tab. */
const alsoFor = /** @type {Record<string, readonly string[]>} */ ({
  Queue: ["menu.editMail"],
  Templates: ["menu.editMail"],
  Unmatched: ["menu.thisIs", "menu.resolve"],
});

export function showRowMenu() {
  const popup = makePopup("row-menu");
  const grid = byId("grid");
  grid.addEventListener("contextmenu", (event) => {
    const row = rowUnder(event.target);
    const target = row === null ? null : rowTarget(row);
    if (!target) return;
    event.preventDefault();
    popup.openAt(nameOf(target), entriesFor(target), event.clientX, event.clientY);
  });
  grid.addEventListener("keydown", (event) => {
    const asked = event.key === "ContextMenu" || (event.shiftKey && event.key === "F10");
    const target = asked ? rowTarget() : null;
    if (!target) return;
    event.preventDefault();
    const cell = grid.querySelector(".tabulator-range-only-cell-selected") ?? grid;
    popup.openBeside(nameOf(target), entriesFor(target), cell);
  });
  hear("row-menu", (/** @type {HTMLElement} */ opener) => {
    const target = rowTarget();
    if (target) popup.openBeside(nameOf(target), entriesFor(target), opener);
  });
}

/** @param {RowTarget} target */
function nameOf({ rows }) {
  return t("rowMenu", { row: rows.join(", ") });
}

/**
 * @param {EventTarget | null} place
 * @returns {number | null} the row's number in the sheet
 */
function rowUnder(place) {
  const row = place instanceof Element ? place.closest(".tabulator-row") : null;
  // Beside the number may stand the sign of a folded group.
  const digits = /\d+/.exec(row?.querySelector("[tabulator-field=row]")?.textContent ?? "");
  return digits ? Number(digits[0]) : null;
}

/**
 * @param {RowTarget} target
 * @returns {Entry[]}
 */
function entriesFor(target) {
  const groups = [scriptEntries(target), doEntries(target), sheetEntries(target)];
  return groups
    .filter((entries) => entries.length > 0)
    .flatMap((entries, index) => (index === 0 ? entries : [null, ...entries]));
}

/**
 * @param {RowTarget} target
 * @returns {Entry[]}
 */
function scriptEntries({ sheet, row, rows }) {
  const lines = menuLines();
  const group = lines.find((line) => line.function === rowFunction)?.path[0];
  const own = lines.filter(
    (line) =>
      (sheet === "Queue" && group !== undefined && line.path[0] === group) ||
      alsoFor[sheet]?.includes(line.function),
  );
  return own.map(({ caption, function: name }) =>
    name === ""
      ? null
      : { caption, key: name, run: () => void runItem(caption, name, { sheet, row, rows }) },
  );
}

/**
 * What the row's own cell offers: the way that works on a phone, too.
 * @param {RowTarget} target
 * @returns {Entry[]}
 */
function doEntries({ sheet, rows, choices }) {
  if (choices.length === 0) return [];
  const choose = async (/** @type {string} */ value) => {
    try {
      for (const row of rows) {
        await post(`sheets/${encodeURIComponent(sheet)}/edit`, { row, column: "do", value });
      }
    } catch (error) {
      tell("failed", { error });
    }
    tell("refresh");
  };
  const entries = choices.map((value) => ({
    caption: value,
    key: `do ${value}`,
    run: () => void choose(value),
  }));
  return [{ caption: t("rowDo"), entries }];
}

/**
 * @param {RowTarget} target
 * @returns {Entry[]}
 */
function sheetEntries({ sheet, rows }) {
  const first = Math.min(...rows);
  const last = Math.max(...rows);
  const whole = last - first + 1 === rows.length;
  const remove = async () => {
    const key = hasPeople.includes(sheet) ? "rowDeletePeople" : "rowDeleteText";
    const text = t(key, { row: rows.join(", "), sheet });
    const answer = await ask({ title: t("rowDelete"), text, buttons: ["OK", "CANCEL"] });
    if (answer === "OK") await actOn(sheet, { kind: "deleteRows", row: first, count: rows.length });
  };
  return [
    {
      caption: t("rowInsert"),
      key: "insert",
      run: () => void actOn(sheet, { kind: "insertRows", row: last + 1 }),
    },
    ...(whole ? [{ caption: t("rowDelete"), key: "delete", run: () => void remove() }] : []),
  ];
}
