// Moves everything a sheet remembers by position when rows or columns are put in or taken out.
import { type Rect, shiftSpan } from "./rect.ts";
import type { SheetProps } from "./sheet-props.ts";

type Axis = "row" | "col";

export function shiftSheetRects(
  props: SheetProps,
  axis: Axis,
  at: number,
  count: number,
): SheetProps {
  const grown = axis === "row" ? props.maxRows : props.maxCols;
  const shift = (rect: Rect): Rect => shiftRect(rect, axis, at, count, grown);
  const protections = props.protections
    .map((item) => ({ ...item, rect: shift(item.rect) }))
    .filter((item) => notEmpty(item.rect));
  const formatRules = props.formatRules
    .map((rule) => ({ ...rule, rects: rule.rects.map(shift).filter(notEmpty) }))
    .filter((rule) => rule.rects.length > 0);
  const moved = { ...props, protections, formatRules };
  return axis === "row" ? shiftRowsOnly(moved, at, count) : shiftColsOnly(moved, at, count);
}

function shiftRowsOnly(props: SheetProps, at: number, count: number): SheetProps {
  return {
    ...props,
    maxRows: props.maxRows + count,
    hiddenRows: shiftList(props.hiddenRows, at, count),
    collapsedRows: shiftList(props.collapsedRows, at, count),
    rowDepths: shiftKeys(props.rowDepths, at, count),
  };
}

function shiftColsOnly(props: SheetProps, at: number, count: number): SheetProps {
  return {
    ...props,
    maxCols: props.maxCols + count,
    hiddenCols: shiftList(props.hiddenCols, at, count),
    widths: shiftKeys(props.widths, at, count),
  };
}

/** An area that reached the old end grows with lines added behind the end. */
export function shiftRect(rect: Rect, axis: Axis, at: number, count: number, end: number): Rect {
  const start = axis === "row" ? rect.row : rect.col;
  const length = axis === "row" ? rect.rows : rect.cols;
  const reachesEnd = count > 0 && at === end + 1 && start + length - 1 === end && length > 1;
  const span = reachesEnd ? { start, length: length + count } : shiftSpan(start, length, at, count);
  return axis === "row"
    ? { ...rect, row: span.start, rows: span.length }
    : { ...rect, col: span.start, cols: span.length };
}

function notEmpty(rect: Rect): boolean {
  return rect.rows > 0 && rect.cols > 0;
}

function shiftList(lines: readonly number[], at: number, count: number): number[] {
  return lines.flatMap((line) => shiftedLine(line, at, count));
}

function shiftKeys(
  map: Readonly<Record<string, number>>,
  at: number,
  count: number,
): Record<string, number> {
  const moved: Record<string, number> = {};
  for (const [line, value] of Object.entries(map)) {
    for (const target of shiftedLine(Number(line), at, count)) moved[target] = value;
  }
  return moved;
}

function shiftedLine(line: number, at: number, count: number): number[] {
  const span = shiftSpan(line, 1, at, count);
  return span.length === 1 ? [span.start] : [];
}
