// Rows at the end of a tab, one call each. How the columns stand is looked at before and after them: a column that a person
// inserts or moves in that very moment must not leave a row beside its headers.
import { isToldTab, type Row, TABS, type TabName } from "../../sheets-schema/index";
import type { Block } from "./cell-blocks";
import type { Value } from "./cells";
import { encodeRow } from "./encode-rows";
import { withRows } from "./known-tab";
import { readGrid, requireSheet } from "./tab-access";
import { columnsOf, FIRST_ROW, gridOf, type TabGrid } from "./tab-grid";

type Cells = Readonly<Record<string, Value>>;

/**
 * `known`: the tab as this execution saw it last; of one that is not read, its own order is believed first. The tab as known
 * with these rows; null: something has moved.
 */
export function appendRows<N extends TabName>(
  tab: N,
  rows: readonly Row<N>[],
  known?: TabGrid,
): TabGrid | null {
  const sheet = requireSheet(tab);
  // One row read as a whole: asking for the last column first would be a second call.
  const headers = () => gridOf(tab, sheet.getRange("1:1").getValues());
  const before = known ?? (isToldTab(tab) ? ownOrder(tab) : headers());
  const lines = rows.map((row) => encodeRow(tab, before, row as Cells));
  for (const line of lines) sheet.appendRow(line);
  if (sameOrder(tab, before, headers())) return withRows(tab, before, lines);
  for (const { row, values } of realigned(tab, rows, before, readGrid(tab))) {
    sheet.getRange(row, 1, 1, values[0]?.length ?? 1).setValues(values.map((line) => [...line]));
  }
  SpreadsheetApp.flush();
  return null;
}

/** As Set up makes it. */
const ownOrder = (tab: TabName) => gridOf(tab, [columnsOf(tab).map(([name]) => name)]);

export function sameOrder(tab: TabName, one: TabGrid, other: TabGrid): boolean {
  return columnsOf(tab).every(([name]) => one.columns.get(name) === other.columns.get(name));
}

/** Each of ours once more, in the columns as they stand; it is found by its id, where that was put or has moved to. */
export function realigned<N extends TabName>(
  tab: N,
  rows: readonly Row<N>[],
  believed: TabGrid,
  now: TabGrid,
): readonly Block[] {
  const { idColumn } = TABS[tab];
  const places = [believed, now].map((grid) => grid.columns.get(idColumn) ?? -1);
  const width = Math.max(...believed.columns.values(), ...now.columns.values()) + 1;
  return rows.flatMap((row) => {
    const id = String((row as Cells)[idColumn]);
    const at = now.rows.findIndex((cells) => places.some((place) => String(cells[place]) === id));
    if (at < 0) return [];
    const cells = encodeRow(tab, now, row as Cells);
    const line = Array.from({ length: width }, (_, index) => cells[index] ?? "");
    return [{ row: at + FIRST_ROW, column: 1, values: [line] }];
  });
}
