// Where the columns of a tab stand.
import type { Tab } from "../../../sheets-schema/index";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Known header → column number from 1, as they stand. Of two equal headers the left one counts. */
export type Positions = ReadonlyMap<string, number>;

export function headerPositions(sheet: Sheet, tab: Tab): Positions {
  const [headers = []] = sheet.getRange("1:1").getValues();
  const positions = new Map<string, number>();
  headers.forEach((header, index) => {
    const name = String(header).trim();
    if (name in tab.columns && !positions.has(name)) positions.set(name, index + 1);
  });
  return positions;
}
