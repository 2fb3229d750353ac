// A tab as read at one moment: columns by header, rows by id, wherever they stand.

import { type Column, isToldColumn, TABS, type Tab, type TabName } from "../../sheets-schema/index";
import { SheetProblem } from "../model/sheet-problem";
import { SHEET } from "../words/sheet";
import { type Decoded, decodeCell } from "./cells";

export interface TabGrid {
  /** Header → position from 0. Of two equal headers the left one counts. */
  readonly columns: ReadonlyMap<string, number>;
  /** rows[i] is sheet row i + 2. */
  readonly rows: readonly (readonly unknown[])[];
  /** Of a part: rows that were left out between the headers and the first. */
  readonly above?: number;
  /** Id → index into `rows`. Of two equal ids the upper row counts: the other one is a copy a person made. */
  readonly rowById: ReadonlyMap<string, number>;
}

export const FIRST_ROW = 2;

export function gridOf(tab: TabName, values: readonly (readonly unknown[])[]): TabGrid {
  const [headers = [], ...rows] = values;
  const columns = positions(headers.map((header) => String(header).trim()));
  const idAt = columns.get(TABS[tab].idColumn);
  const ids = idAt === undefined ? [] : rows.map((row) => idOf(row[idAt]));
  return { columns, rows, rowById: positions(ids) };
}

type NamedColumn = readonly [string, Column];

const listed = new Map<TabName, readonly NamedColumn[]>();

/** Listed once: each reading and each row written asks for them. */
export function columnsOf(tab: TabName): readonly NamedColumn[] {
  const known = listed.get(tab);
  if (known !== undefined) return known;
  const columns = Object.entries((TABS[tab] as Tab).columns);
  listed.set(tab, columns);
  return columns;
}

export function columnOf(tab: TabName, name: string): Column {
  const column = (TABS[tab] as Tab).columns[name];
  if (column === undefined) throw new Error(`The schema of tab ${tab} has no column ${name}.`);
  return column;
}

/** Where the column stands now. */
export function requireColumn(grid: TabGrid, tab: TabName, name: string): number {
  const at = grid.columns.get(name);
  if (at === undefined) throw new SheetProblem(SHEET.noColumn(tab, name));
  return at;
}

/** Undefined: its header is gone, and it was written for people alone. */
export function columnAt(grid: TabGrid, tab: TabName, name: string): number | undefined {
  return isToldColumn(tab, name) ? grid.columns.get(name) : requireColumn(grid, tab, name);
}

/** Undefined: no such row or no such column any more. */
export function rawAt(grid: TabGrid, id: string, name: string): unknown {
  const row = grid.rowById.get(id);
  const column = grid.columns.get(name);
  return row === undefined || column === undefined ? undefined : grid.rows[row]?.[column];
}

export function idOf(raw: unknown): string {
  if (typeof raw === "string") return raw;
  return String(decodeCell(ID_COLUMN, raw).value);
}

export function decodedAt(grid: TabGrid, tab: TabName, id: string, name: string): Decoded {
  return decodeCell(columnOf(tab, name), rawAt(grid, id, name));
}

const ID_COLUMN: Column = {
  kind: "text",
  writer: "machine",
  widthPx: 0,
  note: { en: "", zh: "" },
};

function positions(names: readonly string[]): Map<string, number> {
  const found = new Map<string, number>();
  names.forEach((name, index) => {
    if (name !== "" && !found.has(name)) found.set(name, index);
  });
  return found;
}

/** 0 is A, 26 is AA. */
export function lettersOf(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : lettersOf(Math.floor(index / 26) - 1) + last;
}
