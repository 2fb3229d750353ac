// Rows moved as a whole, with what belongs to them: cells, looks, folding and hiding.
import { ServiceError } from "../errors.ts";
import type { Grid } from "../grid/grid.ts";
import { acts, type Call, type OpTable } from "../op.ts";
import { changeGrid, gridOf, setProp } from "../workbook.ts";

/** `before`: the line they come to stand before, counted as the rows stand now. */
const moveRows = acts((call: Call, sheetId: number, at: number, count: number, before: number) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const { maxRows, maxCols, hiddenRows, collapsedRows, rowDepths } = grid.props;
  if (before < 1 || before > maxRows + 1) throw new ServiceError("Those rows are out of bounds.");
  if (before >= at && before <= at + count) return;
  const order = orderAfter(grid, at, count, before);
  const placeOf = new Map(order.map((old, index) => [old, index + 1]));
  const moved = (row: number) => placeOf.get(row) ?? row;
  changeGrid(world, grid, ["order", 1, 1, maxCols, order.map((row) => row - 1)]);
  setProp(world, grid, "hiddenRows", hiddenRows.map(moved));
  setProp(world, grid, "collapsedRows", collapsedRows.map(moved));
  const depths = Object.entries(rowDepths).map(([row, depth]) => [moved(Number(row)), depth]);
  setProp(world, grid, "rowDepths", Object.fromEntries(depths));
});

/** The rows' old numbers in their new order, as far down as anything moves. */
function orderAfter({ props }: Grid, at: number, count: number, before: number): number[] {
  const last = Math.min(props.maxRows, Math.max(at + count - 1, before - 1));
  const rows = Array.from({ length: last }, (_, index) => index + 1);
  const taken = rows.splice(at - 1, count);
  rows.splice((before > at ? before - count : before) - 1, 0, ...taken);
  return rows;
}

export const moveOps: OpTable = { "Sheet.moveRows": moveRows };
