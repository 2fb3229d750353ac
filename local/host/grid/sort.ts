// The order in which rows stand after sorting by some columns: numbers, text, booleans, then blanks.
import { cellValue, type Scalar } from "./cell.ts";
import type { Grid } from "./grid.ts";
import type { Rect } from "./rect.ts";

export interface SortKey {
  readonly column: number;
  readonly ascending: boolean;
}

/** Old offsets in their new order; equal rows keep their places. */
export function sortedOrder(grid: Grid, rect: Rect, keys: readonly SortKey[]): number[] {
  const order = Array.from({ length: rect.rows }, (_, down) => down);
  return order.sort((left, right) => {
    for (const { column, ascending } of keys) {
      const first = cellValue(grid.cell(rect.row + left, column));
      const second = cellValue(grid.cell(rect.row + right, column));
      const result = compare(first, second, ascending);
      if (result !== 0) return result;
    }
    return left - right;
  });
}

function compare(first: Scalar, second: Scalar, ascending: boolean): number {
  // Blanks stay last in both directions.
  if (first === "" || second === "") return Number(first === "") - Number(second === "");
  const byRank = rank(first) - rank(second);
  const result = byRank !== 0 ? byRank : compareSame(first, second);
  return ascending ? result : -result;
}

function rank(value: Scalar): number {
  if (typeof value === "number") return 0;
  return typeof value === "string" ? 1 : 2;
}

function compareSame(first: Scalar, second: Scalar): number {
  if (typeof first === "string") return first.localeCompare(String(second), "en");
  return Number(first) - Number(second);
}
