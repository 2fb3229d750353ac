// A tab as this execution last saw it, with what it has written since. Where the rows at hand still look so, neither they nor
// their columns have moved, and the rest need not be read once more.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { UpdateReport } from "../ports";
import type { RawCell } from "./cells";
import { readBack, sameRaw } from "./displaced";
import { FIRST_ROW, idOf, type TabGrid } from "./tab-grid";
import type { Written } from "./write-section";

export interface Peeking {
  /** These rows as the sheet numbers them, no headers. Null: there are not so many. */
  peek(firstRow: number, lastRow: number, columns: number): readonly (readonly unknown[])[] | null;
}

/** So many cells cost what a call costs. */
const CELLS_MAX = 30_000;

/** Every tab that this execution has seen whole. */
export class KnownTabs {
  readonly #grids = new Map<TabName, TabGrid>();

  of(tab: TabName): TabGrid | undefined {
    return this.#grids.get(tab);
  }

  /** Null: something has moved, and it is known no more. */
  learn(tab: TabName, grid: TabGrid | null): void {
    if (grid === null) this.#grids.delete(tab);
    else this.#grids.set(tab, grid);
  }

  lookAt(tab: TabName, written: Written): UpdateReport {
    const { missing, spoiled, stands } = written.look();
    const was = this.of(tab);
    const moved = was === undefined || stands === null;
    if (written.wrote) this.learn(tab, moved ? null : withPart(tab, was, stands));
    return { missing, spoiled };
  }
}

/** All of them there, each as it was, up to the last column. */
export function standAsKnown(known: TabGrid, access: Peeking, ids: readonly string[]): boolean {
  const places = ids.map((id) => known.rowById.get(id) ?? -1);
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const columns = widthOf(known);
  if (first < 0 || (last - first + 1) * columns > CELLS_MAX) return false;
  const now = access.peek(first + FIRST_ROW, last + FIRST_ROW, columns);
  return now?.every((cells, at) => sameRow(known.rows[first + at], cells)) ?? false;
}

/** The last row as it was, and `free` empty ones below it. */
export function endsAsKnown(known: TabGrid, access: Peeking, free: number): boolean {
  const last = known.rows.length - 1;
  const columns = widthOf(known);
  if (last < 0 || (free + 1) * columns > CELLS_MAX) return false;
  const now = access.peek(last + FIRST_ROW, last + FIRST_ROW + free, columns);
  return now?.every((cells, at) => sameRow(at === 0 ? known.rows[last] : [], cells)) ?? false;
}

/** With a part of it as it stands now. Null: something has moved. */
function withPart(tab: TabName, known: TabGrid, part: TabGrid): TabGrid | null {
  const idAt = known.columns.get(TABS[tab].idColumn) ?? 0;
  for (const [name, at] of part.columns) if (known.columns.get(name) !== at) return null;
  const rows = [...known.rows];
  for (const [at, cells] of part.rows.entries()) {
    const index = at + (part.above ?? 0);
    const was = rows[index];
    if (was === undefined || idOf(was[idAt]) !== idOf(cells[idAt])) return null;
    rows[index] = [...cells, ...was.slice(cells.length)];
  }
  return { ...known, rows };
}

/** With rows that were put at its end. */
export function withRows(
  tab: TabName,
  known: TabGrid,
  lines: readonly (readonly RawCell[])[],
): TabGrid {
  const idAt = known.columns.get(TABS[tab].idColumn) ?? 0;
  const fresh = lines.map((cells) => cells.map(readBack));
  const rowById = new Map(known.rowById);
  for (const [at, cells] of fresh.entries()) {
    const id = idOf(cells[idAt]);
    if (!rowById.has(id)) rowById.set(id, known.rows.length + at);
  }
  return { ...known, rows: [...known.rows, ...fresh], rowById };
}

function widthOf({ columns }: TabGrid): number {
  return Math.max(0, ...columns.values()) + 1;
}

function sameRow(was: readonly unknown[] = [], cells: readonly unknown[]): boolean {
  return cells.every((cell, at) => sameRaw(cell, was[at] ?? ""));
}
