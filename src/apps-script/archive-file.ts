// A second spreadsheet of the account, which only we write: a tab per tab of ours, under the same headers.
import { type Row, TABS, type TabName } from "../../sheets-schema/index";
import type { Archive } from "../ports";
import { decodeCell, type Value } from "./cells";
import { encodeRow } from "./encode-rows";
import { columnsOf, FIRST_ROW, gridOf, requireColumn, type TabGrid } from "./tab-grid";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export const archiveFile: Archive = {
  create(name) {
    const made = SpreadsheetApp.create(name);
    return { fileId: made.getId(), url: made.getUrl() };
  },

  read<N extends TabName>(fileId: string, tab: N): readonly Row<N>[] {
    const sheet = SpreadsheetApp.openById(fileId).getSheetByName(tab);
    if (sheet === null) return [];
    const grid = gridOf(tab, sheet.getDataRange().getValues());
    return grid.rows.map((raw) => decoded(tab, grid, raw));
  },

  append<N extends TabName>(fileId: string, tab: N, rows: readonly Row<N>[]): void {
    const sheet = tabIn(fileId, tab);
    const grid = gridOf(tab, sheet.getDataRange().getValues());
    const lines = rows.map((row) => encodeRow(tab, grid, row as Readonly<Record<string, Value>>));
    const first = grid.rows.length + FIRST_ROW;
    const last = first + lines.length - 1;
    const standing = sheet.getMaxRows();
    if (last > standing) sheet.insertRowsAfter(standing, last - standing);
    sheet.getRange(first, 1, lines.length, lines[0]?.length ?? 1).setValues(lines);
    SpreadsheetApp.flush();
  },

  replace<N extends TabName>(fileId: string, tab: N, rows: readonly Row<N>[]): void {
    if (rows.length === 0) return;
    const sheet = tabIn(fileId, tab);
    const grid = gridOf(tab, sheet.getDataRange().getValues());
    const { idColumn } = TABS[tab];
    const at = requireColumn(grid, tab, idColumn);
    const wanted = rows as readonly Readonly<Record<string, Value>>[];
    grid.rows.forEach((raw, index) => {
      const row = wanted.find((one) => one[idColumn] === String(raw[at]));
      if (row === undefined) return;
      const line = encodeRow(tab, grid, row);
      sheet.getRange(index + FIRST_ROW, 1, 1, line.length).setValues([line]);
    });
    SpreadsheetApp.flush();
  },
};

function tabIn(fileId: string, tab: TabName): Sheet {
  const file = SpreadsheetApp.openById(fileId);
  const sheet = file.getSheetByName(tab) ?? file.insertSheet(tab);
  const headers = columnsOf(tab).map(([name]) => name);
  // A run may have been cut between the tab and its headers.
  if (sheet.getLastRow() === 0) sheet.getRange(1, 1, 1, headers.length).setValues([headers]);
  return sheet;
}

function decoded<N extends TabName>(tab: N, grid: TabGrid, raw: readonly unknown[]): Row<N> {
  const cells = columnsOf(tab).map(([name, column]) => {
    return [name, decodeCell(column, raw[requireColumn(grid, tab, name)]).value] as const;
  });
  return Object.fromEntries(cells) as Row<N>;
}
