// Conditional formatting as far as it is drawn: texts equal, contained or at the start, empty cells,
// and formulas of the shape =$X2="TEXT".
import { cellValue } from "./cell.ts";
import type { Grid } from "./grid.ts";
import { displayAt } from "./read.ts";
import { columnNumber, contains } from "./rect.ts";
import type { FormatRule } from "./sheet-props.ts";

/** The background the first matching rule gives, or null. */
export function ruleBackground(grid: Grid, row: number, col: number): string | null {
  for (const rule of grid.props.formatRules) {
    const rect = rule.rects.find((area) => contains(area, row, col));
    if (rect === undefined || rule.background === null) continue;
    if (holds(grid, rule, row, col, rect.row, rect.col)) return rule.background;
  }
  return null;
}

function holds(
  grid: Grid,
  rule: FormatRule,
  row: number,
  col: number,
  firstRow: number,
  firstCol: number,
): boolean {
  const shown = displayAt(grid, row, col).toLowerCase();
  const wanted = String(rule.values[0] ?? "").toLowerCase();
  switch (rule.kind) {
    case "TEXT_EQUAL_TO":
      return shown === wanted;
    case "TEXT_CONTAINS":
      return shown.includes(wanted);
    case "TEXT_STARTS_WITH":
      return shown.startsWith(wanted);
    case "CELL_EMPTY":
      return cellValue(grid.cell(row, col)) === "";
    case "CELL_NOT_EMPTY":
      return cellValue(grid.cell(row, col)) !== "";
    case "CUSTOM_FORMULA":
      return formulaHolds(grid, String(rule.values[0]), row - firstRow, col - firstCol);
    default:
      return false;
  }
}

const SIMPLE =
  /^=\s*(\$?)([A-Z]{1,3})(\$?)(\d+)\s*(=|<>)\s*(?:"([^"]*)"|(TRUE|FALSE)|(-?\d+(?:\.\d+)?))\s*$/i;

export function isKnownFormula(formula: string): boolean {
  return SIMPLE.test(formula);
}

/** References without $ move with the cell. Any other formula colours nothing. */
export function formulaHolds(grid: Grid, formula: string, down: number, right: number): boolean {
  const match = SIMPLE.exec(formula);
  if (!match) return false;
  const [, fixedCol, letters = "", fixedRow, digits = "", operator, text, logical, number] = match;
  const col = columnNumber(letters) + (fixedCol ? 0 : right);
  const row = Number(digits) + (fixedRow ? 0 : down);
  const value = cellValue(grid.cell(row, col));
  const wanted = text ?? (logical ? logical.toUpperCase() : Number(number));
  const seen = typeof value === "boolean" ? String(value).toUpperCase() : value;
  const equal =
    typeof seen === "string" && typeof wanted === "string"
      ? seen.toLowerCase() === wanted.toLowerCase()
      : seen === wanted;
  return operator === "=" ? equal : !equal;
}
