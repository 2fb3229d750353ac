// Headers that an older version gave a column get their new name; what stands below them stays.
import type { Tab } from "../../../sheets-schema/index";
import type { Positions } from "./headers";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The columns that were renamed. One that stands under its new name already is left alone. */
export function renameColumns(sheet: Sheet, tab: Tab, positions: Positions): readonly string[] {
  const wanted = Object.entries(tab.columns).flatMap(([name, { formerly }]) =>
    formerly === undefined || positions.has(name) ? [] : [{ name, formerly }],
  );
  if (wanted.length === 0) return [];
  const [headers = []] = sheet.getRange("1:1").getValues();
  const shown = headers.map((header) => String(header).trim());
  const found = wanted.filter(({ formerly }) => shown.includes(formerly));
  for (const { name, formerly } of found) {
    sheet.getRange(1, shown.indexOf(formerly) + 1).setValue(`'${name}`);
  }
  return found.map(({ name }) => name);
}
