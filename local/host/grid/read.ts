// Reads blocks of cells in the forms a script asks for.

import { type Cell, cellValue, GENERAL_FORMAT, isFormula, type WireValue } from "./cell.ts";
import type { Grid, PlaneName } from "./grid.ts";
import { drawNumber, isDateFormat } from "./number-format.ts";
import type { Rect } from "./rect.ts";
import { instantOfSerial } from "./serial.ts";

/** Plain loops: the largest blocks have hundreds of thousands of cells. */
export function mapRect<T>(rect: Rect, read: (row: number, col: number) => T): T[][] {
  const block: T[][] = [];
  for (let row = rect.row; row < rect.row + rect.rows; row += 1) {
    const line: T[] = [];
    for (let col = rect.col; col < rect.col + rect.cols; col += 1) line.push(read(row, col));
    block.push(line);
  }
  return block;
}

export function formatAt(grid: Grid, row: number, col: number): string {
  return (grid.plane("format", row, col) as string | null) ?? GENERAL_FORMAT;
}

/** As getValues gives it: a number under a date format is a moment. */
export function wireAt(grid: Grid, row: number, col: number, zone: string): WireValue {
  const value = cellValue(grid.cell(row, col));
  if (typeof value !== "number" || !isDateFormat(formatAt(grid, row, col))) return value;
  return [instantOfSerial(value, zone)];
}

export function displayAt(grid: Grid, row: number, col: number): string {
  const value = cellValue(grid.cell(row, col));
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return drawNumber(value, formatAt(grid, row, col));
}

export function formulaAt(grid: Grid, row: number, col: number): string {
  const cell: Cell = grid.cell(row, col);
  return isFormula(cell) ? cell.f : "";
}

export function planeAt<T>(grid: Grid, plane: PlaneName, row: number, col: number, none: T): T {
  return (grid.plane(plane, row, col) as T | null) ?? none;
}
