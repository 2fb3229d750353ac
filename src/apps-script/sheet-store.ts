// The Store on the bound spreadsheet. Nothing is remembered between calls: a person may move a
// column or a row at any moment, also between two calls of one run.
import type { Row, TabName } from "../../sheets-schema/index";
import type { ColumnOf, RowChange, Store, StoredRow, UpdateReport } from "../ports";
import { decodeCell, type Value } from "./cells";
import { encodeChange, encodeRow } from "./encode-rows";
import { accessTo, findSheet, readGrid, requireSheet } from "./tab-access";
import { columnsOf, FIRST_ROW, gridOf, requireColumn } from "./tab-grid";
import { writeSection } from "./write-section";

export const sheetStore: Store = {
  read<N extends TabName>(tab: N): readonly StoredRow<N>[] {
    const grid = readGrid(tab);
    const columns = columnsOf(tab).map(
      ([name, column]) => [name, column, requireColumn(grid, tab, name)] as const,
    );
    return grid.rows.map((raw, index) => {
      const cells: Record<string, Value> = {};
      const odd: Record<string, string> = {};
      for (const [name, column, at] of columns) {
        const decoded = decodeCell(column, raw[at]);
        cells[name] = decoded.value;
        if (decoded.odd !== null) odd[name] = decoded.odd;
      }
      return { row: index + FIRST_ROW, cells, odd } as StoredRow<N>;
    });
  },

  append<N extends TabName>(tab: N, rows: readonly Row<N>[]): void {
    if (rows.length === 0) return;
    const sheet = requireSheet(tab);
    // One row read as a whole: asking for the last column first would be a second call.
    const grid = gridOf(tab, sheet.getRange("1:1").getValues());
    const encoded = rows.map((row) => encodeRow(tab, grid, row));
    for (const cells of encoded) sheet.appendRow(cells);
  },

  update<N extends TabName>(tab: N, changes: readonly RowChange<N>[]): UpdateReport {
    if (changes.length === 0) return { missing: [], spoiled: [] };
    const encoded = changes.map((change) => encodeChange(tab, change));
    return writeSection(tab, accessTo(tab), encoded);
  },

  lastRow(tab: TabName): number {
    return findSheet(tab)?.getLastRow() ?? 0;
  },

  stamp<N extends TabName>(tab: N, id: string, column: ColumnOf<N>, atMs: number): void {
    findCell(tab, id, column)?.setValue(new Date(atMs));
  },

  annotate<N extends TabName>(tab: N, id: string, column: ColumnOf<N>, note: string): void {
    findCell(tab, id, column)?.setNote(note);
  },

  flush(): void {
    SpreadsheetApp.flush();
  },

  fileId(): string {
    return SpreadsheetApp.getActiveSpreadsheet().getId();
  },
};

/** Null: the row is gone. */
function findCell(
  tab: TabName,
  id: string,
  column: string,
): GoogleAppsScript.Spreadsheet.Range | null {
  const grid = readGrid(tab);
  const row = grid.rowById.get(id);
  const at = requireColumn(grid, tab, column);
  return row === undefined ? null : requireSheet(tab).getRange(row + FIRST_ROW, at + 1);
}
