// Makes sheets and ranges for files that those files themselves need: it breaks the circle between them.
import type { Rect } from "./range-area.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Makers {
  sheet(id: number): GSheet;
  range(sheetId: number, rect: Rect): GRange;
}
let makers: Makers | null = null;

export function setMakers(made: Makers): void {
  makers = made;
}

export function sheetFor(id: number): GSheet {
  return (makers as Makers).sheet(id);
}

export function rangeFor(sheetId: number, rect: Rect): GRange {
  return (makers as Makers).range(sheetId, rect);
}
