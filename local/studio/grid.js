// The open sheet as a real grid. Draws what Sheets would show and keeps place and selection when it is read anew.
import { TabulatorFull as Tabulator } from "/vendor/tabulator/js/tabulator_esm.min.mjs";
import { get } from "./api.js";
import { hear, tell } from "./bus.js";
import { sendEdit } from "./edits.js";
import { columnsOf, fieldOf, shapeOf } from "./grid-columns.js";
import { listenToKeys } from "./grid-keys.js";
import { rowsOf } from "./grid-rows.js";
import { currentTab } from "./tabs.js";

/** @typedef {import("../host/contract.ts").SheetLook} SheetLook */

/** @type {any} */
let table = null;
let drawnTab = "";
let drawnShape = "";
/** @type {Map<number, string>} row number → what it looked like, to touch only what changed */
let drawnRows = new Map();
let isEditing = false;
let isDrawing = false;
let again = false;

export function showGrid() {
  hear("read", () => void draw());
  hear("tab", () => void draw());
  listenToKeys({ getTable: () => table, isEditing: () => isEditing });
}

/**
 * @param {string} sheet
 * @param {number} row
 */
export function pointAt(sheet, row) {
  if (sheet !== drawnTab || !table) return;
  if (!drawnRows.has(row)) return;
  const found = table.getRow(row);
  void found.scrollTo("center", false).then(() => {
    const cell = found.getCells()[1];
    table.getRanges()[0]?.setBounds(cell, cell);
    found.getElement().classList.add("pointed");
    setTimeout(() => found.getElement().classList.remove("pointed"), 2_400);
  });
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
  if (name === "" || isEditing) return;
  /** @type {SheetLook} */
  const look = await get(`look/${encodeURIComponent(name)}`);
  if (name !== currentTab() || isEditing) return;
  if (name !== drawnTab || shapeOf(look) !== drawnShape) await build(look);
  else await update(look);
  tell("drawn", { sheet: name, filtered: look.filtered, hidden: look.hiddenRows.length });
}

/** @param {SheetLook} look */
async function build(look) {
  const scrolled = look.name === drawnTab ? scrollPlace() : { left: 0, top: 0 };
  table?.destroy();
  drawnTab = look.name;
  drawnShape = shapeOf(look);
  const rows = rowsOf(look);
  drawnRows = new Map(rows.map((row) => [row.row, JSON.stringify(row)]));
  table = new Tabulator("#grid", { ...options, columns: columnsOf(look), data: rows });
  listen(look);
  await new Promise((resolve) => table.on("tableBuilt", resolve));
  keepHeaderOverCells();
  scrollTo(scrolled);
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

/** @param {SheetLook} look */
function listen(look) {
  table.on("cellEditing", (/** @type {any} */ cell) => {
    isEditing = true;
    tell("editing");
    // Behind a dropdown the old value is in the way: what is typed replaces it.
    if (look.columns[Number(cell.getField().slice(1))]?.choices.length)
      setTimeout(() => cell.getElement().querySelector("input")?.select());
  });
  table.on("cellEditCancelled", () => {
    isEditing = false;
    void draw();
  });
  table.on("cellEdited", (/** @type {any} */ cell) => {
    const column = look.columns[Number(cell.getField().slice(1))];
    isEditing = false;
    // The sheet may keep another value than the typed one, so this row is drawn again whatever it answers.
    drawnRows.set(cell.getRow().getData().row, "");
    if (column) void sendEdit(look.name, column, cell);
  });
  table.on("rangeChanged", (/** @type {any} */ range) => tellSelected(look, range));
  table.on("rangeAdded", (/** @type {any} */ range) => tellSelected(look, range));
}

/**
 * @param {SheetLook} look
 * @param {any} range
 */
function tellSelected(look, range) {
  const cell = range?.getCells?.().flat()[0];
  const index = Number(cell?.getField()?.slice(1));
  const column = look.columns[index];
  if (!column) return;
  const data = cell.getRow().getData();
  tell("selected", {
    sheet: look.name,
    row: data.row,
    rows: range.getRows().map((/** @type {any} */ one) => one.getData().row),
    choices: look.columns.find(({ header }) => header === "do")?.choices,
    column,
    index,
    value: data[fieldOf(index)],
    note: data.notes[index] ?? "",
    reason: reasonOf(look, data, index),
  });
}

/**
 * What the script says about the whole row stands far to the right, where nobody looks first.
 * @param {SheetLook} look
 * @param {import("./grid-rows.js").GridRow} data
 * @param {number} selected
 */
function reasonOf(look, data, selected) {
  const headers = look.columns.map(({ header }) => header);
  const at = Math.max(headers.lastIndexOf("why"), headers.lastIndexOf("check"));
  const text = String(data[fieldOf(at)] ?? "");
  // The first column names the row, whatever it is called.
  if (at < 1 || at === selected || text === "") return null;
  return { header: headers[at] ?? "", text };
}

/** @param {SheetLook} look */
async function update(look) {
  const rows = rowsOf(look);
  const changed = rows.filter((row) => drawnRows.get(row.row) !== JSON.stringify(row));
  const last = rows.at(-1)?.row ?? 1;
  const gone = [...drawnRows.keys()].filter((number) => number > last);
  if (changed.length === 0 && gone.length === 0) return;
  const known = changed.filter((row) => drawnRows.has(row.row));
  const before = new Map(known.map((row) => [row.row, { ...table.getRow(row.row).getData() }]));
  if (gone.length) await table.deleteRow(gone);
  await table.updateOrAddData(changed);
  for (const row of changed) markChanges(row, before.get(row.row));
  drawnRows = new Map(rows.map((row) => [row.row, JSON.stringify(row)]));
  tellSelected(look, table.getRanges()[0]);
}

/**
 * A colour may change without its text, so the row is drawn again; what is new glows once.
 * @param {import("./grid-rows.js").GridRow} row
 * @param {Record<string, unknown> | undefined} before
 */
function markChanges(row, before) {
  const drawn = table.getRow(row.row);
  drawn.reformat();
  for (const cell of drawn.getCells()) {
    const field = cell.getField();
    if (field !== "row" && before?.[field] !== row[field]) cell.getElement().classList.add("fresh");
  }
}

// Longer than the header takes to follow the cells.
const settledMs = 150;

/** Find-in-page scrolls the header alone; then the cells must follow, or values stand under wrong names. */
function keepHeaderOverCells() {
  const header = document.querySelector("#grid .tabulator-header-contents");
  const cells = document.querySelector("#grid .tabulator-tableholder");
  let movedAt = 0;
  cells?.addEventListener("scroll", () => {
    movedAt = performance.now();
  });
  header?.addEventListener("scroll", () => {
    if (performance.now() - movedAt > settledMs) cells?.scrollTo({ left: header.scrollLeft });
  });
}

function scrollPlace() {
  const holder = document.querySelector("#grid .tabulator-tableholder");
  return { left: holder?.scrollLeft ?? 0, top: holder?.scrollTop ?? 0 };
}

/** @param {{ left: number, top: number }} place */
function scrollTo(place) {
  document.querySelector("#grid .tabulator-tableholder")?.scrollTo(place);
}
