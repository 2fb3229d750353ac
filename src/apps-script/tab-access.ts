// One tab of the bound spreadsheet: found by name, read whole, written block by block.
import { isToldColumn, type TabName } from "../../sheets-schema/index";
import { SheetProblem } from "../model/sheet-problem";
import { SHEET } from "../words/sheet";
import { columnsOf, FIRST_ROW, gridOf, lettersOf, type TabGrid } from "./tab-grid";
import { sameWallTime } from "./wall-time";
import type { Part, TabAccess } from "./write-section";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

export function findSheet(tab: TabName): Sheet | null {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
}

export function requireSheet(tab: TabName): Sheet {
  const sheet = findSheet(tab);
  if (sheet === null) throw new SheetProblem(SHEET.noTab(tab));
  return sheet;
}

/** Tabs of rules, and payments without a name, hold some dozen rows: one call reads them, where asking for their size would be two more. */
const SMALL_TABS: readonly TabName[] = [
  "Start here",
  "Templates",
  "Offers",
  "Settings",
  "Flows",
  "Steps",
  "Cadence",
  "Regions",
  "Unmatched",
];
const SMALL = "A1:Z200";
/** So many empty rows and columns at the end say that nothing lies beyond. */
const CLEAR_ROWS = 50;
const CLEAR_COLUMNS = 3;

export function readGrid(tab: TabName): TabGrid {
  const small = SMALL_TABS.includes(tab) ? readSmall(tab) : readOurs(tab);
  if (small !== null) return gridOf(tab, small);
  const whole = () => gridOf(tab, requireSheet(tab).getDataRange().getValues());
  const grid = whole();
  // A column that a person inserts after its size was asked pushes the last one out of it.
  return hasOurs(tab, grid) ? grid : whole();
}

function hasOurs(tab: TabName, { columns }: TabGrid): boolean {
  return columnsOf(tab).every(([name]) => columns.has(name) || isToldColumn(tab, name));
}

/** Where our columns stand as Set up has made them, nothing of a person's own beside them is asked for. */
function readOurs(tab: TabName): unknown[][] | null {
  const names = columnsOf(tab).map(([name]) => name);
  const values = readColumns(tab, names.length);
  const headers = values?.[0]?.map((header) => String(header).trim());
  return names.every((name) => headers?.includes(name)) ? values : null;
}

/** Whole columns in one call, where asking for the size of the tab would be two. Null: there are not so many. */
function readColumns(tab: TabName, columns: number): unknown[][] | null {
  const values = readArea(tab, `A:${lettersOf(columns - 1)}`);
  let rows = values?.length ?? 0;
  while (rows > 1 && values?.[rows - 1]?.every((cell) => cell === "")) rows -= 1;
  return values?.slice(0, rows) ?? null;
}

/** Null: it has grown out of the area, or the sheet is smaller. */
function readSmall(tab: TabName): unknown[][] | null {
  const values = readArea(tab, SMALL);
  if (values === null) return null;
  const filled = (cells: readonly unknown[]) => cells.some((cell) => cell !== "");
  const rows = values.reduce((count, row, at) => (filled(row) ? at + 1 : count), 1);
  const wide = values.some((row) => filled(row.slice(-CLEAR_COLUMNS)));
  return wide || rows > values.length - CLEAR_ROWS ? null : values.slice(0, rows);
}

/** Leaving so many out is worth a second call. */
const LEAVE_OUT_CELLS = 30_000;

function readPart(tab: TabName, part: Part): TabGrid {
  const { columns } = part;
  if (part.rows === undefined) {
    const values = readColumns(tab, columns);
    return values === null ? readGrid(tab) : gridOf(tab, values);
  }
  const [firstRow, lastRow] = part.rows;
  const sheet = requireSheet(tab);
  const above = firstRow - FIRST_ROW;
  const few = above * columns < LEAVE_OUT_CELLS;
  try {
    if (few) return gridOf(tab, sheet.getRange(1, 1, lastRow, columns).getValues());
    const headers = sheet.getRange(1, 1, 1, columns).getValues();
    const rows = sheet.getRange(firstRow, 1, lastRow - firstRow + 1, columns).getValues();
    return { ...gridOf(tab, [...headers, ...rows]), above };
  } catch {
    // Rows or columns were deleted meanwhile.
    return readGrid(tab);
  }
}

function readArea(tab: TabName, area: string): unknown[][] | null {
  const sheet = requireSheet(tab);
  try {
    return sheet.getRange(area).getValues();
  } catch {
    return null;
  }
}

/** A small tab in one call, where asking for its size would be two more. */
const TOP_LEFT = "A1:H40";

/** Null: the tab is smaller than that. */
export function readTopLeft(tab: TabName): TabGrid | null {
  const values = readArea(tab, TOP_LEFT);
  return values === null ? null : gridOf(tab, values);
}

export function accessTo(tab: TabName): TabAccess {
  return {
    read: (part) => (part === undefined ? readGrid(tab) : readPart(tab, part)),
    peek: (firstRow, lastRow, columns) =>
      readArea(tab, `A${firstRow}:${lettersOf(columns - 1)}${lastRow}`),
    write: ({ row, column, values }) => {
      const range = requireSheet(tab).getRange(row, column, values.length, values[0]?.length ?? 1);
      range.setValues(values.map((cells) => [...cells]));
    },
    flush: () => SpreadsheetApp.flush(),
    sameWallTime,
  };
}
