// Set up's part in the file's structure: tabs and columns are added and dressed, never taken away.
// What a person has made, moved, renamed or coloured stays as it is.
import { TABS, type Tab, type TabName } from "../../sheets-schema/index";
import type { Language, Workbook } from "../ports";
import { addColumns } from "./workbook/add-columns";
import { headerPositions } from "./workbook/headers";
import { keepDropdowns } from "./workbook/keep-dropdowns";
import { keepHighlights } from "./workbook/keep-highlights";
import { keepNotes } from "./workbook/keep-notes";
import { keepWarnings } from "./workbook/keep-warnings";
import { insertTab, removeDefaultTab } from "./workbook/tabs";

export const spreadsheetWorkbook: Workbook = {
  prepare(language) {
    const changes: string[] = [];
    for (const name of Object.keys(TABS) as TabName[]) changes.push(...prepareTab(name, language));
    changes.push(...removeDefaultTab());
    SpreadsheetApp.flush();
    return changes;
  },
  timeZone: () => SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone(),
};

function prepareTab(name: TabName, language: Language): readonly string[] {
  const tab: Tab = TABS[name];
  const found = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  const sheet = found ?? insertTab(tab);
  const added = addColumns(sheet, tab);
  const positions = headerPositions(sheet, tab);
  return [
    ...(found === null ? [`made tab ${name}`] : added.map((column) => `added ${name}.${column}`)),
    ...keepNotes(sheet, tab, positions, language),
    ...keepDropdowns(sheet, tab, positions),
    ...keepHighlights(sheet, tab, positions),
    ...keepWarnings(sheet, tab, positions),
  ];
}
