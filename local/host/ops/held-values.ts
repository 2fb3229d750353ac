// Values of a long range for a script that may hold an earlier reading: only the rows that differ pass the door.
import type { Grid } from "../grid/grid.ts";
import { wireAt } from "../grid/read.ts";
import type { Rect } from "../grid/rect.ts";
import { JsonText } from "../grid/row-texts.ts";

/** The reading that is held: of which state, and how many rows. */
export type HeldReading = readonly [state: string, rows: number];

/** Blank rows at the end are left out. `[state, rows]` of everything, or `[state, null, [[index, row], …]]` of what differs from the held reading. */
export function valuesSince(grid: Grid, rect: Rect, zone: string, held: HeldReading): JsonText {
  const { touches, valueTexts } = grid;
  valueTexts.refresh(touches, `${rect.col} ${rect.cols} ${zone}`);
  const textAt = (row: number) => valueTexts.text(row, (at) => rowText(grid, rect, at, zone));
  // What a date is depends on the zone.
  const state = `${touches.state} ${zone}`;
  const [heldState = "", heldZone = ""] = held[0].split(" ");
  const changed = heldZone === zone ? touches.sinceState(heldState) : null;
  const end = rect.row + rect.rows;
  const written = Math.min(end, Math.max(rect.row, grid.lastRow() + 1));
  if (changed === null) {
    const texts = rowsBetween(rect.row, written).map(textAt);
    return new JsonText(`[${JSON.stringify(state)},[${texts.join(",")}]]`);
  }
  const fresh = rowsBetween(Math.min(rect.row + held[1], written), written);
  const known = changed.filter((row) => row >= rect.row && row < rect.row + held[1] && row < end);
  const texts = [...known, ...fresh].map((row) => `[${row - rect.row},${textAt(row)}]`);
  return new JsonText(`[${JSON.stringify(state)},null,[${texts.join(",")}]]`);
}

function rowsBetween(from: number, end: number): number[] {
  return Array.from({ length: end - from }, (_, down) => from + down);
}

function rowText(grid: Grid, rect: Rect, row: number, zone: string): string {
  const cells = Array.from({ length: rect.cols }, (_, right) =>
    wireAt(grid, row, rect.col + right, zone),
  );
  return JSON.stringify(cells);
}
