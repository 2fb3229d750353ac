// One sheet: its size, lines, name, colour, columns, protections and colour rules.

import { ServiceError } from "../errors.ts";
import { flush } from "../flush.ts";
import type { WireValue } from "../grid/cell.ts";
import type { Rect } from "../grid/rect.ts";
import {
  DEFAULT_COLUMN_WIDTH,
  type FormatRule,
  type Protection,
  type SheetProps,
} from "../grid/sheet-props.ts";
import { writeValues } from "../grid/write.ts";
import { acts, type Call, free, type Op, type OpTable, reads, writes } from "../op.ts";
import { changeGrid, gridOf, insertLines, refuseTakenName, setProp } from "../workbook.ts";

/** Rows and columns there are. A reach beyond them makes buffered appends count first. */
const bounds = free((call: Call, sheetId: number, lastRow: number, lastCol: number) => {
  const { world } = call.platform;
  const { props } = gridOf(world, sheetId);
  if (lastRow > props.maxRows || lastCol > props.maxCols) flush(call.platform, call.execution);
  const now = gridOf(world, sheetId).props;
  return [now.maxRows, now.maxCols];
});

const appendRow = writes((call: Call, sheetId: number, values: readonly WireValue[]) => {
  const { world, clock } = call.platform;
  const grid = gridOf(world, sheetId);
  const row = grid.lastRow() + 1;
  const { maxRows, maxCols } = grid.props;
  if (row > maxRows) insertLines(world, grid, "rows", maxRows + 1, row - maxRows);
  if (values.length > maxCols) {
    insertLines(world, grid, "cols", maxCols + 1, values.length - maxCols);
  }
  const rect = { row, col: 1, rows: 1, cols: values.length };
  writeValues(world, grid, rect, [values], { now: clock.now(), appends: true });
});

const prop = <Key extends keyof SheetProps>(key: Key): Op =>
  reads((call: Call, sheetId: number) => gridOf(call.platform.world, sheetId).props[key]);

const setProps = <Key extends keyof SheetProps>(key: Key): Op =>
  acts((call: Call, sheetId: number, value: SheetProps[Key]) => {
    const { world } = call.platform;
    setProp(world, gridOf(world, sheetId), key, value);
  });

const rename = acts((call: Call, sheetId: number, name: string) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  refuseTakenName(world, name, grid);
  setProp(world, grid, "name", name);
});

const insert = (axis: "rows" | "cols"): Op =>
  acts((call: Call, sheetId: number, at: number, count: number) => {
    const { world } = call.platform;
    insertLines(world, gridOf(world, sheetId), axis, at, count);
  });

const remove = (axis: "rows" | "cols"): Op =>
  acts((call: Call, sheetId: number, at: number, count: number) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const word = axis === "rows" ? "rows" : "columns";
    const max = axis === "rows" ? grid.props.maxRows : grid.props.maxCols;
    if (at < 1 || at + count - 1 > max) {
      throw new ServiceError(`Those ${word} are out of bounds.`);
    }
    if (count === max) {
      throw new ServiceError(`You can't delete all the ${word} on the sheet.`);
    }
    changeGrid(world, grid, [axis, at, -count]);
  });

const setWidths = acts((call: Call, sheetId: number, col: number, count: number, px: number) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const widths: Record<string, number> = { ...grid.props.widths };
  for (let index = col; index < col + count; index += 1) widths[index] = px;
  setProp(world, grid, "widths", widths);
});

const getWidth = reads((call: Call, sheetId: number, col: number) => {
  return gridOf(call.platform.world, sheetId).props.widths[col] ?? DEFAULT_COLUMN_WIDTH;
});

const hideLines = (key: "hiddenCols" | "hiddenRows", hidden: boolean): Op =>
  acts((call: Call, sheetId: number, at: number, count: number) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const rest = grid.props[key].filter((line) => line < at || line >= at + count);
    const lines = Array.from({ length: count }, (_, index) => at + index);
    setProp(world, grid, key, hidden ? [...rest, ...lines].sort((a, b) => a - b) : rest);
  });

const clearSheet = (contents: boolean, looks: boolean): Op =>
  writes((call: Call, sheetId: number) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const { maxRows, maxCols } = grid.props;
    const last = grid.lastRow();
    if (contents && last > 0) {
      const blank = Array.from({ length: grid.lastColumn() }, () => null);
      changeGrid(world, grid, ["cells", 1, 1, Array.from({ length: last }, () => blank)]);
    }
    if (!looks) return;
    for (const plane of ["format", "background", "fontColor", "fontWeight", "wrap"] as const) {
      changeGrid(world, grid, ["fill", plane, 1, 1, maxRows, maxCols, null]);
    }
    setProp(world, grid, "formatRules", []);
  });

const protect = acts((call: Call, sheetId: number, kind: Protection["kind"], rect: Rect) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const known = grid.props.protections.find((item) => kind === "SHEET" && item.kind === "SHEET");
  if (known) return known;
  const id = String(world.nextSerial());
  const added: Protection = { id, kind, rect, description: "", warningOnly: false };
  setProp(world, grid, "protections", [...grid.props.protections, added]);
  return added;
});

const protections = reads((call: Call, sheetId: number, kind: Protection["kind"]) => {
  const all = gridOf(call.platform.world, sheetId).props.protections;
  return all.filter((item) => item.kind === kind);
});

const changeProtection = (change: "set" | "remove"): Op =>
  acts((call: Call, sheetId: number, id: string, patch: Partial<Protection>) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const next = grid.props.protections.flatMap((item) => {
      if (item.id !== id) return [item];
      return change === "remove" ? [] : [{ ...item, ...patch }];
    });
    setProp(world, grid, "protections", next);
  });

const readProtection = reads((call: Call, sheetId: number, id: string) => {
  const all = gridOf(call.platform.world, sheetId).props.protections;
  const found = all.find((item) => item.id === id);
  if (found) return found;
  throw new ServiceError("The protected range no longer exists.");
});

const setFormatRules = writes((call: Call, sheetId: number, rules: readonly FormatRule[]) => {
  const { world } = call.platform;
  setProp(world, gridOf(world, sheetId), "formatRules", rules);
});

const groupDepth = reads((call: Call, sheetId: number, row: number) => {
  return gridOf(call.platform.world, sheetId).props.rowDepths[row] ?? 0;
});

export const sheetOps: OpTable = {
  "Sheet.bounds": bounds,
  "Sheet.appendRow": appendRow,
  "Sheet.getName": free((call: Call, id: number) => gridOf(call.platform.world, id).props.name),
  "Sheet.setName": rename,
  "Sheet.getIndex": free(
    (call: Call, id: number) => call.platform.world.state.workbook.order.indexOf(id) + 1,
  ),
  "Sheet.getLastRow": reads((call: Call, id: number) => gridOf(call.platform.world, id).lastRow()),
  "Sheet.getLastColumn": reads((call: Call, id: number) =>
    gridOf(call.platform.world, id).lastColumn(),
  ),
  // One question for both ends, as the one method it is.
  "Sheet.getDataRange": reads((call: Call, id: number) => {
    const grid = gridOf(call.platform.world, id);
    return { rows: Math.max(1, grid.lastRow()), cols: Math.max(1, grid.lastColumn()) };
  }),
  "Sheet.getMaxRows": prop("maxRows"),
  "Sheet.getMaxColumns": prop("maxCols"),
  "Sheet.insertRows": insert("rows"),
  "Sheet.insertColumns": insert("cols"),
  "Sheet.deleteRows": remove("rows"),
  "Sheet.deleteColumns": remove("cols"),
  "Sheet.getFrozenRows": prop("frozenRows"),
  "Sheet.setFrozenRows": setProps("frozenRows"),
  "Sheet.getFrozenColumns": prop("frozenCols"),
  "Sheet.setFrozenColumns": setProps("frozenCols"),
  "Sheet.setColumnWidths": setWidths,
  "Sheet.getColumnWidth": getWidth,
  "Sheet.hideColumns": hideLines("hiddenCols", true),
  "Sheet.showColumns": hideLines("hiddenCols", false),
  "Sheet.hideRows": hideLines("hiddenRows", true),
  "Sheet.showRows": hideLines("hiddenRows", false),
  "Sheet.hiddenColumns": prop("hiddenCols"),
  "Sheet.hiddenRows": prop("hiddenRows"),
  "Sheet.setHidden": setProps("hidden"),
  "Sheet.isSheetHidden": prop("hidden"),
  "Sheet.setTabColor": setProps("tabColor"),
  "Sheet.getTabColor": prop("tabColor"),
  "Sheet.clear": clearSheet(true, true),
  "Sheet.clearContents": clearSheet(true, false),
  "Sheet.clearFormats": clearSheet(false, true),
  "Sheet.getConditionalFormatRules": prop("formatRules"),
  "Sheet.setConditionalFormatRules": setFormatRules,
  "Sheet.protect": protect,
  "Sheet.getProtections": protections,
  "Sheet.getRowGroupDepth": groupDepth,
  "Protection.read": readProtection,
  "Protection.set": changeProtection("set"),
  "Protection.remove": changeProtection("remove"),
};
