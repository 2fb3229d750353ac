// Cells to write, joined into as few rectangles as possible. A rectangle never holds another cell.
import type { RawCell } from "./cells";

export interface CellWrite {
  /** As the sheet numbers them, from 1. */
  readonly row: number;
  readonly column: number;
  readonly raw: RawCell | boolean;
}

export interface Block {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly (RawCell | boolean)[])[];
}

interface Run {
  readonly row: number;
  readonly column: number;
  readonly values: (RawCell | boolean)[];
}

export function blocksOf(cells: readonly CellWrite[]): readonly Block[] {
  const sorted = [...cells].sort((one, other) => one.row - other.row || one.column - other.column);
  const blocks: { row: number; column: number; values: (RawCell | boolean)[][] }[] = [];
  for (const run of runsOf(sorted)) {
    const above = blocks.find(
      ({ row, column, values }) =>
        row + values.length === run.row &&
        column === run.column &&
        values[0]?.length === run.values.length,
    );
    if (above === undefined) blocks.push({ ...run, values: [run.values] });
    else above.values.push(run.values);
  }
  return blocks;
}

/** Neighbouring cells of one row. */
function runsOf(sorted: readonly CellWrite[]): readonly Run[] {
  const runs: Run[] = [];
  for (const { row, column, raw } of sorted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row === row && last.column + last.values.length === column) {
      last.values.push(raw);
    } else {
      runs.push({ row, column, values: [raw] });
    }
  }
  return runs;
}
