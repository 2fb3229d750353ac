// Tabs that are none of ours: listed and read, never written.
import { TABS } from "../../sheets-schema/index";
import { ownValue } from "../model/own-value";
import type { OtherCell, OtherTabs } from "../ports";

export const otherTabs: OtherTabs = {
  names() {
    const names = SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .map((sheet) => sheet.getName());
    return names.filter((name) => ownValue(TABS, name) === undefined);
  },
  read(name) {
    const values = sheetOf(name)?.getDataRange().getValues();
    return values?.map((line) => line.map(cellOf)) ?? null;
  },
  lastRow: (name) => sheetOf(name)?.getLastRow() ?? 0,
};

function sheetOf(name: string): GoogleAppsScript.Spreadsheet.Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
}

function cellOf(raw: unknown): OtherCell {
  if (raw instanceof Date) {
    const at = raw.getTime();
    return Number.isNaN(at) ? { text: "", at: null } : { text: raw.toISOString(), at };
  }
  return { text: raw === null || raw === undefined ? "" : String(raw), at: null };
}
