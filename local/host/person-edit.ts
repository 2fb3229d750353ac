// A person types into a cell: read by the sheet's rules, refused by validation, then onEdit fires.
import { type CellValue, ScriptFailure } from "./contract.ts";
import { ServiceError } from "./errors.ts";
import { Execution } from "./execution.ts";
import { type Cell, cellValue } from "./grid/cell.ts";
import type { Grid } from "./grid/grid.ts";
import { columnLetters, type Rect } from "./grid/rect.ts";
import { writeValues } from "./grid/write.ts";
import type { Platform } from "./platform.ts";
import type { Runner } from "./runner.ts";
import { runTriggered } from "./triggered-run.ts";
import { gridNamed } from "./workbook.ts";

export interface PersonEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: string;
  readonly value: CellValue;
  readonly person: string;
}

export function editAsPerson(runner: Runner, edit: PersonEdit): void {
  const { platform } = runner;
  const { grid, col } = locate(platform, edit);
  const before = grid.cell(edit.row, col);
  const rect = { row: edit.row, col, rows: 1, cols: 1 };
  try {
    const manner = { now: platform.clock.now(), appends: false };
    writeValues(platform.world, grid, rect, [[asTyped(edit.value)]], manner);
  } catch (error) {
    if (error instanceof ServiceError) throw new ScriptFailure(error.message);
    throw error;
  } finally {
    platform.world.commit();
  }
  const fields = { ...changed("value", grid.cell(edit.row, col)), ...changed("oldValue", before) };
  fireEdit(runner, grid, { rect, person: edit.person }, fields);
}

/** Keys make text; the cell makes of it what it will. */
export function asTyped(value: CellValue): string {
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

export function gridToEdit(platform: Platform, sheet: string): Grid {
  const grid = gridNamed(platform.world, sheet);
  if (grid) return grid;
  const names = [...platform.world.grids.values()].map((one) => one.props.name).join(", ");
  throw new ScriptFailure(`There is no sheet ${JSON.stringify(sheet)}; there are: ${names}.`);
}

function locate(platform: Platform, edit: PersonEdit): { grid: Grid; col: number } {
  const grid = gridToEdit(platform, edit.sheet);
  if (!Number.isInteger(edit.row) || edit.row < 1 || edit.row > grid.props.maxRows) {
    throw new ScriptFailure(
      `${edit.sheet} row ${edit.row}: rows go from 1 to ${grid.props.maxRows}.`,
    );
  }
  return { grid, col: columnAt(grid, edit.column) };
}

/** By header, else by column letter; where no row is frozen the first row names nothing yet, and a letter comes first. */
export function columnAt(grid: Grid, column: string): number {
  const { name, maxCols, frozenRows } = grid.props;
  const cols = Array.from({ length: maxCols }, (_, index) => index + 1);
  const headers = cols.map((col) => String(cellValue(grid.cell(1, col))));
  const byHeader = headers.indexOf(column) + 1;
  const byLetter = cols.find((col) => columnLetters(col) === column) ?? 0;
  const found = frozenRows === 0 ? byLetter || byHeader : byHeader || byLetter;
  if (found > 0) return found;
  const named = headers.filter((header) => header !== "").join(", ");
  throw new ScriptFailure(`${name} has no column ${JSON.stringify(column)}; it has: ${named}.`);
}

/** Events carry text; an empty cell leaves the field out. */
function changed(field: "value" | "oldValue", cell: Cell): Record<string, string> {
  const value = cellValue(cell);
  if (value === "") return {};
  return { [field]: asTyped(value) };
}

export function fireEdit(
  runner: Runner,
  grid: Grid,
  edit: { readonly rect: Rect; readonly person: string },
  fields: Readonly<Record<string, string>>,
): void {
  const { platform } = runner;
  const { row, col, rows, cols } = edit.rect;
  const area = { sheetId: grid.props.id, row, col, rows, cols };
  const base = { kind: "edit", ...area, user: edit.person };
  if (runner.program.hasFunction("onEdit")) {
    const simple = new Execution(
      "onEdit",
      "simpleEdit",
      edit.person,
      edit.person,
      platform.clock.now(),
    );
    const event = { ...base, simple: true, fields };
    runner.run(simple, { path: "onEdit", event, args: [], wants: "value" });
  }
  for (const trigger of Object.values(platform.world.state.triggers)) {
    if (trigger.kind !== "onEdit" || trigger.stopped) continue;
    const execution = new Execution(
      trigger.handler,
      "installedEdit",
      edit.person,
      trigger.creator,
      platform.clock.now(),
    );
    execution.triggerId = trigger.id;
    execution.selection = { sheetId: grid.props.id, row, col };
    const event = { ...base, simple: false, fields: { ...fields, triggerUid: trigger.id } };
    runTriggered(runner, execution, event);
  }
}
