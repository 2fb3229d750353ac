// Columns that are not there yet, with the look they begin with. Later their look is the person's.
import type { Column, Tab } from "../../../sheets-schema/index";
import { belowHeader, type Positions } from "./headers";
import { HEADER_LOOK, TIME_FORMAT } from "./look";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function addColumns(sheet: Sheet, tab: Tab, positions: Positions): readonly string[] {
  const missing = Object.entries(tab.columns).filter(([name]) => !positions.has(name));
  if (missing.length === 0) return [];
  const first = makeRoom(sheet, positions, missing.length);
  const columns = missing.map(([, column]) => column);
  dressHeaders(sheet, first, columns);
  dressColumns(sheet, first, columns);
  fillColumns(sheet, first, columns, positions);
  const names = missing.map(([name]) => name);
  // Last, so that a run which is cut off before leaves columns that the next one dresses again.
  // A name with an apostrophe before it stays text: no header is ever read as something else.
  sheet.getRange(1, first, 1, names.length).setValues([names.map((name) => `'${name}`)]);
  return names;
}

/** Behind the last known column; a person's column that stands there moves to the right. */
function makeRoom(sheet: Sheet, positions: Positions, count: number): number {
  const lastFilled = sheet.getLastColumn();
  const last = positions.size === 0 ? lastFilled : Math.max(...positions.values());
  const columnsAfter = sheet.getMaxColumns() - last;
  if (lastFilled > last) sheet.insertColumnsAfter(last, count);
  else if (columnsAfter < count)
    sheet.insertColumnsAfter(last + columnsAfter, count - columnsAfter);
  return last + 1;
}

function dressHeaders(sheet: Sheet, first: number, columns: readonly Column[]): void {
  const looks = columns.map(({ writer }) => HEADER_LOOK[writer]);
  sheet
    .getRange(1, first, 1, columns.length)
    .setBackgrounds([looks.map(({ background }) => background)])
    .setFontColors([looks.map(({ fontColor }) => fontColor)])
    .setFontWeight("bold")
    .setVerticalAlignment("middle");
}

function dressColumns(sheet: Sheet, first: number, columns: readonly Column[]): void {
  const rows = sheet.getMaxRows();
  for (const [index, { kind, widthPx, hidden, wraps }] of columns.entries()) {
    sheet.setColumnWidth(first + index, widthPx);
    if (hidden) sheet.hideColumns(first + index);
    if (wraps) belowHeader({ sheet, rows }, first + index).setWrap(true);
    if (kind === "time") belowHeader({ sheet, rows }, first + index).setNumberFormat(TIME_FORMAT);
  }
}

/** A row of an older version keeps its name under the new header. */
function fillColumns(
  sheet: Sheet,
  first: number,
  columns: readonly Column[],
  positions: Positions,
): void {
  const rows = sheet.getLastRow() - 1;
  for (const [index, { from }] of columns.entries()) {
    const source = from === undefined ? undefined : positions.get(from);
    if (source === undefined || rows < 1) continue;
    const texts = sheet.getRange(2, source, rows, 1).getValues();
    const named = texts.map(([text]) => [text === "" ? "" : `'${String(text)}`]);
    sheet.getRange(2, first + index, rows, 1).setValues(named);
  }
}
