// A verified write section: find, write, flush, read again, repair. Rows and columns may move under
// a running script, and nothing locks them; so what was written is looked at, and put right once.
import { TABS, type TabName } from "../../sheets-schema/index";
import type { UpdateReport } from "../ports";
import { type Block, blocksOf, type CellWrite } from "./cell-blocks";
import { type RawCell, sameValue, type Value } from "./cells";
import { findLostIds, findVictims, isOurs, sameRaw, type Victim } from "./displaced";
import { type Peeking, standAsKnown } from "./known-tab";
import {
  columnAt,
  columnOf,
  columnsOf,
  decodedAt,
  FIRST_ROW,
  rawAt,
  type TabGrid,
} from "./tab-grid";

/** The first columns of the headers and of these rows, as a sheet numbers them; rows above may come with them. */
export interface Part {
  readonly columns: number;
  /** Absent: all. */
  readonly rows?: readonly [first: number, last: number];
}

/** One tab of a spreadsheet, as a write section needs it. */
export interface TabAccess extends Peeking {
  /** `part`: no more is asked for. */
  read(part?: Part): TabGrid;
  write(block: Block): void;
  flush(): void;
  /** Two instants that a cell of this spreadsheet cannot tell apart: the repeated hour in autumn. */
  sameWallTime(one: number, other: number): boolean;
}

export interface WantedCell {
  readonly id: string;
  readonly name: string;
  readonly value: Value;
  readonly raw: RawCell;
}

/** One change with its cells made ready for the sheet. */
export interface EncodedChange {
  readonly id: string;
  readonly cells: readonly WantedCell[];
  readonly seen: Readonly<Record<string, Value>>;
  /** Odd contents the app has seen: they read as empty, and may be written over. */
  readonly seenOdd: Readonly<Record<string, string>>;
}

/** Found and written. Whoever has flushed looks at what became of it, and has it put right. */
export interface Written {
  /** False: nothing was to be written. */
  readonly wrote: boolean;
  look(): Looked;
}
interface Looked extends UpdateReport {
  /** The rows written as they stand now, where nothing has moved. */
  readonly stands: TabGrid | null;
}

/** `known`: the tab as this execution saw it last. */
export function writeCells(
  tab: TabName,
  access: TabAccess,
  changes: readonly EncodedChange[],
  known?: TabGrid,
): Written {
  const before = asKnown(access, changes, known) ?? readFor(tab, access, changes);
  const section = new Section(tab, access, before);
  const missing = changes.filter(({ id }) => !before.rowById.has(id)).map(({ id }) => id);
  const wanted = changes.flatMap((change) => section.choose(change));
  if (wanted.length === 0) {
    return { wrote: false, look: () => ({ missing, spoiled: [], stands: null }) };
  }
  const writes = section.write(wanted);
  return {
    wrote: true,
    look() {
      const { gone, spoiled, stands } = section.look(wanted, writes);
      return { missing: unique([...missing, ...gone]), spoiled: unique(spoiled), stands };
    },
  };
}

/** Null: some of it may have moved. */
function asKnown(
  access: TabAccess,
  changes: readonly EncodedChange[],
  known: TabGrid | undefined,
): TabGrid | null {
  const named = changes.every(({ cells }) => cells.every(({ name }) => known?.columns.has(name)));
  if (known === undefined || changes.length === 0 || !named) return null;
  const ids = changes.map(({ id }) => id);
  return standAsKnown(known, access, ids) ? known : null;
}

/** Up to the last column that is spoken of: rows that move take no other ones with them. */
function readFor(tab: TabName, access: TabAccess, changes: readonly EncodedChange[]): TabGrid {
  const names = new Set<string>([TABS[tab].idColumn]);
  for (const { cells } of changes) for (const { name } of cells) names.add(name);
  const order = columnsOf(tab).map(([name]) => name);
  const columns = Math.max(...[...names].map((name) => order.indexOf(name) + 1));
  const part = access.read({ columns });
  return [...names].every((name) => part.columns.has(name)) ? part : access.read();
}

export function writeSection(
  tab: TabName,
  access: TabAccess,
  changes: readonly EncodedChange[],
  known?: TabGrid,
): UpdateReport {
  const written = writeCells(tab, access, changes, known);
  if (written.wrote) flushed(access);
  const { missing, spoiled } = written.look();
  return { missing, spoiled };
}

/** A write that failed may have acted, and one that acted may be told as failed later. Only the next reading tells. */
export function flushed(access: Pick<TabAccess, "flush">): void {
  try {
    access.flush();
  } catch {
    // The reading throws by itself where the file is out of reach.
  }
}

interface Outcome {
  readonly gone: readonly string[];
  readonly spoiled: readonly string[];
  readonly stands: TabGrid | null;
}

class Section {
  constructor(
    private readonly tab: TabName,
    private readonly access: TabAccess,
    private readonly before: TabGrid,
  ) {}

  /** The cells of a change that no person has touched since they were read. */
  choose({ id, cells, seen, seenOdd }: EncodedChange): readonly WantedCell[] {
    if (!this.before.rowById.has(id)) return [];
    return cells.filter(({ name }) => {
      if (columnAt(this.before, this.tab, name) === undefined) return false;
      const believed = seen[name];
      if (believed === undefined) return true;
      const { value, odd } = decodedAt(this.before, this.tab, id, name);
      return odd === (seenOdd[name] ?? null) && this.same(name, value, believed);
    });
  }

  write(wanted: readonly WantedCell[]): readonly CellWrite[] {
    const writes = wanted.map((cell) => place(this.before, cell));
    try {
      this.putBlocks(writes);
    } catch {
      // As with a flush that fails: only the next reading tells.
    }
    return writes;
  }

  look(wanted: readonly WantedCell[], writes: readonly CellWrite[]): Outcome {
    const stands = this.standing(wanted, writes);
    if (stands !== null) return { gone: [], spoiled: [], stands };
    const after = this.mendIds(wanted, writes, this.access.read());
    const gone = wanted.filter(({ id }) => !after.rowById.has(id)).map(({ id }) => id);
    const homeless = wanted.filter(({ name }) => !after.columns.has(name)).map(({ id }) => id);
    const astray = this.findAstray(wanted, after);
    const calm = astray.length === 0 && !wanted.some((cell) => this.hasMoved(cell, after));
    const spoiled = calm ? [] : this.repair(wanted, astray, after);
    const lost = homeless.filter((id) => !gone.includes(id));
    return { gone, spoiled: [...lost, ...spoiled], stands: null };
  }

  /** Nearly always, and told by the rows that were written, up to the last column of it. */
  private standing(wanted: readonly WantedCell[], writes: readonly CellWrite[]): TabGrid | null {
    const idAt = this.before.columns.get(TABS[this.tab].idColumn) ?? 0;
    const rows = writes.map(({ row }) => row);
    const columns = Math.max(idAt + 1, ...writes.map(({ column }) => column));
    const after = this.access.read({ columns, rows: [Math.min(...rows), Math.max(...rows)] });
    const stands = wanted.every((cell) => {
      const { id, name, value } = cell;
      return !this.hasMoved(cell, after) && this.holds(after, id, name, value);
    });
    return stands ? after : null;
  }

  /** Then what was written there may have hit another cell, also where ours looks right. */
  private hasMoved({ id, name }: WantedCell, after: TabGrid): boolean {
    const row = after.rowById.get(id);
    return (
      row === undefined ||
      this.before.rowById.get(id) !== row + (after.above ?? 0) ||
      this.before.columns.get(name) !== after.columns.get(name)
    );
  }

  /** Ours that do not stand where they belong. A cell a person has filled since is theirs. */
  private findAstray(wanted: readonly WantedCell[], after: TabGrid): readonly WantedCell[] {
    const placed = wanted.filter(
      ({ id, name }) => after.rowById.has(id) && after.columns.has(name),
    );
    const wrong = placed.filter(({ id, name, value }) => !this.holds(after, id, name, value));
    return wrong.filter(({ id, name }) => {
      const now = rawAt(after, id, name);
      return sameRaw(now, rawAt(this.before, id, name)) || isOurs(wanted, id, name, now);
    });
  }

  /** Writes once more, and gives back to other cells what ours have pushed out. */
  private repair(
    wanted: readonly WantedCell[],
    astray: readonly WantedCell[],
    after: TabGrid,
  ): readonly string[] {
    const { victims, unknown } = findVictims(this.tab, wanted, this.before, after);
    if (astray.length === 0 && victims.length === 0) return unknown;
    this.put([...astray.map((cell) => place(after, cell)), ...victims.map(({ write }) => write)]);
    const last = this.access.read();
    const wrong = astray.filter(({ id, name, value }) => !this.holds(last, id, name, value));
    const lost = victims.filter((victim) => !victim.standsIn(last));
    return [...unknown, ...wrong.map(({ id }) => id), ...lost.flatMap(idsOf)];
  }

  /** Where columns moved, one of ours may stand in the id column: the row must get its name back. */
  private mendIds(
    wanted: readonly WantedCell[],
    writes: readonly CellWrite[],
    after: TabGrid,
  ): TabGrid {
    const lost = findLostIds(this.tab, wanted, writes, after);
    if (lost.length === 0) return after;
    this.put(lost);
    return this.access.read();
  }

  private put(writes: readonly CellWrite[]): void {
    this.putBlocks(writes);
    this.access.flush();
  }

  private putBlocks(writes: readonly CellWrite[]): void {
    for (const block of blocksOf(writes)) this.access.write(block);
  }

  private holds(grid: TabGrid, id: string, name: string, value: Value): boolean {
    const cell = decodedAt(grid, this.tab, id, name);
    return cell.odd === null && this.same(name, cell.value, value);
  }

  private same(name: string, one: Value, other: Value): boolean {
    const column = columnOf(this.tab, name);
    if (sameValue(column, one, other)) return true;
    const times = column.kind === "time" && one !== null && other !== null;
    return times && this.access.sameWallTime(Number(one), Number(other));
  }
}

/** Only for cells whose row and column are in the grid. */
function place(grid: TabGrid, { id, name, raw }: WantedCell): CellWrite {
  const row = grid.rowById.get(id);
  const column = grid.columns.get(name);
  if (row === undefined || column === undefined)
    throw new Error(`No cell ${name} of ${id} to write.`);
  return { row: row + FIRST_ROW, column: column + 1, raw };
}

function idsOf({ id }: Victim): readonly string[] {
  return id === "" ? [] : [id];
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
