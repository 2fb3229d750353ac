// Set up's part in the file's structure: tabs and columns are added and dressed, never taken away.
// What a person has made, moved, renamed or coloured stays as it is.
import { TABS, type Tab, type TabName } from "../../sheets-schema/index";
import type { Language, Workbook } from "../ports";
import { arrangeQueue } from "./queue-view";
import { sameWallTime, wallTime } from "./wall-time";
import { addColumns } from "./workbook/add-columns";
import { changeWords } from "./workbook/change-words";
import { foldRows } from "./workbook/fold-rows";
import { type Dressing, headerPositions } from "./workbook/headers";
import { keepDropdowns } from "./workbook/keep-dropdowns";
import { keepHighlights } from "./workbook/keep-highlights";
import { keepNotes } from "./workbook/keep-notes";
import { keepWarnings } from "./workbook/keep-warnings";
import { renameColumns } from "./workbook/rename-columns";
import { dressTab, insertTab, removeDefaultTab } from "./workbook/tabs";

export const spreadsheetWorkbook: Workbook = {
  prepare(language) {
    const changes: string[] = [];
    for (const name of Object.keys(TABS) as TabName[]) changes.push(...prepareTab(name, language));
    const removed = removeDefaultTab();
    SpreadsheetApp.flush();
    return [...changes, ...removed.map((name) => changeWords("removed", name, language))];
  },
  fold: foldRows,
  copy(name) {
    const made = SpreadsheetApp.getActiveSpreadsheet().copy(name);
    return { fileId: made.getId(), url: made.getUrl() };
  },
  sameWallTime,
  wallTime,
  arrangeQueue,
};

function prepareTab(name: TabName, language: Language): readonly string[] {
  const tab: Tab = TABS[name];
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name) ?? insertTab(tab);
  const seen = headerPositions(sheet, tab);
  const fresh = seen.size === 0;
  const renamed = fresh ? [] : renameColumns(sheet, tab, seen);
  const standing = renamed.length === 0 ? seen : headerPositions(sheet, tab);
  if (fresh) dressTab(sheet, tab);
  const added = addColumns(sheet, tab, standing);
  const positions = added.length === 0 ? standing : headerPositions(sheet, tab);
  const dressing: Dressing = { sheet, tab, positions, rows: sheet.getMaxRows() };
  const say = (kind: Parameters<typeof changeWords>[0], of: string) =>
    changeWords(kind, of, language);
  const changes = [
    ...renamed.map((column) => say("renamed", `${name}.${column}`)),
    ...added.map((column) => say("column", `${name}.${column}`)),
    ...(keepNotes(dressing, language) ? [say("notes", name)] : []),
    ...keepDropdowns(dressing).map((column) => say("list", `${name}.${column}`)),
    ...(keepHighlights(dressing) ? [say("colours", name)] : []),
    ...(keepWarnings(dressing) ? [say("warnings", name)] : []),
  ];
  return fresh ? [say("tab", name)] : changes;
}
