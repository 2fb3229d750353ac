// Finds sheets and makes changes to them. The only place that knows how a change reaches the world.
import { ServiceError } from "./errors.ts";
import { WORKBOOK_CELLS_MAX } from "./grid/cell.ts";
import type { Grid, GridChange } from "./grid/grid.ts";
import type { SheetProps } from "./grid/sheet-props.ts";
import type { World } from "./world.ts";

export function gridOf(world: World, sheetId: number): Grid {
  const grid = world.grids.get(sheetId);
  if (grid) return grid;
  throw new ServiceError(`Sheet ${sheetId} not found`);
}

export function gridNamed(world: World, name: string): Grid | null {
  return gridsInOrder(world).find(({ props }) => props.name === name) ?? null;
}

export function gridsInOrder(world: World): Grid[] {
  return world.state.workbook.order.map((id) => gridOf(world, id));
}

export function changeGrid(world: World, grid: Grid, change: GridChange): void {
  world.apply(["grid", grid.props.id, change]);
}

export function setProp<Key extends keyof SheetProps>(
  world: World,
  grid: Grid,
  key: Key,
  value: SheetProps[Key],
): void {
  changeGrid(world, grid, ["prop", key, value]);
}

/** Puts `count` rows or columns in before line `at`. */
export function insertLines(
  world: World,
  grid: Grid,
  axis: "rows" | "cols",
  at: number,
  count: number,
): void {
  const { maxRows, maxCols } = grid.props;
  const added = count * (axis === "rows" ? maxCols : maxRows);
  const total = [...world.grids.values()].reduce(
    (sum, { props }) => sum + props.maxRows * props.maxCols,
    0,
  );
  if (total + added > WORKBOOK_CELLS_MAX) {
    throw new ServiceError(
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    );
  }
  changeGrid(world, grid, [axis, at, count]);
}

export function addSheet(world: World, name: string, index: number): Grid {
  if (name === "") throw new ServiceError("A sheet name may not be empty.");
  refuseTakenName(world, name, null);
  const id = addGrid(world, name);
  const order = [...world.state.workbook.order];
  order.splice(index, 0, id);
  world.apply(["set", ["workbook", "order"], order]);
  return gridOf(world, id);
}

/** Its sheet stands in no file yet. */
export function addGrid(world: World, name: string): number {
  const id = world.state.workbook.order.length === 0 ? 0 : newSheetId(world);
  world.apply(["addSheet", id, name]);
  return id;
}

export function removeSheet(world: World, grid: Grid): void {
  const order = world.state.workbook.order.filter((id) => id !== grid.props.id);
  if (order.length === 0) {
    throw new ServiceError("You can't remove all the sheets in a document.");
  }
  world.apply(["set", ["workbook", "order"], order]);
  world.apply(["removeSheet", grid.props.id]);
}

export function refuseTakenName(world: World, name: string, except: Grid | null): void {
  for (const grid of gridsInOrder(world)) {
    if (grid === except || grid.props.name.toLowerCase() !== name.toLowerCase()) continue;
    throw new ServiceError(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  }
}

/** Any number will do as long as it is stable and new; Google's look random too. */
function newSheetId(world: World): number {
  return (world.nextSerial() * 2_654_435_761) % 2_147_483_647;
}
