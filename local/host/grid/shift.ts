// Moves everything a sheet remembers by position when rows or columns are put in or taken out.
import type { SheetFilter } from "./filter.ts";
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
  const moved = { ...props, protections, formatRules, filter: shiftFilter(props, axis, shift) };
  return axis === "row" ? shiftRowsOnly(moved, at, count) : shiftColsOnly(moved, at, count);
}

/** Without its headers there is no filter left. */
function shiftFilter(
  { filter }: SheetProps,
  axis: Axis,
  shift: (rect: Rect) => Rect,
): SheetFilter | null {
  if (filter === undefined || filter === null) return null;
  const header = shift({ ...filter.rect, rows: 1 });
  if (!notEmpty(header)) return null;
  const criteria = Object.entries(filter.criteria).flatMap(([col, criterion]) => {
    if (axis === "row") return [[col, criterion] as const];
    const column = shift({ row: header.row, col: Number(col), rows: 1, cols: 1 });
    return notEmpty(column) ? [[String(column.col), criterion] as const] : [];
  });
  return { rect: shift(filter.rect), criteria: Object.fromEntries(criteria) };
}

function shiftRowsOnly(props: SheetProps, at: number, count: number): SheetProps {
  return {
    ...props,
    maxRows: props.maxRows + count,
    hiddenRows: shiftList(props.hiddenRows, at, count),
    collapsedRows: shiftList(props.collapsedRows, at, count),
    rowDepths: { ...shiftKeys(props.rowDepths, at, count), ...joined(props, at, count) },
  };
}

/** Rows put in between two rows of a group belong to it. */
function joined({ rowDepths }: SheetProps, at: number, count: number): Record<string, number> {
  const depth = Math.min(rowDepths[at - 1] ?? 0, rowDepths[at] ?? 0);
  if (count <= 0 || depth === 0) return {};
  return Object.fromEntries(Array.from({ length: count }, (_, down) => [at + down, depth]));
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
