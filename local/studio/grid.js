// The open sheet as a real grid. Draws what Sheets would show and keeps place and selection when it is read anew.
import { TabulatorFull as Tabulator } from "/vendor/tabulator/js/tabulator_esm.min.mjs";
import { hear, tell } from "./bus.js";
import { byId } from "./dom.js";
import { sendEdit } from "./edits.js";
import { columnsOf, shapeOf } from "./grid-columns.js";
import { listenToKeys, selectAll } from "./grid-keys.js";
import { gridRows } from "./grid-rows.js";
import { keepHeaderOverCells, scrollPlace, scrollTo } from "./grid-scroll.js";
import { restoreSelected, tellSelected } from "./grid-selection.js";
import { readSheet } from "./grid-source.js";
import { listenToClipboard } from "./paste.js";
import { currentTab } from "./tabs.js";
import { rowsIn, showsHidden, stayingRows } from "./views.js";
import { currentView, showCounts } from "./views-bar.js";

/** @typedef {import("./grid-source.js").Copy} Copy */

/** @type {any} */
let table = null;
let drawnTab = "";
let drawnShape = "";
/** @type {import("./views.js").View} */
let drawnView = "all";
/** @type {number[]} row numbers as they stand in the grid */
let drawnRows = [];
/** Only the first screenful stands in the grid. */
let isPartial = false;
/** @type {Copy | null} */
let copy = null;
/** @type {Set<number>} rows that are newer in the copy than in the grid */
const stale = new Set();
let isStaleAll = false;
let isEditing = false;
let isDrawing = false;
let again = false;

export function showGrid() {
  hear("changed", () => void draw());
  hear("tab", () => void draw());
  hear("view", () => void draw());
  void draw();
  const grid = { getTable: () => table, isEditing: () => isEditing, copy: () => copy };
  listenToKeys(grid);
  listenToClipboard(grid);
}

/**
 * @param {string} sheet
 * @param {number} row
 * @returns {boolean} false: the grid does not show it
 */
export function pointAt(sheet, row) {
  if (sheet !== drawnTab || !table || !drawnRows.includes(row)) return false;
  const found = table.getRow(row);
  void found.scrollTo("center", false).then(() => {
    const cell = found.getCells()[1];
    table.getRanges()[0]?.setBounds(cell, cell);
    const element = found.getElement();
    element.classList.add("pointed");
    setTimeout(() => element.classList.remove("pointed"), 2_400);
  });
  return true;
}

/** @returns {Copy | null} */
export function drawnCopy() {
  return copy;
}

/** One drawing at a time; asked meanwhile, once more after it. */
async function draw() {
  again = true;
  if (isDrawing) return;
  isDrawing = true;
  while (again) {
    again = false;
    await drawOnce().catch((error) => tell("failed", { error }));
  }
  isDrawing = false;
}

async function drawOnce() {
  const name = currentTab();
  if (name === "") return;
  const read = await readSheet(name);
  if (name !== currentTab()) {
    if (name === drawnTab) isStaleAll = true;
    return;
  }
  noteStale(name, read.changed);
  if (isEditing) return;
  copy = read.copy;
  if (name !== drawnTab || shapeOf(copy.look) !== drawnShape) await build(copy);
  else await update(copy);
  stale.clear();
  isStaleAll = false;
  showCounts(copy);
  const { filtered, hiddenRows } = copy.look;
  const isFiltered = filtered && !showsHidden(copy, currentView());
  tell("drawn", { sheet: name, filtered: isFiltered, hidden: hiddenRows.length });
}

/**
 * @param {string} name
 * @param {ReadonlySet<number> | null} changed
 */
function noteStale(name, changed) {
  if (name !== drawnTab || changed === null) isStaleAll = true;
  else for (const row of changed) stale.add(row);
}

/** @param {Copy} now */
async function build(now) {
  const scrolled = now.look.name === drawnTab ? scrollPlace() : { left: 0, top: 0 };
  table?.destroy();
  drawnTab = now.look.name;
  drawnShape = shapeOf(now.look);
  drawnView = currentView();
  const rows = rowsIn(now, drawnView);
  // What fits on a screen first: the others follow once it is drawn.
  drawnRows = rows.slice(0, firstRows);
  isPartial = rows.length > firstRows;
  const data = drawnRows.map(gridRows(now));
  table = new Tabulator("#grid", { ...options, columns: columnsOf(now.look, now.last), data });
  listen();
  await new Promise((resolve) => table.on("tableBuilt", resolve));
  keepHeaderOverCells();
  // The cells take the keys; a second stop at the header would do nothing.
  document.querySelector("#grid .tabulator-header")?.setAttribute("tabindex", "-1");
  nameParts();
  if (isPartial) await nextFrame();
  // Whoever has begun to type by then gets the others afterwards.
  if (isPartial && !isEditing) await replaceRows(now, rows, false);
  scrollTo(scrolled);
}

const firstRows = 120;

/** What takes the focus in a grid must be a part of it, or a screen reader loses the rows within. */
function nameParts() {
  const grid = byId("grid");
  grid.removeAttribute("aria-owns");
  grid.querySelector(".tabulator-tableholder")?.setAttribute("role", "rowgroup");
  grid.querySelector(".tabulator-table")?.setAttribute("role", "presentation");
}

function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

const options = {
  index: "row",
  height: "100%",
  layout: "fitData",
  rowHeight: 27,
  renderVertical: "virtual",
  selectableRange: 1,
  selectableRangeRows: true,
  selectableRangeClearCells: true,
  selectableRangeClearCellsValue: "",
  selectableRangeAutoFocus: false,
  editTriggerEvent: "dblclick",
  headerSortClickElement: "icon",
  clipboard: "copy",
  clipboardCopyRowRange: "range",
  clipboardCopyConfig: { columnHeaders: false, rowHeaders: false },
  columnDefaults: { headerSort: false, resizable: "header", minWidth: 36 },
  tooltipDelay: 250,
};

/** @param {any} cell */
function columnOf(cell) {
  return copy?.look.columns[Number(cell.getField().slice(1))];
}

function listen() {
  table.on("cellEditing", (/** @type {any} */ cell) => {
    isEditing = true;
    tell("editing");
    // Behind a dropdown the old value is in the way: what is typed replaces it.
    if (columnOf(cell)?.choices.length) void selectAll(cell);
  });
  table.on("cellEditCancelled", () => {
    isEditing = false;
    void draw();
  });
  table.on("cellEdited", (/** @type {any} */ cell) => void edited(cell));
  table.on("rangeChanged", (/** @type {any} */ range) => tellSelected(copy, range));
  table.on("rangeAdded", (/** @type {any} */ range) => tellSelected(copy, range));
}

/** @param {any} cell */
async function edited(cell) {
  const column = columnOf(cell);
  isEditing = false;
  // The sheet may keep another value than the typed one, so this row is drawn again whatever it answers.
  stale.add(cell.getRow().getData().row);
  if (column) await sendEdit(drawnTab, column, cell);
  await draw();
}

/** Of more changed rows at once, all are drawn anew: finding each costs a look through all of them. */
const updatedMax = 200;

/** @param {Copy} now */
async function update(now) {
  const view = currentView();
  const isNewView = view !== drawnView;
  drawnView = view;
  const rows = isNewView || isPartial ? rowsIn(now, view) : stayingRows(now, view, drawnRows);
  const isSame = rows.length === drawnRows.length && rows.every((row, at) => row === drawnRows[at]);
  if (isSame && !isStaleAll && stale.size <= updatedMax) await updateRows(now);
  else await replaceRows(now, rows, !isNewView);
  tellSelected(copy, table.getRanges()[0]);
}

/** @param {Copy} now */
async function updateRows(now) {
  const shown = new Set(drawnRows);
  const changed = [...stale].filter((row) => shown.has(row)).map(gridRows(now));
  if (changed.length === 0) return;
  const before = new Map(changed.map(({ row }) => [row, { ...table.getRow(row).getData() }]));
  await table.updateData(changed);
  const inView = new Map(visibleRows().map((drawn) => [drawn.getData().row, drawn]));
  for (const row of changed) markChanges(inView.get(row.row), row, before.get(row.row));
}

/**
 * @param {Copy} now
 * @param {number[]} rows
 * @param {boolean} glows what came in; not what another view brings
 */
async function replaceRows(now, rows, glows) {
  const inView = visibleRows().map((drawn) => drawn.getData());
  const before = new Map(inView.map((data) => [data.row, { ...data }]));
  const known = new Set(drawnRows);
  drawnRows = rows;
  isPartial = false;
  const restore = restoreSelected(table);
  await table.replaceData(rows.map(gridRows(now)));
  restore(rows);
  if (!glows) return;
  for (const drawn of visibleRows()) {
    const data = drawn.getData();
    if (before.has(data.row) || !known.has(data.row))
      markChanges(drawn, data, before.get(data.row));
  }
}

/** @returns {any[]} */
function visibleRows() {
  return table.getRows("visible");
}

/**
 * A colour may change without its text, so the row is drawn again; what is new glows once.
 * @param {any} drawn undefined: not on the screen
 * @param {import("./grid-rows.js").GridRow} row
 * @param {Record<string, unknown> | undefined} before
 */
function markChanges(drawn, row, before) {
  if (!drawn) return;
  drawn.reformat();
  for (const cell of drawn.getCells()) {
    const field = cell.getField();
    const isNew = field !== "row" && before?.[field] !== row[field];
    if (isNew && !(before === undefined && row[field] === ""))
      cell.getElement().classList.add("fresh");
  }
}
