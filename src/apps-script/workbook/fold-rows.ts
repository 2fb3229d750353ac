// Rows that are seldom touched stand below the others and are folded away. A group that a person opened stays open.
import type { TabName } from "../../../sheets-schema/index";
import { readGrid, requireSheet } from "../tab-access";
import { FIRST_ROW } from "../tab-grid";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function foldRows(tab: TabName, above: readonly string[], folded: readonly string[]): void {
  const sheet = requireSheet(tab);
  for (const id of above) moveAbove(sheet, tab, id, folded);
  const rows = rowsOf(tab, folded).filter((row) => sheet.getRowGroupDepth(row) === 0);
  for (const [first, last] of runsOf(rows)) {
    sheet.getRange(`${first}:${last}`).shiftRowGroupDepth(1);
    sheet.getRowGroup(first, 1)?.collapse();
  }
}

/** What came with a later version was added at the end, below what is folded. */
function moveAbove(sheet: Sheet, tab: TabName, id: string, folded: readonly string[]): void {
  const [row] = rowsOf(tab, [id]);
  const [first] = rowsOf(tab, folded);
  if (row === undefined || first === undefined || row < first) return;
  sheet.moveRows(sheet.getRange(`${row}:${row}`), first);
  SpreadsheetApp.flush();
}

/** Numbers as the sheet counts them, upper first. */
function rowsOf(tab: TabName, ids: readonly string[]): readonly number[] {
  const { rowById } = readGrid(tab);
  return ids
    .flatMap((id) => rowById.get(id) ?? [])
    .map((row) => row + FIRST_ROW)
    .sort((a, b) => a - b);
}

function runsOf(rows: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last[1] === row - 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs;
}
