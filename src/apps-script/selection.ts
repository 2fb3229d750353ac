// Which rows a person has selected, by their ids: where rows stand may change at any moment.
import { TABS, type TabName } from "../../sheets-schema/index";
import { ownValue } from "../model/own-value";
import type { Selection } from "../ports";
import { requireSheet } from "./tab-access";
import { FIRST_ROW, gridOf, type TabGrid } from "./tab-grid";

const NOTHING: Selection = { tab: "", ids: [] };

/** Tabs just read for their selection: whoever asks next for these rows need not read them again. */
export type SelectedTabs = Map<TabName, TabGrid>;

export function selectedRows(read: SelectedTabs): Selection {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const tab = sheet.getName();
  if (!isTab(tab)) return NOTHING;
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  const grid = gridOf(tab, sheet.getDataRange().getValues());
  read.set(tab, grid);
  const selected = (row: number) =>
    ranges.some((range) => row >= range.getRow() && row <= range.getLastRow());
  const ids = [...grid.rowById].filter(([, row]) => selected(row + FIRST_ROW)).map(([id]) => id);
  return { tab, ids };
}

/** False: no such row any more. */
export function selectRow(tab: TabName, id: string): boolean {
  const sheet = requireSheet(tab);
  const row = gridOf(tab, sheet.getDataRange().getValues()).rowById.get(id);
  if (row === undefined) return false;
  sheet.getRange(row + FIRST_ROW, 1).activate();
  return true;
}

function isTab(name: string): name is TabName {
  return ownValue(TABS, name) !== undefined;
}
