// The dialogs and menus of the sheet, where a person has it open.

/** Null in timers and web requests: there is nobody to talk to. */
export function findUi(): GoogleAppsScript.Base.Ui | null {
  try {
    return SpreadsheetApp.getUi();
  } catch {
    return null;
  }
}
