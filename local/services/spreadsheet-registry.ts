// The one spreadsheet the script is bound to, for files that the spreadsheet itself needs.

type GSpreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;

let active: GSpreadsheet | null = null;

export function setActiveSpreadsheet(spreadsheet: GSpreadsheet): void {
  active = spreadsheet;
}

export function activeSpreadsheet(): GSpreadsheet {
  return active as GSpreadsheet;
}
