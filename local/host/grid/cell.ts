// What a cell can hold. Dates are serial numbers under a date format, as in Sheets.

export interface FormulaCell {
  readonly f: string;
  readonly v: Scalar;
}
export type Scalar = string | number | boolean;
export type Cell = Scalar | FormulaCell | null;

/** How a value passes the door: a Date is its epoch milliseconds in an array. */
export type WireValue = Scalar | null | readonly [epochMs: number];

export const GENERAL_FORMAT = "0.###############";
export const CELL_CHARACTERS_MAX = 50_000;
export const WORKBOOK_CELLS_MAX = 10_000_000;

export function isFormula(cell: Cell): cell is FormulaCell {
  return typeof cell === "object" && cell !== null;
}

/** The value behind a formula, or the value itself; empty is "". */
export function cellValue(cell: Cell | undefined): Scalar {
  if (cell === null || cell === undefined) return "";
  return typeof cell === "object" ? cell.v : cell;
}
