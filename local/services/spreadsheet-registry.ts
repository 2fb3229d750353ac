// The one spreadsheet the script is bound to, for files that the spreadsheet itself needs.

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

let active: GSpreadsheet | null = null;

export function setActiveSpreadsheet(spreadsheet: GSpreadsheet): void {
  active = spreadsheet;
}

/** As in sheet-registry: an event object may come first. */
declare const require: (path: string) => unknown;

export function activeSpreadsheet(): GSpreadsheet {
  if (active === null) require("./spreadsheet-app.ts");
  return active as GSpreadsheet;
}
