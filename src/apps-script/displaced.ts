// Other people's cells that a write has hit, because rows or columns had moved under it.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { CellWrite } from "./cell-blocks";
import { encodeRaw, type RawCell } from "./cells";
import { columnsOf, FIRST_ROW, idOf, rawAt, type TabGrid } from "./tab-grid";
import type { WantedCell } from "./write-section";

export interface Victim {
  /** Empty: a row without an id. */
  readonly id: string;
  readonly write: CellWrite;
  standsIn(grid: TabGrid): boolean;
}

interface Found {
  readonly victims: readonly Victim[];
  /** Rows that were not there before: what stood in them cannot be known. */
  readonly unknown: readonly string[];
}

/** `written` may stand anywhere: each in its column in another row, or in its row in another column. */
export function findVictims(
  tab: TabName,
  written: readonly WantedCell[],
  before: TabGrid,
  after: TabGrid,
): Found {
  const ids = [...after.rowById.keys()];
  const known = ids.filter((id) => before.rowById.has(id));
  const fresh = ids.filter((id) => !before.rowById.has(id));
  return {
    victims: [
      ...known.flatMap((id) => victimsInRow(tab, id, written, before, after)),
      ...victimsWithoutId(tab, written, before, after),
    ],
    unknown: fresh.filter((id) =>
      written.some(({ name, raw }) => raw !== "" && sameRaw(readBack(raw), rawAt(after, id, name))),
    ),
  };
}

/** Ids under which one of our values stands now. */
export function findLostIds(
  tab: TabName,
  wanted: readonly WantedCell[],
  writes: readonly CellWrite[],
  after: TabGrid,
): readonly CellWrite[] {
  const idAt = after.columns.get(TABS[tab].idColumn);
  return wanted.flatMap(({ id }, index) => {
    const write = writes[index];
    if (after.rowById.has(id) || write === undefined || write.column - 1 !== idAt) return [];
    const now = after.rows[write.row - FIRST_ROW]?.[idAt];
    return sameRaw(readBack(write.raw), now) ? [{ ...write, raw: encodeRaw(id) }] : [];
  });
}

function victimsInRow(
  tab: TabName,
  id: string,
  written: readonly WantedCell[],
  before: TabGrid,
  after: TabGrid,
): readonly Victim[] {
  const row = after.rowById.get(id) ?? 0;
  return [...after.columns].flatMap(([name, column]) => {
    if (!before.columns.has(name)) return [];
    if (written.some((cell) => cell.id === id && cell.name === name)) return [];
    const was = rawAt(before, id, name);
    const now = after.rows[row]?.[column];
    if (sameRaw(was, now) || !isOurs(written, id, name, now)) return [];
    return [
      victim(
        id,
        { row: row + FIRST_ROW, column: column + 1, raw: asWritten(tab, name, was) },
        (grid) => sameRaw(was, rawAt(grid, id, name)),
      ),
    ];
  });
}

/** Rows moved: the same column of another row. Columns moved: another column of the same row. */
export function isOurs(
  written: readonly WantedCell[],
  id: string,
  name: string,
  now: unknown,
): boolean {
  return written.some(
    (cell) => (cell.name === name || cell.id === id) && sameRaw(readBack(cell.raw), now),
  );
}

/** A row a person has just inserted takes the place, and the value, of the row that stood there. */
function victimsWithoutId(
  tab: TabName,
  written: readonly WantedCell[],
  before: TabGrid,
  after: TabGrid,
): readonly Victim[] {
  const names = new Set(written.map(({ name }) => name));
  return rowsWithoutId(tab, after).flatMap((row) => {
    const twin = rowsWithoutId(tab, before).find((old) => equalBut(names, before, old, after, row));
    return [...names].flatMap((name) => {
      const column = after.columns.get(name) ?? -1;
      const was = twin === undefined ? "" : before.rows[twin]?.[before.columns.get(name) ?? -1];
      const now = after.rows[row]?.[column];
      if (sameRaw(was, now) || !isOurs(written, "", name, now)) return [];
      const write = { row: row + FIRST_ROW, column: column + 1, raw: asWritten(tab, name, was) };
      return [victim("", write, () => true)];
    });
  });
}

function rowsWithoutId(tab: TabName, grid: TabGrid): readonly number[] {
  const idAt = grid.columns.get(TABS[tab].idColumn) ?? -1;
  return grid.rows.flatMap((row, index) => (idOf(row[idAt] ?? "") === "" ? [index] : []));
}

function equalBut(
  names: ReadonlySet<string>,
  before: TabGrid,
  old: number,
  after: TabGrid,
  row: number,
): boolean {
  return [...after.columns].every(
    ([name, column]) =>
      names.has(name) ||
      !before.columns.has(name) ||
      sameRaw(before.rows[old]?.[before.columns.get(name) ?? -1], after.rows[row]?.[column]),
  );
}

function victim(id: string, write: CellWrite, standsIn: Victim["standsIn"]): Victim {
  return { id, write, standsIn };
}

/** A dropdown's value carries no mark; every other text does. */
export function asWritten(tab: TabName, name: string, was: unknown): RawCell | boolean {
  const column = columnsOf(tab).find(([known]) => known === name)?.[1];
  return column?.kind === "choice" && typeof was === "string" ? was : encodeRaw(was);
}

/** What a cell gives back for what was written into it. */
export function readBack(raw: RawCell | boolean): RawCell | boolean {
  return typeof raw === "string" && raw.startsWith("'") ? raw.slice(1) : raw;
}

export function sameRaw(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) {
    return Math.abs(one.getTime() - other.getTime()) < 1000;
  }
  return one === other;
}
