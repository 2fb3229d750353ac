// Columns that are not there yet, with the look they begin with. Later their look is the person's.
import type { Column, Tab } from "../../../sheets-schema/index";
import { headerPositions, type Positions } from "./headers";
import { HEADER_LOOK, TIME_FORMAT } from "./look";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function addColumns(sheet: Sheet, tab: Tab): readonly string[] {
  const positions = headerPositions(sheet, tab);
  const missing = Object.entries(tab.columns).filter(([name]) => !positions.has(name));
  if (missing.length === 0) return [];
  const first = makeRoom(sheet, positions, missing.length);
  const names = missing.map(([name]) => name);
  // A name with an apostrophe before it stays text: no header is ever read as something else.
  sheet.getRange(1, first, 1, names.length).setValues([names.map((name) => `'${name}`)]);
  dressHeaders(
    sheet,
    first,
    missing.map(([, column]) => column),
  );
  return names;
}

/** Behind the last known column; a person's column that stands there moves to the right. */
function makeRoom(sheet: Sheet, positions: Positions, count: number): number {
  const last = positions.size === 0 ? sheet.getLastColumn() : Math.max(...positions.values());
  const columnsAfter = sheet.getMaxColumns() - last;
  const taken = sheet.getLastColumn() > last;
  if (taken) sheet.insertColumnsAfter(last, count);
  else if (columnsAfter < count)
    sheet.insertColumnsAfter(last + columnsAfter, count - columnsAfter);
  return last + 1;
}

function dressHeaders(sheet: Sheet, first: number, columns: readonly Column[]): void {
  const looks = columns.map(({ writer }) => HEADER_LOOK[writer]);
  sheet
    .getRange(1, first, 1, columns.length)
    .setBackgrounds([looks.map(({ background }) => background)])
    .setFontWeight("bold")
    .setVerticalAlignment("middle");
  for (const [index, column] of columns.entries()) dress(sheet, first + index, column);
}

function dress(sheet: Sheet, at: number, column: Column): void {
  sheet.getRange(1, at).setFontColor(HEADER_LOOK[column.writer].fontColor);
  sheet.setColumnWidth(at, column.widthPx);
  if (column.hidden) sheet.hideColumns(at);
  if (column.kind === "time") belowHeader(sheet, at).setNumberFormat(TIME_FORMAT);
}

/** Every cell of a column but its header. */
export function belowHeader(sheet: Sheet, at: number): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(2, at, Math.max(1, sheet.getMaxRows() - 1), 1);
}
