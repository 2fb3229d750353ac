// Writes blocks of values into a grid: coerced, checked against validation, then changed as one block.
import { ServiceError } from "../errors.ts";
import { changeGrid } from "../workbook.ts";
import type { World } from "../world.ts";
import {
  CELL_CHARACTERS_MAX,
  type Cell,
  cellValue,
  GENERAL_FORMAT,
  type WireValue,
} from "./cell.ts";
import { coerce } from "./coerce.ts";
import type { Grid } from "./grid.ts";
import { formatAt, planeAt } from "./read.ts";
import { a1Of, type Rect } from "./rect.ts";
import { allows, type ValidationRule, violationText } from "./validation.ts";

export interface WriteManner {
  readonly now: number;
  /** appendRow looks at neither the plain-text format nor the validation (facts 5.4). */
  readonly appends: boolean;
  /** Pasting looks at no validation. */
  readonly pastes?: true;
}

interface NewFormat {
  readonly row: number;
  readonly col: number;
  readonly format: string;
}

export function writeValues(
  world: World,
  grid: Grid,
  rect: Rect,
  values: readonly (readonly WireValue[])[],
  manner: WriteManner,
): void {
  const formats: NewFormat[] = [];
  const cells = values.map((line, down) =>
    line.map((value, right) => {
      const row = rect.row + down;
      const col = rect.col + right;
      return prepare(world, grid, row, col, value, manner, formats);
    }),
  );
  changeGrid(world, grid, ["cells", rect.row, rect.col, cells]);
  for (const { row, col, rows, format } of stacked(formats)) {
    changeGrid(world, grid, ["fill", "format", row, col, rows, 1, format]);
  }
}

/** Cells below one another with one format become one change. */
function stacked(formats: readonly NewFormat[]): (NewFormat & { rows: number })[] {
  const stacks: (NewFormat & { rows: number })[] = [];
  const open = new Map<number, NewFormat & { rows: number }>();
  for (const cell of formats) {
    const above = open.get(cell.col);
    if (above && above.format === cell.format && above.row + above.rows === cell.row) {
      above.rows += 1;
      continue;
    }
    const stack = { ...cell, rows: 1 };
    stacks.push(stack);
    open.set(cell.col, stack);
  }
  return stacks;
}

function prepare(
  world: World,
  grid: Grid,
  row: number,
  col: number,
  value: WireValue,
  manner: WriteManner,
  formats: NewFormat[],
): Cell {
  if (typeof value === "string" && value.length > CELL_CHARACTERS_MAX) {
    throw new ServiceError(
      `Your input contains more than the maximum of ${CELL_CHARACTERS_MAX} characters in a single cell.`,
    );
  }
  const own = formatAt(grid, row, col);
  const format = manner.appends && own === "@" ? GENERAL_FORMAT : own;
  const zone = world.state.workbook.timeZone;
  const coerced = coerce(value, { zone, now: manner.now, format });
  const rule = planeAt<ValidationRule | null>(grid, "rule", row, col, null);
  if (!manner.appends && !manner.pastes && !allows(rule, cellValue(coerced.cell))) {
    throw new ServiceError(violationText(a1Of({ row, col, rows: 1, cols: 1 })));
  }
  if (coerced.format !== undefined) formats.push({ row, col, format: coerced.format });
  return coerced.cell;
}
