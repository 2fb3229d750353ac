// Makes sheets and ranges for files that those files themselves need: it breaks the circle between them.
import type { Rect } from "./range-area.ts";

type GRange = GoogleAppsScript.Spreadsheet.Range;
type GSheet = GoogleAppsScript.Spreadsheet.Sheet;

interface Makers {
  sheet(id: number): GSheet;
  range(sheetId: number, rect: Rect): GRange;
}
let makers: Makers | null = null;

/** An event object may need a sheet before the script has touched SpreadsheetApp. */
declare const require: (path: string) => unknown;

function ready(): Makers {
  if (makers === null) require("./spreadsheet-app.ts");
  return makers as unknown as Makers;
}

export function setMakers(made: Makers): void {
  makers = made;
}

export function sheetFor(id: number): GSheet {
  return ready().sheet(id);
}

export function rangeFor(sheetId: number, rect: Rect): GRange {
  return ready().range(sheetId, rect);
}
