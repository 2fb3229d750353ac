// Spreadsheet files beside the bound one, in the same account: their sheets lie with the others, their order tells whose
// they are.
import { ServiceError } from "./errors.ts";
import { newIds } from "./new-world.ts";
import { addGrid } from "./workbook.ts";
import type { World } from "./world.ts";

/** As a new file of Google's: one empty sheet. */
export function newFile(world: World, name: string): string {
  const { id } = newIds(world.random);
  world.apply(["set", ["files", id], { name, order: [] }]);
  sheetInFile(world, id, "Sheet1");
  return id;
}

export function sheetInFile(world: World, fileId: string, name: string): number {
  const { order = [], name: fileName = "" } = world.state.files?.[fileId] ?? {};
  const taken = order.some((id) => world.grids.get(id)?.props.name === name);
  if (taken) {
    throw new ServiceError(
      `A sheet with the name "${name}" already exists. Please enter another name.`,
    );
  }
  const id = addGrid(world, name);
  world.apply(["set", ["files", fileId], { name: fileName, order: [...order, id] }]);
  return id;
}

/** Of all sheets those of other files. */
export function sheetsElsewhere(world: Pick<World, "state">): readonly number[] {
  return Object.values(world.state.files ?? {}).flatMap(({ order }) => order);
}
