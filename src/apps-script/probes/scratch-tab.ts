// Self-test: what becomes of text that looks like something else, and how long cells take, on a tab made for it.
import { asSeen, changedTexts, FOUND } from "../../words/self-test";
import type { Finding } from "./finding";
import type { Stopwatch } from "./stopwatch";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
type Cells = readonly unknown[];

const SCRATCH = "Dripsheet self-test";
/** Each is a formula, a number, a date or a boolean to a sheet that takes it as typed. */
const TEXTS = ["=1+1", "00123", "+49 1", "'x", "1/2", "TRUE"];
const TYPED = ["=1+1", "'=1+1", "00123", "1/2", "+15551234"];
/** Enough for the time of a cell to show beside that of the call. */
const [MANY_ROWS, MANY_COLUMNS] = [200, 20];

export function probeApostrophe(sheet: Sheet, watch: Stopwatch): Finding {
  const row = TEXTS.map((text) => `'${text}`);
  watch.of("Sheet.appendRow", () => sheet.appendRow(row));
  const wrong = TEXTS.filter((text, index) => lastOf(sheet, TEXTS.length)[index] !== text);
  const ok = wrong.length === 0;
  return { ok, seen: ok ? FOUND.stayed : changedTexts(wrong) };
}

/** Nothing depends on it; it tells a reader why the columns are not formatted as text. */
export function probeAtFormat(sheet: Sheet): Finding {
  const seen = ["General", "@"].flatMap((format) => {
    const at = sheet.getLastRow() + 1;
    sheet.getRange(at, 1, 2, TYPED.length).setNumberFormat(format);
    sheet.getRange(at, 1, 1, TYPED.length).setValues([TYPED]);
    const set = lastOf(sheet, TYPED.length);
    sheet.appendRow([...TYPED]);
    return [
      `setValues ${format}: ${JSON.stringify(set)}`,
      `appendRow ${format}: ${JSON.stringify(lastOf(sheet, TYPED.length))}`,
    ];
  });
  return { ok: null, seen: asSeen(seen.join("; ")) };
}

/** Notes for programs on a row: do they go along when the rows are sorted? */
export function probeRowMarks(sheet: Sheet): Finding {
  const at = sheet.getLastRow() + 1;
  const rows = sheet.getRange(at, 1, 2, 1);
  rows.setNumberFormat("General").setValues([[2], [1]]);
  SpreadsheetApp.flush();
  sheet.getRange(`${at}:${at}`).addDeveloperMetadata("dripsheet", "2");
  rows.sort(1);
  SpreadsheetApp.flush();
  const [marked] = sheet.createDeveloperMetadataFinder().withKey("dripsheet").find();
  const row = marked?.getLocation().getRow()?.getRow();
  return { ok: null, seen: row === at + 1 ? FOUND.marksFollow : FOUND.marksStay };
}

export function timeCells(sheet: Sheet, watch: Stopwatch): void {
  const one = sheet.getRange(1, 1);
  const many = sheet.getRange(1, 1, MANY_ROWS, MANY_COLUMNS);
  const cells = MANY_ROWS * MANY_COLUMNS;
  watch.of("Sheet.getLastRow", () => sheet.getLastRow());
  watch.of("Range.getValues", () => one.getValues());
  watch.ofCells("Range.getValues", cells, () => many.getValues());
  one.setValue("x");
  watch.of("flush", () => SpreadsheetApp.flush());
  many.setValues(Array.from({ length: MANY_ROWS }, () => Array(MANY_COLUMNS).fill("x")));
  watch.ofCells("flush", cells, () => SpreadsheetApp.flush());
}

/** Gone afterwards, whatever `work` came to; also one that an earlier run left. */
export function onScratchTab<T>(work: (sheet: Sheet) => T): T {
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

function lastOf(sheet: Sheet, width: number): Cells {
  SpreadsheetApp.flush();
  return sheet.getRange(sheet.getLastRow(), 1, 1, width).getValues()[0] ?? [];
}
