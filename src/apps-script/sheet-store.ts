// The Store on the bound spreadsheet. Where rows and columns stand is never remembered: a person
// may move one at any moment, also between two calls of one run.
import {
  isToldColumn,
  isToldTab,
  mayLack,
  type Row,
  TABS,
  type TabName,
} from "../../sheets-schema/index";
import type { ColumnOf, Store } from "../ports";
import { appendBlock } from "./append-block";
import { appendRows } from "./append-rows";
import type { Value } from "./cells";
import { encodeChange, joined } from "./encode-rows";
import { KnownTabs } from "./known-tab";
import { writeNotes } from "./notes";
import { findRows, pickRows, type Reading, readRows } from "./read-rows";
import { removeRows } from "./remove-rows";
import type { SelectedTabs } from "./selection";
import { accessTo, findSheet, readGrid, readTopLeft, requireSheet } from "./tab-access";
import { columnAt, columnsOf, FIRST_ROW, type TabGrid } from "./tab-grid";
import { flushed, writeCells } from "./write-section";

type OddCells = Map<string, Readonly<Record<string, string>>>;

/** For one execution: what a reading told as odd is known to a later update, and what it decoded to a later reading. */
export function makeSheetStore(selected: SelectedTabs): Store {
  const readings = new Map<TabName, Reading<TabName>>();
  const known = new KnownTabs();
  const unseen: (() => void)[] = [];
  const lookAtUnseen = () => {
    for (const look of unseen.splice(0)) look();
  };
  const remember = <N extends TabName>(tab: N, reading: Reading<N>) => {
    readings.set(tab, reading as Reading<TabName>);
    known.learn(tab, reading.grid);
  };
  return {
    ...plainStore,
    append<N extends TabName>(tab: N, rows: readonly Row<N>[]): void {
      if (rows.length > 0 && !isGone(tab)) known.learn(tab, appendRows(tab, rows, known.of(tab)));
    },
    appendBlock(tab, rows) {
      known.learn(tab, appendBlock(tab, rows, undefined, known.of(tab)));
    },
    remove(tab, ids) {
      known.learn(tab, null);
      return removeRows(tab, ids);
    },
    read<N extends TabName>(tab: N) {
      if (mayLack(tab) && findSheet(tab) === null) return [];
      const reading = readRows(tab, readings.get(tab) as Reading<N> | undefined);
      remember(tab, reading);
      return reading.rows;
    },
    pick<N extends TabName>(tab: N, choose: (ids: readonly string[]) => readonly number[]) {
      const grid = selected.get(tab) ?? readGrid(tab);
      selected.delete(tab);
      const reading = pickRows(tab, grid, choose);
      remember(tab, reading);
      return reading.rows.filter((row) => row !== undefined);
    },
    update(tab, changes, looks = "now") {
      if (changes.length === 0 || isGone(tab)) return { missing: [], spoiled: [] };
      const odd = oddCells(tab, readings.get(tab)?.rows ?? []);
      const encoded = changes.map((change) =>
        encodeChange(tab, joined(tab, change), odd.get(change.id)),
      );
      const access = accessTo(tab);
      const written = writeCells(tab, access, encoded, known.of(tab));
      if (looks === "later") {
        if (written.wrote) unseen.push(() => known.lookAt(tab, written));
        return { missing: [], spoiled: [] };
      }
      if (written.wrote || unseen.length > 0) flushed(access);
      const report = known.lookAt(tab, written);
      lookAtUnseen();
      return report;
    },
    flush() {
      SpreadsheetApp.flush();
      lookAtUnseen();
    },
    gone(tab) {
      if (mayLack(tab)) return findSheet(tab) === null ? [""] : [];
      const columns = readings.get(tab)?.grid.columns;
      if (columns === undefined) return null;
      const told = columnsOf(tab).filter(([name]) => isToldColumn(tab, name));
      return told.flatMap(([name]) => (columns.has(name) ? [] : [name]));
    },
  };
}

/** Nobody can be told there, and that is all. */
function isGone(tab: TabName): boolean {
  return isToldTab(tab) && findSheet(tab) === null;
}

type Plain = Pick<Store, "find" | "lastRow" | "stamp" | "annotate" | "fileId">;
const plainStore: Plain = {
  find: findRows,

  lastRow(tab: TabName): number {
    return findSheet(tab)?.getLastRow() ?? 0;
  },

  stamp<N extends TabName>(tab: N, id: string, column: ColumnOf<N>, atMs: number): void {
    if (isGone(tab)) return;
    const top = readTopLeft(tab);
    const grid = top?.rowById.has(id) && top.columns.has(column) ? top : readGrid(tab);
    findCell(tab, id, column, grid)?.setValue(new Date(atMs));
  },

  annotate(tab, notes) {
    if (notes.length > 0) writeNotes(tab, notes);
  },

  fileId(): string {
    return SpreadsheetApp.getActiveSpreadsheet().getId();
  },
};

/** By id; of two equal ids the upper row counts, as everywhere. */
function oddCells<N extends TabName>(tab: N, rows: Reading<N>["rows"]): OddCells {
  const found: OddCells = new Map();
  for (const row of rows) {
    if (row === undefined) continue;
    const { cells, odd } = row;
    const id = String((cells as Readonly<Record<string, Value>>)[TABS[tab].idColumn]);
    if (!found.has(id)) found.set(id, odd as Readonly<Record<string, string>>);
  }
  return found;
}

/** Null: the row is gone. */
function findCell(
  tab: TabName,
  id: string,
  column: string,
  grid: TabGrid,
): GoogleAppsScript.Spreadsheet.Range | null {
  const row = grid.rowById.get(id);
  const at = columnAt(grid, tab, column);
  return row === undefined || at === undefined
    ? null
    : requireSheet(tab).getRange(row + FIRST_ROW, at + 1);
}
