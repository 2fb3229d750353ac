// Where the columns of a tab stand.
import type { Tab } from "../../../sheets-schema/index";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Known header → column number from 1, as they stand. Of two equal headers the left one counts. */
export type Positions = ReadonlyMap<string, number>;

/** A tab that is being dressed. */
export interface Dressing {
  readonly sheet: Sheet;
  readonly tab: Tab;
  readonly positions: Positions;
  /** Of the grid, empty ones included. */
  readonly rows: number;
}

export function headerPositions(sheet: Sheet, tab: Tab): Positions {
  const [headers = []] = sheet.getRange("1:1").getValues();
  const positions = new Map<string, number>();
  headers.forEach((header, index) => {
    const name = String(header).trim();
    if (name in tab.columns && !positions.has(name)) positions.set(name, index + 1);
  });
  return positions;
}

/** Every cell of a column but its header. */
export function belowHeader(
  { sheet, rows }: Pick<Dressing, "sheet" | "rows">,
  at: number,
): GoogleAppsScript.Spreadsheet.Range {
  return sheet.getRange(2, at, Math.max(1, rows - 1), 1);
}
