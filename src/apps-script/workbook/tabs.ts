// Where tabs stand: those a person works in at the left and coloured, the others grey at the right.
import { TABS, type Tab } from "../../../sheets-schema/index";
import { BACK_COLOUR, FRONT_COLOUR } from "./look";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Behind the tab that comes before it, wherever a person has moved that one. */
export function insertTab(tab: Tab): Sheet {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  return file.insertSheet(tab.name, indexFor(tab));
}

/** The look a tab begins with. */
export function dressTab(sheet: Sheet, tab: Tab): void {
  sheet.setTabColor(tab.place === "front" ? FRONT_COLOUR : BACK_COLOUR);
  sheet.setFrozenRows(1);
}

function indexFor(tab: Tab): number {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  const neighbours = Object.values(TABS as Readonly<Record<string, Tab>>);
  const before = neighbours
    .slice(0, neighbours.indexOf(tab))
    .filter((one) => one.place === tab.place);
  for (const { name } of before.reverse()) {
    const sheet = file.getSheetByName(name);
    if (sheet !== null) return sheet.getIndex();
  }
  return tab.place === "front" ? 0 : file.getNumSheets();
}

/** The sheet a new file begins with has this id in every language. */
const DEFAULT_SHEET_ID = 0;
/** "Sheet1", "工作表1", "Tabelle1": a name that a person gave does not look like that. */
const DEFAULT_NAME = /^\D+1$/;

/** Its name, when it was there and empty. */
export function removeDefaultTab(): readonly string[] {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  const sheets = file.getSheets();
  const sheet = sheets.find((one) => one.getSheetId() === DEFAULT_SHEET_ID);
  if (sheet === undefined || sheets.length < 2) return [];
  const name = sheet.getName();
  const empty = sheet.getLastRow() === 0 && sheet.getLastColumn() === 0;
  if (!empty || name in TABS || !DEFAULT_NAME.test(name)) return [];
  file.deleteSheet(sheet);
  return [name];
}
