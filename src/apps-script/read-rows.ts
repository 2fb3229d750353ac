// Rows of a tab as the app sees them: all of it, or the few that are looked for.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { ColumnOf, StoredRow } from "../ports";
import { decodeCell, emptyOf, type Value } from "./cells";
import { readGrid, requireSheet } from "./tab-access";
import {
  columnAt,
  columnOf,
  columnsOf,
  FIRST_ROW,
  gridOf,
  idOf,
  lettersOf,
  requireColumn,
  type TabGrid,
} from "./tab-grid";

/** A tab as read before in this execution: a row that is the same is not decoded twice. */
export interface Reading<N extends TabName> {
  readonly grid: TabGrid;
  /** By their place in the grid; those that nobody asked for are not there. */
  readonly rows: readonly (StoredRow<N> | undefined)[];
}
interface WholeReading<N extends TabName> extends Reading<N> {
  readonly rows: readonly StoredRow<N>[];
}

export function readRows<N extends TabName>(tab: N, before?: Reading<N>): WholeReading<N> {
  const grid = readGrid(tab);
  const decode = decoder(tab, grid, (index) => index + FIRST_ROW);
  const known = before !== undefined && sameColumns(before.grid, grid) ? before : undefined;
  const rows = grid.rows.map((raw, index) => {
    const old = known?.rows[index];
    return old !== undefined && sameRow(known?.grid.rows[index], raw) ? old : decode(raw, index);
  });
  return { grid, rows };
}

/** Only what `choose` names is decoded: of ten thousand rows a person has touched one. */
export function pickRows<N extends TabName>(
  tab: N,
  grid: TabGrid,
  choose: (ids: readonly string[]) => readonly number[],
): Reading<N> {
  const idAt = requireColumn(grid, tab, TABS[tab].idColumn);
  const decode = decoder(tab, grid, (index) => index + FIRST_ROW);
  const rows: (StoredRow<N> | undefined)[] = [];
  for (const index of choose(grid.rows.map((raw) => idOf(raw[idAt])))) {
    const raw = grid.rows[index];
    if (raw !== undefined) rows[index] = decode(raw, index);
  }
  return { grid, rows };
}

function sameColumns(one: TabGrid, other: TabGrid): boolean {
  return [...one.columns].join() === [...other.columns].join();
}

function sameRow(one: readonly unknown[] | undefined, other: readonly unknown[]): boolean {
  return one?.length === other.length && other.every((cell, at) => sameCell(one[at], cell));
}

function sameCell(one: unknown, other: unknown): boolean {
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  return one === other;
}

/**
 * The headers, one column and the rows found: a person waits for it, and a queue may be long. Text search of the
 * platform is not used, because nobody has written down whether it sees rows that a filter hides.
 */
export function findRows<N extends TabName>(
  tab: N,
  column: ColumnOf<N>,
  startsWith: string,
): readonly StoredRow<N>[] {
  const sheet = requireSheet(tab);
  const headers = gridOf(tab, sheet.getRange("1:1").getValues());
  const letters = lettersOf(requireColumn(headers, tab, column));
  const cells = sheet.getRange(`${letters}:${letters}`).getValues().slice(1);
  const starts = (raw: unknown) =>
    String(decodeCell(columnOf(tab, column), raw).value ?? "").startsWith(startsWith);
  const numbers = cells.flatMap(([raw], index) => (starts(raw) ? [index + FIRST_ROW] : []));
  const rows = numbers.map((row) => sheet.getRange(`${row}:${row}`).getValues()[0] ?? []);
  const at = requireColumn(headers, tab, column);
  // Rows moved between the two readings: then nothing but reading all of them at once is sure.
  if (!rows.every((row) => starts(row[at]))) {
    return readRows(tab).rows.filter(({ cells: found }) =>
      String(found[column]).startsWith(startsWith),
    );
  }
  return rows.map(decoder(tab, headers, (index) => numbers[index] ?? 0));
}

const NOTHING_ODD: Readonly<Record<string, string>> = {};

function decoder<N extends TabName>(
  tab: N,
  grid: TabGrid,
  rowNumber: (index: number) => number,
): (raw: readonly unknown[], index: number) => StoredRow<N> {
  const columns = columnsOf(tab).map(
    ([name, column]) => [name, column, columnAt(grid, tab, name)] as const,
  );
  return (raw, index) => {
    const cells: Record<string, Value> = {};
    let odd = NOTHING_ODD;
    for (const [name, column, at] of columns) {
      const cell = at === undefined ? "" : raw[at];
      // Most cells of a long tab are texts, and what is made for each of them has to be cleared away again.
      if (column.kind === "text" && typeof cell === "string") cells[name] = cell;
      else if (cell === "") cells[name] = emptyOf(column);
      else {
        const decoded = decodeCell(column, cell);
        cells[name] = decoded.value;
        if (decoded.odd !== null) odd = { ...odd, [name]: decoded.odd };
      }
    }
    return { row: rowNumber(index), cells, odd } as StoredRow<N>;
  };
}
