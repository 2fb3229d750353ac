// What the person, or the script in their place, has selected.
import { call } from "./door.ts";
import type { Rect } from "./range-area.ts";

export interface Selected {
  readonly sheetId: number;
  readonly row: number;
  readonly col: number;
  readonly areas?: readonly Rect[];
}

export function selection(): Selected {
  return call("SpreadsheetApp.selection");
}

/** Without an area: the first cell. */
export function select(sheetId: number, areas: readonly Rect[]): void {
  call("SpreadsheetApp.activate", sheetId, areas);
}

/** On a sheet that is not the open one: where its cursor starts. */
export function cellOn(sheetId: number): Rect {
  const chosen = selection();
  const { row, col } = chosen.sheetId === sheetId ? chosen : { row: 1, col: 1 };
  return { row, col, rows: 1, cols: 1 };
}

/** In the order they were chosen; the last one is the active one. */
export function areasOn(sheetId: number): readonly Rect[] {
  const { sheetId: open, areas = [] } = selection();
  return open === sheetId && areas.length > 0 ? areas : [cellOn(sheetId)];
}
