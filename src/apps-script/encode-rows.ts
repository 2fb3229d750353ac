// Rows and changes of the app as cells for the sheet.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { RowChange } from "../ports";
import { encodeCell, type RawCell, type Value } from "./cells";
import { columnOf, columnsOf, requireColumn, type TabGrid } from "./tab-grid";
import type { EncodedChange } from "./write-section";

type Cells = Readonly<Record<string, Value>>;

/** In the order of the headers as they stand; columns of the person's own stay empty. */
export function encodeRow(tab: TabName, grid: TabGrid, row: Cells): RawCell[] {
  const id = String(row[TABS[tab].idColumn] ?? "");
  const cells: RawCell[] = [];
  for (const [name, column] of columnsOf(tab)) {
    const at = requireColumn(grid, tab, name);
    cells[at] = encodeCell(column, row[name] ?? null, placeOf(tab, id, name));
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
