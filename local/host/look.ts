// What a person sees of a tab, and its plain contents for programs.
import {
  type CellValue,
  ScriptFailure,
  type SheetDump,
  type SheetInfo,
  type SheetLook,
} from "./contract.ts";
import { isFormula } from "./grid/cell.ts";
import { ruleBackground } from "./grid/colour-rules.ts";
import { type Moment, rowsHiddenByFilter } from "./grid/filter.ts";
import type { Grid } from "./grid/grid.ts";
import { groupsOf } from "./grid/groups.ts";
import { displayAt, formatAt, planeAt, wireAt } from "./grid/read.ts";
import { a1Of, contains } from "./grid/rect.ts";
import { DEFAULT_COLUMN_WIDTH } from "./grid/sheet-props.ts";
import type { ValidationRule } from "./grid/validation.ts";
import { gridNamed, gridsInOrder } from "./workbook.ts";
import type { World } from "./world.ts";

export const WHITE = "#ffffff";

export function listSheets(world: World): SheetInfo[] {
  return gridsInOrder(world).map((grid) => ({
    name: grid.props.name,
    hidden: grid.props.hidden,
    tabColor: grid.props.tabColor ?? "",
    rows: Math.max(0, grid.lastRow() - 1),
  }));
}

export function sheetOrFail(world: World, name: string): Grid {
  const grid = gridNamed(world, name);
  if (grid) return grid;
  const names = gridsInOrder(world)
    .map((one) => one.props.name)
    .join(", ");
  throw new ScriptFailure(`There is no sheet ${JSON.stringify(name)}; there are: ${names}.`);
}

/** `only`: the columns that are asked for; the others are left out. */
export function dumpSheet(world: World, name: string, only?: readonly string[]): SheetDump {
  const grid = sheetOrFail(world, name);
  const zone = world.state.workbook.timeZone;
  const headers = headersOf(grid);
  const wanted = [...headers.entries()].filter(([, header]) => only?.includes(header) ?? true);
  const formulas: Record<string, string> = {};
  const rows: Record<string, CellValue>[] = [];
  for (let row = 2; row <= grid.lastRow(); row += 1) {
    const fields: Record<string, CellValue> = {};
    for (const [index, header] of wanted) {
      const cell = grid.cell(row, index + 1);
      if (isFormula(cell)) formulas[a1Of({ row, col: index + 1, rows: 1, cols: 1 })] = cell.f;
      if (header !== "") fields[header] = plainValue(grid, row, index + 1, zone);
    }
    rows.push(fields);
  }
  return { headers, rows, formulas };
}

function headersOf(grid: Grid): string[] {
  return Array.from({ length: grid.lastColumn() }, (_, index) => displayAt(grid, 1, index + 1));
}

function plainValue(grid: Grid, row: number, col: number, zone: string): CellValue {
  const wire = wireAt(grid, row, col, zone);
  if (wire === null) return "";
  return typeof wire === "object" ? new Date(wire[0]).toISOString() : wire;
}

export function lookAtSheet(world: World, name: string, now: number): SheetLook {
  const grid = sheetOrFail(world, name);
  const frame = frameOfSheet(world, grid, now);
  const last = grid.lastRow();
  const rows = Array.from({ length: Math.max(0, last - 1) }, (_, index) =>
    lookAtRow(grid, index + 2, frame.columns.length),
  );
  return { ...frame, rows };
}

/** Everything but the rows themselves. */
export function frameOfSheet(world: World, grid: Grid, now: number): Omit<SheetLook, "rows"> {
  return {
    name: grid.props.name,
    frozenRows: grid.props.frozenRows,
    columns: headersOf(grid).map((header, index) => lookAtColumn(grid, header, index + 1)),
    headerBackground: planeAt(grid, "background", 1, 1, WHITE),
    hiddenRows: hiddenRows(grid, { now, zone: world.state.workbook.timeZone }),
    filtered: Boolean(grid.props.filter),
    groups: groupsOf(grid.props),
  };
}

function hiddenRows(grid: Grid, moment: Moment): readonly number[] {
  const folded = groupsOf(grid.props).flatMap(({ row, rows, collapsed }) =>
    collapsed ? Array.from({ length: rows }, (_, down) => row + down) : [],
  );
  const all = new Set([...grid.props.hiddenRows, ...folded, ...rowsHiddenByFilter(grid, moment)]);
  return [...all].sort((one, other) => one - other);
}

function lookAtColumn(grid: Grid, header: string, col: number): SheetLook["columns"][number] {
  const { widths, hiddenCols, protections } = grid.props;
  const rule = planeAt<ValidationRule | null>(grid, "rule", 2, col, null);
  return {
    header,
    width: widths[col] ?? DEFAULT_COLUMN_WIDTH,
    hidden: hiddenCols.includes(col),
    note: planeAt(grid, "note", 1, col, ""),
    numberFormat: formatAt(grid, 2, col),
    choices: choicesOf(rule),
    warns: protections.some((item) => item.warningOnly && contains(item.rect, 2, col)),
  };
}

function choicesOf(rule: ValidationRule | null): string[] {
  if (rule?.kind === "VALUE_IN_LIST") return rule.values.map(String);
  return rule?.kind === "CHECKBOX" ? ["TRUE", "FALSE"] : [];
}

function lookAtRow(grid: Grid, row: number, columns: number): SheetLook["rows"][number] {
  const each = <T>(read: (col: number) => T): T[] =>
    Array.from({ length: columns }, (_, index) => read(index + 1));
  return {
    row,
    cells: each((col) => displayAt(grid, row, col)),
    backgrounds: each((col) => backgroundAt(grid, row, col)),
    notes: each((col) => planeAt(grid, "note", row, col, "")),
  };
}

function backgroundAt(grid: Grid, row: number, col: number): string {
  const own = planeAt<string>(grid, "background", row, col, WHITE);
  const shown = ruleBackground(grid, row, col) ?? own;
  return shown === WHITE ? "" : shown;
}
