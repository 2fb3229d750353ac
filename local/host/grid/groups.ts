// Row groups: neighbouring rows of at least one depth, which fold as one.
import type { Rect } from "./rect.ts";
import type { SheetProps } from "./sheet-props.ts";

export interface RowGroup {
  readonly row: number;
  readonly rows: number;
  readonly depth: number;
  readonly collapsed: boolean;
}

/** Outer ones first, each depth from the top. */
export function groupsOf({ rowDepths, collapsedRows }: SheetProps): readonly RowGroup[] {
  const depths = Object.entries(rowDepths).map(([row, depth]) => [Number(row), depth] as const);
  const collapsed = new Set(collapsedRows);
  const deepest = Math.max(0, ...depths.map(([, depth]) => depth));
  return Array.from({ length: deepest }, (_, index) => index + 1).flatMap((depth) => {
    const rows = depths.flatMap(([row, reached]) => (reached >= depth ? [row] : []));
    return runsOf(rows.sort((one, other) => one - other)).map((run) => ({
      ...run,
      depth,
      collapsed: lines(run).every((row) => collapsed.has(row)),
    }));
  });
}

/** Whole groups inside an area, or else the deepest one that it touches. */
export function groupsWithin(props: SheetProps, rect: Rect): readonly RowGroup[] {
  const end = rect.row + rect.rows;
  const all = groupsOf(props);
  const whole = all.filter(({ row, rows }) => row >= rect.row && row + rows <= end);
  if (whole.length > 0) return whole;
  return all.filter(({ row, rows }) => row < end && row + rows > rect.row).slice(-1);
}

export function withCollapsed(
  { collapsedRows }: SheetProps,
  groups: readonly RowGroup[],
  collapsed: boolean,
): readonly number[] {
  const touched = new Set(groups.flatMap(lines));
  const rest = collapsedRows.filter((row) => !touched.has(row));
  return collapsed ? [...rest, ...touched].sort((one, other) => one - other) : rest;
}

function lines({ row, rows }: { readonly row: number; readonly rows: number }): readonly number[] {
  return Array.from({ length: rows }, (_, down) => row + down);
}

function runsOf(rows: readonly number[]): readonly { row: number; rows: number }[] {
  const runs: { row: number; rows: number }[] = [];
  for (const row of rows) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.row + last.rows === row) last.rows += 1;
    else runs.push({ row, rows: 1 });
  }
  return runs;
}
