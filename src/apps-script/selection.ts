// Which rows a person has selected, by their ids: where rows stand may change at any moment.
import { TABS, type TabName } from "../../sheets-schema/index";
import { ownValue } from "../model/own-value";
import type { Selection } from "../ports";
import { FIRST_ROW, gridOf } from "./tab-grid";

const NOTHING: Selection = { tab: "", ids: [] };

export function selectedRows(): Selection {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
  const tab = sheet.getName();
  if (!isTab(tab)) return NOTHING;
  const ranges = sheet.getActiveRangeList()?.getRanges() ?? [];
  const { rowById } = gridOf(tab, sheet.getDataRange().getValues());
  const selected = (row: number) =>
    ranges.some((range) => row >= range.getRow() && row <= range.getLastRow());
  const ids = [...rowById].filter(([, row]) => selected(row + FIRST_ROW)).map(([id]) => id);
  return { tab, ids };
}

function isTab(name: string): name is TabName {
  return ownValue(TABS, name) !== undefined;
}
