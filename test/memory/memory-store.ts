// The Store in memory, with the same manners as the one on a spreadsheet.
import { type Column, type Row, TABS, type Tab, type TabName } from "../../sheets-schema/index";
import {
  type Decoded,
  decodeCell,
  emptyOf,
  encodeCell,
  sameValue,
  type Value,
} from "../../src/apps-script/cells";
import type {
  CellNote,
  ColumnOf,
  EditedArea,
  RowChange,
  Store,
  StoredRow,
  UpdateReport,
} from "../../src/ports";

type Cells = Record<string, Decoded>;

export class MemoryStore implements Store {
  readonly #tabs = new Map<TabName, Cells[]>();
  readonly #notes = new Map<string, string>();
  /** Odd cells that were read: "tab id column" → content. */
  readonly #seenOdd = new Map<string, string>();
  readonly #fileId: string;
  /** Every call by name and tab, for budgets: "read Queue", "append Events" … */
  readonly calls: string[] = [];

  constructor(fileId = "memory-file") {
    this.#fileId = fileId;
  }

  read<N extends TabName>(tab: N): readonly StoredRow<N>[] {
    this.calls.push(`read ${tab}`);
    const rows = this.#rowsOf(tab).map((cells, index) => stored<N>(cells, index + 2));
    for (const { cells, odd } of rows) this.#remember(tab, cells, odd);
    return rows;
  }

  find<N extends TabName>(
    tab: N,
    column: ColumnOf<N>,
    startsWith: string,
  ): readonly StoredRow<N>[] {
    this.calls.push(`find ${tab}`);
    return this.#rowsOf(tab)
      .map((cells, index) => stored<N>(cells, index + 2))
      .filter(({ cells }) => String(cells[column] ?? "").startsWith(startsWith));
  }

  pick<N extends TabName>(
    tab: N,
    choose: (ids: readonly string[]) => readonly number[],
  ): readonly StoredRow<N>[] {
    this.calls.push(`pick ${tab}`);
    const rows = this.#rowsOf(tab).map((cells, index) => stored<N>(cells, index + 2));
    const idOf = ({ cells }: StoredRow<N>) =>
      String((cells as Readonly<Record<string, Value>>)[TABS[tab].idColumn] ?? "");
    const picked = choose(rows.map(idOf)).flatMap((at) => rows[at] ?? []);
    for (const { cells, odd } of picked) this.#remember(tab, cells, odd);
    return picked;
  }

  append<N extends TabName>(tab: N, rows: readonly Row<N>[]): void {
    const cells = rows.map((row) => this.#cellsOf(tab, row));
    for (const row of cells) {
      this.calls.push(`append ${tab}`);
      this.#rowsOf(tab).push(row);
    }
  }

  appendBlock<N extends TabName>(tab: N, rows: readonly Row<N>[]): void {
    const cells = rows.map((row) => this.#cellsOf(tab, row));
    if (cells.length === 0) return;
    this.calls.push(`append block ${tab}`);
    this.#rowsOf(tab).push(...cells);
  }

  update<N extends TabName>(tab: N, changes: readonly RowChange<N>[]): UpdateReport {
    this.calls.push(`update ${tab}`);
    for (const change of changes) this.#checkTexts(tab, change);
    const missing = changes.filter((change) => !this.#apply(tab, change)).map(({ id }) => id);
    return { missing, spoiled: [] };
  }

  lastRow(tab: TabName): number {
    this.calls.push(`lastRow ${tab}`);
    return this.#rowsOf(tab).length + 1;
  }

  stamp<N extends TabName>(tab: N, id: string, column: ColumnOf<N>, atMs: number): void {
    this.calls.push(`stamp ${tab}`);
    const row = this.#find(tab, id);
    if (row !== undefined) row[column] = { value: atMs, odd: null };
  }

  annotate<N extends TabName>(tab: N, notes: readonly CellNote<N>[]): void {
    if (notes.length > 0) this.calls.push(`annotate ${tab}`);
    for (const { id, column, note } of notes) {
      if (this.#find(tab, id) !== undefined) this.#notes.set(`${tab} ${id} ${column}`, note);
    }
  }

  /** Columns have no place here. */
  gone(): readonly string[] {
    return [];
  }

  flush(): void {
    this.calls.push("flush");
  }

  fileId(): string {
    return this.#fileId;
  }

  /** As if the row had stood there before; columns that are not given are empty. */
  put<N extends TabName>(tab: N, row: Partial<Row<N>>): void {
    this.#rowsOf(tab).push(this.#cellsOf(tab, { ...blankRow(tab), ...row }));
  }

  /** As a person types into a cell: numbers, dates and booleans are given as such. */
  edit<N extends TabName>(tab: N, id: string, column: ColumnOf<N>, typed: unknown): void {
    const row = this.#find(tab, id);
    if (row === undefined) throw new Error(`No row ${JSON.stringify(id)} in ${tab}.`);
    row[column] = decodeCell(columnOf(tab, column), typed);
  }

  /** Where a person has edited: anywhere in that tab. */
  area(tab: TabName): EditedArea {
    return { tab, firstRow: 2, lastRow: this.#rowsOf(tab).length + 1 };
  }

  /** One id: as a person deletes a row. */
  remove(tab: TabName, ids: string | readonly string[]): readonly string[] {
    if (typeof ids !== "string") this.calls.push(`remove ${tab}`);
    for (const id of typeof ids === "string" ? [ids] : ids) {
      const row = this.#find(tab, id);
      if (row !== undefined) this.#rowsOf(tab).splice(this.#rowsOf(tab).indexOf(row), 1);
    }
    return [];
  }

  /** As a person sorts the other way round. */
  reverse(tab: TabName): void {
    this.#rowsOf(tab).reverse();
  }

  /** The cells of every row; what a test looks at. */
  rows<N extends TabName>(tab: N): readonly Row<N>[] {
    return this.#rowsOf(tab).map((cells) => valuesOf<N>(cells));
  }

  row<N extends TabName>(tab: N, id: string): Row<N> | undefined {
    const row = this.#find(tab, id);
    return row && valuesOf<N>(row);
  }

  note<N extends TabName>(tab: N, id: string, column: ColumnOf<N>): string {
    return this.#notes.get(`${tab} ${id} ${column}`) ?? "";
  }

  #remember<N extends TabName>(tab: N, cells: Row<N>, odd: StoredRow<N>["odd"]): void {
    const id = (cells as Record<string, Value>)[TABS[tab].idColumn];
    for (const [name, shown] of Object.entries(odd)) {
      this.#seenOdd.set(`${tab} ${id} ${name}`, String(shown));
    }
  }

  #rowsOf(tab: TabName): Cells[] {
    const rows = this.#tabs.get(tab) ?? [];
    this.#tabs.set(tab, rows);
    return rows;
  }

  /** A person who copies a row makes a second one with the same id: the first is ours. */
  #find(tab: TabName, id: string): Cells | undefined {
    const column = TABS[tab].idColumn;
    return id === "" ? undefined : this.#rowsOf(tab).find((row) => row[column]?.value === id);
  }

  #cellsOf<N extends TabName>(tab: N, row: Row<N>): Cells {
    const given = row as Record<string, Value>;
    const id = given[TABS[tab].idColumn];
    const cells: Cells = {};
    for (const [name, column] of columnsOf(tab)) {
      const value = given[name] ?? emptyOf(column);
      encodeCell(column, value, `Tab ${tab}, row ${id}, column ${name}`);
      cells[name] = { value, odd: null };
    }
    return cells;
  }

  #checkTexts<N extends TabName>(tab: N, { id, cells }: RowChange<N>): void {
    for (const [name, value] of Object.entries(cells)) {
      encodeCell(columnOf(tab, name), value as Value, `Tab ${tab}, row ${id}, column ${name}`);
    }
  }

  /** False: the row is gone. */
  #apply<N extends TabName>(tab: N, { id, cells, seen }: RowChange<N>): boolean {
    const row = this.#find(tab, id);
    if (row === undefined) return false;
    const believed = (seen ?? {}) as Record<string, Value>;
    for (const [name, value] of Object.entries(cells)) {
      const column = columnOf(tab, name);
      const seenOdd = this.#seenOdd.get(`${tab} ${id} ${name}`) ?? null;
      if (name in believed && !holds(column, row[name], believed[name] ?? null, seenOdd)) continue;
      row[name] = { value: value as Value, odd: null };
    }
    return true;
  }
}

/** A row with every cell empty. */
export function blankRow<N extends TabName>(tab: N): Row<N> {
  const entries = columnsOf(tab).map(([name, column]) => [name, emptyOf(column)]);
  return Object.fromEntries(entries) as Row<N>;
}

/** Odd content that was read counts as empty; odd content typed since is a person's edit. */
function holds(
  column: Column,
  cell: Decoded | undefined,
  value: Value,
  seenOdd: string | null,
): boolean {
  if (cell === undefined || (cell.odd !== null && cell.odd !== seenOdd)) return false;
  return sameValue(column, cell.value, value);
}

function columnsOf(tab: TabName): [string, Column][] {
  return Object.entries((TABS[tab] as Tab).columns);
}

function columnOf(tab: TabName, name: string): Column {
  const column = (TABS[tab] as Tab).columns[name];
  if (column === undefined) throw new Error(`Tab ${tab} has no column ${name}.`);
  return column;
}

function valuesOf<N extends TabName>(cells: Cells): Row<N> {
  const entries = Object.entries(cells).map(([name, { value }]) => [name, value]);
  return Object.fromEntries(entries) as Row<N>;
}

function stored<N extends TabName>(cells: Cells, row: number): StoredRow<N> {
  const odd: Record<string, string> = {};
  for (const [name, cell] of Object.entries(cells)) if (cell.odd !== null) odd[name] = cell.odd;
  return { row, cells: valuesOf<N>(cells), odd: odd as StoredRow<N>["odd"] };
}
