// Self-test: what becomes of text that looks like something else, on a tab made for it.
import type { Probe } from "../../model/probe";
import { asSeen, changedTexts, FOUND } from "../../words/self-test";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Finding = Omit<Probe, "name">;

const SCRATCH = "Dripsheet self-test";
/** Each is a formula, a number, a date or a boolean to a sheet that takes it as typed. */
const TEXTS = ["=1+1", "00123", "+49 1", "'x", "1/2", "TRUE"];

export function probeApostrophe(): Finding {
  return onScratchTab((sheet) => {
    sheet.appendRow(TEXTS.map((text) => `'${text}`));
    SpreadsheetApp.flush();
    const [row = []] = sheet.getRange(1, 1, 1, TEXTS.length).getValues();
    const wrong = TEXTS.filter((text, index) => row[index] !== text);
    const ok = wrong.length === 0;
    return { ok, seen: ok ? FOUND.stayed : changedTexts(wrong) };
  });
}

/** Nothing depends on it; it tells a reader why the columns are not formatted as text. */
export function probeAtFormat(): Finding {
  return onScratchTab((sheet) => {
    const seen = ["00123", "=1+1"].map((text, index) => {
      const cell = sheet.getRange(1, index + 1).setNumberFormat("@");
      cell.setValue(text);
      return `${text} → ${JSON.stringify(cell.getValue())}${cell.getFormula() ? " (formula)" : ""}`;
    });
    return { ok: true, seen: asSeen(seen.join(", ")) };
  });
}

function onScratchTab(work: (sheet: Sheet) => Finding): Finding {
  const file = SpreadsheetApp.getActiveSpreadsheet();
  const left = file.getSheetByName(SCRATCH);
  if (left !== null) file.deleteSheet(left);
  const sheet = file.insertSheet(SCRATCH, file.getNumSheets());
  try {
    return work(sheet);
  } finally {
    file.deleteSheet(sheet);
  }
}
