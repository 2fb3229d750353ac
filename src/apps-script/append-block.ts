// Many rows at the end of a tab in one write, looked at afterwards. Whoever calls holds the batch mutex, so only a person
// can move rows meanwhile.
import { type Row, TABS, type TabName } from "../../sheets-schema/index";
import { encodeRaw, type Value } from "./cells";
import { encodeRow } from "./encode-rows";
import { readGrid, requireSheet } from "./tab-access";
import { FIRST_ROW, type TabGrid } from "./tab-grid";

export function appendBlock<N extends TabName>(tab: N, rows: readonly Row<N>[]): void {
  if (rows.length === 0) return;
  const before = readGrid(tab);
  writeBelow(tab, before, rows);
  SpreadsheetApp.flush();
  const after = readGrid(tab);
  const missing = rows.filter((row) => !after.rowById.has(idOf(tab, row)));
  const lost = [
    ...pushedUnder(before, after),
    ...missing.map((row) => encodeRow(tab, after, row as Cells)),
  ];
  for (const line of lost) requireSheet(tab).appendRow([...line]);
  if (lost.length > 0) SpreadsheetApp.flush();
}

type Cells = Readonly<Record<string, Value>>;

function writeBelow<N extends TabName>(tab: N, before: TabGrid, rows: readonly Row<N>[]): void {
  const sheet = requireSheet(tab);
  const lines = rows.map((row) => encodeRow(tab, before, row as Cells));
  const width = Math.max(...lines.map((line) => line.length));
  const first = before.rows.length + FIRST_ROW;
  const rowsMax = sheet.getMaxRows();
  const lacking = first + lines.length - 1 - rowsMax;
  if (lacking > 0) sheet.insertRowsAfter(rowsMax, lacking);
  sheet.getRange(first, 1, lines.length, width).setValues(lines);
}

/** A row inserted above pushed the last ones down, and the block was written over them: they stand in memory. */
function pushedUnder(before: TabGrid, after: TabGrid) {
  const gone = [...before.rowById].filter(([id]) => !after.rowById.has(id));
  return gone.map(([, at]) => (before.rows[at] ?? []).map(encodeRaw));
}

function idOf<N extends TabName>(tab: N, row: Row<N>): string {
  return String((row as Cells)[TABS[tab].idColumn] ?? "");
}
