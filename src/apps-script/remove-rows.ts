// Deletes rows by id. Rows may move between the look and the deletion: what went by mistake is put back, and what
// stands there still is tried again.
import type { TabName } from "../../sheets-schema/index";
import { encodeRaw } from "./cells";
import { asWritten } from "./displaced";
import { readGrid, requireSheet } from "./tab-access";
import { FIRST_ROW, type TabGrid } from "./tab-grid";

/** One tab of a spreadsheet, as a removal needs it. */
interface Removal {
  read(): TabGrid;
  /** By the number of the first row; neighbours in one call. */
  deleteRows(row: number, count: number): void;
  append(cells: readonly unknown[]): void;
}

const TRIES = 3;

/** The ids that stand there still. */
export function removeRows(
  tab: TabName,
  ids: readonly string[],
  access: Removal = removalOf(tab),
): readonly string[] {
  const wanted = new Set(ids);
  let grid = access.read();
  for (let tries = 0; tries < TRIES && standing(grid, wanted).length > 0; tries += 1) {
    deleteAll(access, grid, standing(grid, wanted));
    SpreadsheetApp.flush();
    const after = access.read();
    const lost = lostRows(tab, grid, after, wanted);
    for (const cells of lost) access.append(cells);
    if (lost.length > 0) SpreadsheetApp.flush();
    grid = lost.length > 0 ? access.read() : after;
  }
  return standing(grid, wanted);
}

export function removalOf(tab: TabName): Removal {
  return {
    read: () => readGrid(tab),
    deleteRows(row, count) {
      const sheet = requireSheet(tab);
      // A sheet may not lose every row below its header.
      if (count >= sheet.getMaxRows() - 1) sheet.insertRowAfter(sheet.getMaxRows());
      sheet.deleteRows(row, count);
    },
    append: (cells) => void requireSheet(tab).appendRow([...cells]),
  };
}

function standing(grid: TabGrid, wanted: ReadonlySet<string>): readonly string[] {
  return [...wanted].filter((id) => grid.rowById.has(id));
}

/** From the bottom up, so that no row moves before its turn. */
function deleteAll(access: Removal, grid: TabGrid, ids: readonly string[]): void {
  const rows = ids.map((id) => (grid.rowById.get(id) ?? 0) + FIRST_ROW).sort((a, b) => b - a);
  for (let at = 0; at < rows.length; ) {
    let count = 1;
    while (rows[at + count] === (rows[at] ?? 0) - count) count += 1;
    access.deleteRows(rows[at + count - 1] ?? FIRST_ROW, count);
    at += count;
  }
}

/** Rows that nobody wanted deleted and that went with the others, ready to be written again. */
function lostRows(
  tab: TabName,
  before: TabGrid,
  after: TabGrid,
  wanted: ReadonlySet<string>,
): readonly (readonly unknown[])[] {
  const lost = [...before.rowById].filter(([id]) => !wanted.has(id) && !after.rowById.has(id));
  const names = new Map([...before.columns].map(([name, column]) => [column, name]));
  return lost.map(([, row]) =>
    (before.rows[row] ?? []).map((cell, column) => {
      const name = names.get(column);
      return name === undefined ? encodeRaw(cell) : asWritten(tab, name, cell);
    }),
  );
}
