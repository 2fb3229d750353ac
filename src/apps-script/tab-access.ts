// One tab of the bound spreadsheet: found by name, read whole, written block by block.
import type { TabName } from "../../sheets-schema/index";
import { gridOf, type TabGrid } from "./tab-grid";
import { sameWallTime } from "./wall-time";
import type { TabAccess } from "./write-section";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function findSheet(tab: TabName): Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
}

export function requireSheet(tab: TabName): Sheet {
  const sheet = findSheet(tab);
  if (sheet === null) throw new Error(`There is no tab ${tab}. Run Dripsheet ▸ Set up.`);
  return sheet;
}

export function readGrid(tab: TabName): TabGrid {
  return gridOf(tab, requireSheet(tab).getDataRange().getValues());
}

/** A small tab in one call, where asking for its size would be two more. */
const TOP_LEFT = "A1:J40";

/** Null: the tab is smaller than that. */
export function readTopLeft(tab: TabName): TabGrid | null {
  try {
    return gridOf(tab, requireSheet(tab).getRange(TOP_LEFT).getValues());
  } catch {
    return null;
  }
}

export function accessTo(tab: TabName): TabAccess {
  return {
    read: () => readGrid(tab),
    write: ({ row, column, values }) => {
      const range = requireSheet(tab).getRange(row, column, values.length, values[0]?.length ?? 1);
      range.setValues(values.map((cells) => [...cells]));
    },
    flush: () => SpreadsheetApp.flush(),
    sameWallTime,
  };
}
