// What a person does to a sheet besides typing into one cell: pastes, inserts, deletes, sorts, renames, adds a tab. Structure fires no onEdit.
import { type CellValue, type PersonAct, ScriptFailure } from "./contract.ts";
import { ServiceError } from "./errors.ts";
import { Execution } from "./execution.ts";
import type { Grid } from "./grid/grid.ts";
import type { Rect } from "./grid/rect.ts";
import { writeValues } from "./grid/write.ts";
import { ops } from "./ops/all.ts";
import { asTyped, columnAt, fireEdit, gridToEdit } from "./person-edit.ts";
import type { Runner } from "./runner.ts";
import { addSheet, changeGrid, insertLines } from "./workbook.ts";
import type { World } from "./world.ts";

export function actAsPerson(runner: Runner, act: PersonAct, person: string): void {
  const { world } = runner.platform;
  const grid = gridToEdit(runner.platform, act.sheet);
  try {
    if (act.kind === "paste") paste(runner, grid, act);
    else if (act.kind === "clear") clear(runner, grid, act);
    else change(runner, grid, act, person);
  } catch (error) {
    if (error instanceof ServiceError) throw new ScriptFailure(error.message);
    throw error;
  } finally {
    world.commit();
  }
  if (act.kind === "clear") fireEdit(runner, grid, { rect: clearedBy(grid, act), person }, {});
  if (act.kind !== "paste") return;
  const rect = areaOf(grid, act);
  // Of several cells the event tells no values.
  const one = rect.rows * rect.cols === 1 ? { value: asTyped(act.values[0]?.[0] ?? "") } : {};
  fireEdit(runner, grid, { rect, person }, one);
}

type Paste = Extract<PersonAct, { readonly kind: "paste" }>;
type Clear = Extract<PersonAct, { readonly kind: "clear" }>;

function clearedBy(grid: Grid, { row, column, count = 1 }: Clear): Rect {
  if (column !== undefined) return { row, col: columnAt(grid, column), rows: count, cols: 1 };
  return { row, col: 1, rows: count, cols: grid.props.maxCols };
}

/** What stands there goes; looks and dropdowns stay. */
function clear({ platform }: Runner, grid: Grid, act: Clear): void {
  const { row, col, rows, cols } = clearedBy(grid, act);
  const blank = Array.from({ length: rows }, () => Array.from({ length: cols }, () => null));
  changeGrid(platform.world, grid, ["cells", row, col, blank]);
}

/** Values alone: a dropdown stays, and takes what typing would be refused. */
function paste({ platform }: Runner, grid: Grid, act: Paste): void {
  const { world, clock } = platform;
  const rect = areaOf(grid, act);
  makeRoom(world, grid, rect);
  const values = act.values.map((line) =>
    Array.from({ length: rect.cols }, (_, right) => asTyped(line[right] ?? "")),
  );
  writeValues(world, grid, rect, values, { now: clock.now(), appends: false, pastes: true });
}

/** What is pasted beyond the last row or column gets rows and columns of its own. */
function makeRoom(world: World, grid: Grid, rect: Rect): void {
  const { maxRows, maxCols } = grid.props;
  const rows = rect.row + rect.rows - 1 - maxRows;
  const cols = rect.col + rect.cols - 1 - maxCols;
  if (rows > 0) insertLines(world, grid, "rows", maxRows + 1, rows);
  if (cols > 0) insertLines(world, grid, "cols", maxCols + 1, cols);
}

function areaOf(grid: Grid, { row, column, values }: Paste): Rect {
  const cols = Math.max(...values.map((line: readonly CellValue[]) => line.length));
  return { row, col: columnAt(grid, column), rows: values.length, cols };
}

function change(
  { platform }: Runner,
  grid: Grid,
  act: Exclude<PersonAct, Paste | Clear>,
  person: string,
): void {
  const execution = new Execution(act.kind, "menu", person, person, platform.clock.now());
  const { id, maxRows, maxCols } = grid.props;
  const call = (name: string, ...args: readonly unknown[]) =>
    ops[name]?.run({ platform, execution, cells: 0 }, id, ...args);
  switch (act.kind) {
    case "insertRows":
      return void call("Sheet.insertRows", act.row, act.count ?? 1);
    case "deleteRows":
      return void call("Sheet.deleteRows", act.row, act.count ?? 1);
    case "insertColumn":
      return void call("Sheet.insertColumns", columnAt(grid, act.column), 1);
    case "deleteColumn":
      return void call("Sheet.deleteColumns", columnAt(grid, act.column), 1);
    case "sort": {
      const below = { row: 2, col: 1, rows: maxRows - 1, cols: maxCols };
      const key = { column: columnAt(grid, act.column), ascending: act.ascending ?? true };
      return void call("Range.sort", below, [key]);
    }
    case "renameSheet":
      return void call("Sheet.setName", act.to);
    case "insertSheet": {
      const { world } = platform;
      return void addSheet(world, act.to, world.state.workbook.order.indexOf(id) + 1);
    }
    case "deleteSheet":
      return void call("Spreadsheet.deleteSheet");
    case "fold": {
      const rect = { row: act.row, col: 1, rows: 1, cols: 1 };
      return void call(act.collapsed ? "Group.collapse" : "Group.expand", rect);
    }
    case "unfilter":
      return void call("Filter.remove");
  }
}
