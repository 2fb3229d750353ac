// Rows and changes of the app as cells for the sheet.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { RowChange } from "../ports";
import { encodeCell, type RawCell, type Value } from "./cells";
import { columnAt, columnOf, columnsOf, type TabGrid } from "./tab-grid";
import type { EncodedChange } from "./write-section";

type Cells = Readonly<Record<string, Value>>;

/** In the order of the headers as they stand; columns of the person's own stay empty. */
export function encodeRow(tab: TabName, grid: TabGrid, row: Cells): RawCell[] {
  const id = String(row[TABS[tab].idColumn] ?? "");
  const cells: RawCell[] = [];
  for (const [name, column] of columnsOf(tab)) {
    const at = columnAt(grid, tab, name);
    if (at !== undefined) cells[at] = encodeCell(column, row[name] ?? null, placeOf(tab, id, name));
  }
  return Array.from(cells, (cell) => cell ?? "");
}

export function encodeChange<N extends TabName>(
  tab: N,
  change: RowChange<N>,
  seenOdd: Readonly<Record<string, string>> = {},
): EncodedChange {
  // The id is how the row was found. Written into a row that has moved, it would hide the one it hits.
  const named = Object.entries(change.cells as Cells).filter(
    ([name]) => name !== TABS[tab].idColumn,
  );
  const cells = named.map(([name, value]) => ({
    id: change.id,
    name,
    value,
    raw: encodeCell(columnOf(tab, name), value, placeOf(tab, change.id, name)),
  }));
  return { id: change.id, cells, seen: (change.seen ?? {}) as Cells, seenOdd };
}

function placeOf(tab: TabName, id: string, name: string): string {
  return `Tab ${tab}, row ${id}, column ${name}`;
}

/** A gap wider than this is better left: two rectangles then. */
const GAP_MAX = 3;

/**
 * With the machine's cells between two that are written, as the app has seen them: one rectangle is one call. A cell that
 * holds something else by now is left, like any other.
 */
export function joined<N extends TabName>(tab: N, change: RowChange<N>): RowChange<N> {
  const seen = (change.seen ?? {}) as Cells;
  const cells: Record<string, Value> = {};
  let gap: [string, Value][] | null = null;
  for (const [name, { writer }] of columnsOf(tab)) {
    const value = (change.cells as Cells)[name];
    const stands = seen[name];
    if (value !== undefined) {
      if (gap !== null && gap.length <= GAP_MAX) Object.assign(cells, Object.fromEntries(gap));
      cells[name] = value;
      gap = [];
    } else if (writer === "machine" && stands !== undefined) gap?.push([name, stands]);
    else gap = null;
  }
  return { ...change, cells: { ...change.cells, ...cells } };
}
