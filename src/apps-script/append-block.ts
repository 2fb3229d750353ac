// Many rows at the end of a tab in one write, looked at afterwards. Whoever calls holds the batch mutex, so only a person
// can move rows meanwhile.
import { type Row, TABS, type TabName } from "../../sheets-schema/index";
import { realigned, sameOrder } from "./append-rows";
import type { Block } from "./cell-blocks";
import type { Value } from "./cells";
import { asWritten } from "./displaced";
import { encodeRow } from "./encode-rows";
import { endsAsKnown, type Peeking, withRows } from "./known-tab";
import { accessTo, requireSheet } from "./tab-access";
import { FIRST_ROW, type TabGrid } from "./tab-grid";
import type { Part } from "./write-section";

/** One tab of a spreadsheet, as a block needs it. */
export interface BlockAccess extends Peeking {
  /** `part`: no more is asked for. */
  read(part?: Part): TabGrid;
  /** The tab has at least so many rows. */
  grow(rows: number): void;
  write(block: Block): void;
  append(cells: readonly unknown[]): void;
  flush(): void;
}

/** `known` and what comes of it: as with single rows. */
export function appendBlock<N extends TabName>(
  tab: N,
  rows: readonly Row<N>[],
  access: BlockAccess = blockAccessTo(tab),
  known?: TabGrid,
): TabGrid | null {
  if (rows.length === 0) return known ?? null;
  const fits = known !== undefined && endsAsKnown(known, access, rows.length);
  const before = fits ? known : access.read();
  const lines = rows.map((row) => encodeRow(tab, before, row as Cells));
  const first = before.rows.length + FIRST_ROW;
  if (!fits) access.grow(first + lines.length - 1);
  access.write({ row: first, column: 1, values: lines });
  access.flush();
  if (standsBelow(tab, before, rows, access)) return withRows(tab, before, lines);
  let after = access.read();
  if (!sameOrder(tab, before, after)) {
    for (const block of realigned(tab, rows, before, after)) access.write(block);
    access.flush();
    after = access.read();
  }
  const missing = rows.filter((row) => !after.rowById.has(idOf(tab, row)));
  const lost = [
    ...pushedUnder(tab, before, after),
    ...missing.map((row) => encodeRow(tab, after, row as Cells)),
  ];
  for (const cells of lost) access.append(cells);
  if (lost.length > 0) access.flush();
  return null;
}

type Cells = Readonly<Record<string, Value>>;

/** The headers and the ids tell it. So many cells more cost less than another call for the headers. */
const WHOLE_CELLS_MAX = 30_000;

/** Nearly always. */
function standsBelow<N extends TabName>(
  tab: N,
  before: TabGrid,
  rows: readonly Row<N>[],
  access: BlockAccess,
): boolean {
  const lastRow = before.rows.length + rows.length + FIRST_ROW - 1;
  const width = Math.max(...before.columns.values()) + 1;
  const idWidth = (before.columns.get(TABS[tab].idColumn) ?? 0) + 1;
  const whole = width * lastRow <= WHOLE_CELLS_MAX;
  const after = access.read({ columns: whole ? width : idWidth, rows: [FIRST_ROW, lastRow] });
  const headers = whole ? after : access.read({ columns: width, rows: [FIRST_ROW, FIRST_ROW] });
  if (!sameOrder(tab, before, headers)) return false;
  const stand = (id: string, at: number | undefined) => after.rowById.get(id) === at;
  return (
    [...before.rowById].every(([id, at]) => stand(id, at)) &&
    rows.every((row, at) => stand(idOf(tab, row), before.rows.length + at))
  );
}

/**
 * A row inserted above pushed the last ones down, and the block was written over them: they stand in memory. Whatever a
 * person has deleted in that very moment comes back with them.
 */
function pushedUnder(tab: TabName, before: TabGrid, after: TabGrid): readonly unknown[][] {
  const gone = [...before.rowById].filter(([id]) => !after.rowById.has(id));
  return gone.map(([, at]) => {
    const cells: unknown[] = [];
    for (const [name, column] of before.columns) {
      const place = after.columns.get(name);
      if (place !== undefined) cells[place] = asWritten(tab, name, before.rows[at]?.[column]);
    }
    return Array.from(cells, (cell) => cell ?? "");
  });
}

function idOf<N extends TabName>(tab: N, row: Row<N>): string {
  return String((row as Cells)[TABS[tab].idColumn] ?? "");
}

function blockAccessTo(tab: TabName): BlockAccess {
  return {
    ...accessTo(tab),
    grow(rows) {
      const sheet = requireSheet(tab);
      const standing = sheet.getMaxRows();
      if (rows > standing) sheet.insertRowsAfter(standing, rows - standing);
    },
    append: (cells) => void requireSheet(tab).appendRow([...cells]),
  };
}
