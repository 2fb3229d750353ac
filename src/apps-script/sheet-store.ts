// The Store on the bound spreadsheet. Nothing is remembered between calls: a person may move a
// column or a row at any moment, also between two calls of one run.
import { type Row, TABS, type TabName } from "../../sheets-schema/index";
import type { ColumnOf, RowChange, Store, StoredRow, UpdateReport } from "../ports";
import { decodeCell, encodeCell, type RawCell, type Value } from "./cells";
import { columnOf, columnsOf, FIRST_ROW, gridOf, requireColumn, type TabGrid } from "./tab-grid";
import { type EncodedChange, type TabAccess, writeSection } from "./write-section";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Range = GoogleAppsScript.Spreadsheet.Range;
type Cells = Readonly<Record<string, Value>>;

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
    return writeSection(
      tab,
      accessTo(tab),
      changes.map((change) => encodeChange(tab, change)),
    );
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

function findSheet(tab: TabName): Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
}

function requireSheet(tab: TabName): Sheet {
  const sheet = findSheet(tab);
  if (sheet === null) throw new Error(`There is no tab ${tab}. Run Dripsheet ▸ Set up.`);
  return sheet;
}

function readGrid(tab: TabName): TabGrid {
  return gridOf(tab, requireSheet(tab).getDataRange().getValues());
}

/** Null: the row is gone. */
function findCell(tab: TabName, id: string, column: string): Range | null {
  const sheet = requireSheet(tab);
  const grid = gridOf(tab, sheet.getDataRange().getValues());
  const row = grid.rowById.get(id);
  const at = requireColumn(grid, tab, column);
  return row === undefined ? null : sheet.getRange(row + FIRST_ROW, at + 1);
}

/** In the order of the headers as they stand; columns of the person's own stay empty. */
function encodeRow(tab: TabName, grid: TabGrid, row: Cells): RawCell[] {
  const id = String(row[TABS[tab].idColumn] ?? "");
  const cells: RawCell[] = [];
  for (const [name, column] of columnsOf(tab)) {
    const at = requireColumn(grid, tab, name);
    cells[at] = encodeCell(column, row[name] ?? null, placeOf(tab, id, name));
  }
  return Array.from(cells, (cell) => cell ?? "");
}

function encodeChange<N extends TabName>(tab: N, change: RowChange<N>): EncodedChange {
  const cells = Object.entries(change.cells as Cells).map(([name, value]) => ({
    id: change.id,
    name,
    value,
    raw: encodeCell(columnOf(tab, name), value, placeOf(tab, change.id, name)),
  }));
  return { id: change.id, cells, seen: (change.seen ?? {}) as Cells };
}

function placeOf(tab: TabName, id: string, name: string): string {
  return `Tab ${tab}, row ${id}, column ${name}`;
}

function accessTo(tab: TabName): TabAccess {
  return {
    read: () => readGrid(tab),
    write: ({ row, column, values }) => {
      const range = requireSheet(tab).getRange(row, column, values.length, values[0]?.length ?? 1);
      range.setValues(values.map((cells) => [...cells]));
    },
    flush: () => SpreadsheetApp.flush(),
    sameWallTime,
  };
}

/** Longer than any clock has ever been put back. */
const REPEATED_MS_MAX = 3 * 60 * 60 * 1000;

function sameWallTime(one: number, other: number): boolean {
  if (Math.abs(one - other) > REPEATED_MS_MAX) return false;
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const [first, second] = [one, other].map((at) =>
    Utilities.formatDate(new Date(at), zone, "yyyy-MM-dd HH:mm:ss"),
  );
  return first === second;
}
