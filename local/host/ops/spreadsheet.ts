// The spreadsheet as a whole, what the person has selected, and finding text.

import { ServiceError } from "../errors.ts";
import { displayAt, mapRect } from "../grid/read.ts";
import type { Rect } from "../grid/rect.ts";
import { acts, type Call, free, type OpTable, reads } from "../op.ts";
import { addSheet, gridNamed, gridOf, gridsInOrder, removeSheet, setProp } from "../workbook.ts";
import { isZone } from "../zone.ts";

const insertSheet = acts((call: Call, name: string | null, index: number | null) => {
  const { world } = call.platform;
  const { order } = world.state.workbook;
  return addSheet(world, name ?? freeName(call), index ?? order.length).props.id;
});

function freeName(call: Call): string {
  const { world } = call.platform;
  let number = world.state.workbook.order.length + 1;
  while (gridNamed(world, `Sheet${number}`)) number += 1;
  return `Sheet${number}`;
}

const moveSheet = acts((call: Call, sheetId: number, position: number) => {
  const { world } = call.platform;
  const order = world.state.workbook.order.filter((id) => id !== sheetId);
  order.splice(position - 1, 0, sheetId);
  world.apply(["set", ["workbook", "order"], order]);
});

const deleteSheet = acts((call: Call, sheetId: number) => {
  const { world } = call.platform;
  removeSheet(world, gridOf(world, sheetId));
});

const setTimeZone = acts((call: Call, zone: string) => {
  if (!isZone(zone)) throw new ServiceError(`Invalid argument: ${zone}`);
  call.platform.world.apply(["set", ["workbook", "timeZone"], zone]);
});

/** Sheet, row and column under the cursor; the first visible sheet when nothing was chosen. */
const selection = free((call: Call) => {
  const { world } = call.platform;
  const chosen = call.execution.selection;
  if (chosen !== null) return chosen;
  const first = gridsInOrder(world).find((grid) => !grid.props.hidden);
  return { sheetId: first?.props.id ?? 0, row: 1, col: 1 };
});

const activate = free((call: Call, sheetId: number, areas: readonly Rect[]) => {
  const { name } = gridOf(call.platform.world, sheetId).props;
  const { row = 1, col = 1 } = areas[areas.length - 1] ?? {};
  call.execution.selection = { sheetId, row, col, areas };
  if (areas.length > 0) call.execution.moved = { sheet: name, row };
});

const setNamed = acts((call: Call, name: string, sheetId: number, rect: Rect) => {
  call.platform.world.apply(["set", ["workbook", "named", name], { sheetId, ...rect }]);
});

interface Find {
  readonly text: string;
  readonly matchCase: boolean;
  readonly entireCell: boolean;
  readonly regularExpression: boolean;
}

const findText = reads((call: Call, sheetId: number, rect: Rect | null, find: Find) => {
  const grid = gridOf(call.platform.world, sheetId);
  const area = rect ?? { row: 1, col: 1, rows: grid.lastRow(), cols: grid.lastColumn() };
  const rows = Math.max(0, Math.min(area.rows, grid.lastRow() - area.row + 1));
  call.cells = rows * area.cols;
  const found: { row: number; col: number }[] = [];
  mapRect({ ...area, rows }, (row, col) => {
    if (matches(displayAt(grid, row, col), find)) found.push({ row, col });
  });
  return found;
});

function matches(shown: string, find: Find): boolean {
  if (find.regularExpression) return new RegExp(find.text, find.matchCase ? "" : "i").test(shown);
  const cell = find.matchCase ? shown : shown.toLowerCase();
  const text = find.matchCase ? find.text : find.text.toLowerCase();
  return find.entireCell ? cell === text : text !== "" && cell.includes(text);
}

export const spreadsheetOps: OpTable = {
  "Spreadsheet.about": free((call: Call) => {
    const { id, name, locale } = call.platform.world.state.workbook;
    return { id, name, locale, owner: call.platform.owner };
  }),
  /** Where the Studio shows it: at Google's own address there would be nothing. */
  "Spreadsheet.address": free((call: Call) => call.platform.execUrl.replace(/\/exec$/, "")),
  "Spreadsheet.getSpreadsheetTimeZone": free(
    (call: Call) => call.platform.world.state.workbook.timeZone,
  ),
  "Spreadsheet.setSpreadsheetTimeZone": setTimeZone,
  "Spreadsheet.getSpreadsheetLocale": free(
    (call: Call) => call.platform.world.state.workbook.locale,
  ),
  "Spreadsheet.rename": acts((call: Call, name: string) => {
    call.platform.world.apply(["set", ["workbook", "name"], name]);
  }),
  "Spreadsheet.getSheets": free((call: Call) => call.platform.world.state.workbook.order),
  "Spreadsheet.getSheetByName": free((call: Call, name: string) => {
    return gridNamed(call.platform.world, name)?.props.id ?? null;
  }),
  "Spreadsheet.insertSheet": insertSheet,
  "Spreadsheet.deleteSheet": deleteSheet,
  "Spreadsheet.moveSheet": moveSheet,
  "Spreadsheet.toast": free((call: Call, text: string, title: string) => {
    call.execution.dialogs.push({ kind: "toast", title, text });
  }),
  "Spreadsheet.setNamedRange": setNamed,
  "Spreadsheet.getRangeByName": reads((call: Call, name: string) => {
    const { named } = call.platform.world.state.workbook;
    return Object.hasOwn(named, name) ? named[name] : null;
  }),
  "Spreadsheet.removeNamedRange": acts((call: Call, name: string) => {
    call.platform.world.apply(["del", ["workbook", "named", name]]);
  }),
  "SpreadsheetApp.flush": acts(() => null),
  "SpreadsheetApp.selection": selection,
  "SpreadsheetApp.activate": activate,
  "Sheet.showSheet": acts((call: Call, id: number) => {
    setProp(call.platform.world, gridOf(call.platform.world, id), "hidden", false);
  }),
  "TextFinder.find": findText,
};
