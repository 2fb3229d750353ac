// Values, formulas and what a cell shows.

import { evaluateFormula } from "../grid/arithmetic.ts";
import type { Cell, WireValue } from "../grid/cell.ts";
import { displayAt, formulaAt, mapRect, wireAt } from "../grid/read.ts";
import type { Rect } from "../grid/rect.ts";
import { writeValues } from "../grid/write.ts";
import { type Call, type OpTable, reads, writes } from "../op.ts";
import { changeGrid, gridOf } from "../workbook.ts";
import { type HeldReading, valuesSince } from "./held-values.ts";

const getValues = reads((call: Call, sheetId: number, rect: Rect, held?: HeldReading) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const { timeZone } = world.state.workbook;
  call.cells = rect.rows * rect.cols;
  if (held !== undefined) return valuesSince(grid, rect, timeZone, held);
  return mapRect(rect, (row, col) => wireAt(grid, row, col, timeZone));
});

const getDisplayValues = reads((call: Call, sheetId: number, rect: Rect) => {
  const grid = gridOf(call.platform.world, sheetId);
  call.cells = rect.rows * rect.cols;
  return mapRect(rect, (row, col) => displayAt(grid, row, col));
});

const getFormulas = reads((call: Call, sheetId: number, rect: Rect) => {
  const grid = gridOf(call.platform.world, sheetId);
  call.cells = rect.rows * rect.cols;
  return mapRect(rect, (row, col) => formulaAt(grid, row, col));
});

const setValues = writes(
  (call: Call, sheetId: number, rect: Rect, values: readonly (readonly WireValue[])[]) => {
    const { world, clock } = call.platform;
    call.cells = rect.rows * rect.cols;
    const manner = { now: clock.now(), appends: false };
    writeValues(world, gridOf(world, sheetId), rect, values, manner);
  },
);

/** One value for every cell of the range. */
const setValue = writes((call: Call, sheetId: number, rect: Rect, value: WireValue) => {
  const { world, clock } = call.platform;
  call.cells = rect.rows * rect.cols;
  const values = mapRect(rect, () => value);
  const manner = { now: clock.now(), appends: false };
  writeValues(world, gridOf(world, sheetId), rect, values, manner);
});

const setFormulas = writes(
  (call: Call, sheetId: number, rect: Rect, formulas: readonly (readonly string[])[]) => {
    const { world } = call.platform;
    call.cells = rect.rows * rect.cols;
    const cells = formulas.map((line) => line.map(formulaCell));
    changeGrid(world, gridOf(world, sheetId), ["cells", rect.row, rect.col, cells]);
  },
);

function formulaCell(text: string): Cell {
  if (text === "") return null;
  const formula = text.startsWith("=") ? text : `=${text}`;
  return { f: formula, v: evaluateFormula(formula) };
}

export const rangeValueOps: OpTable = {
  "Range.getValue": getValues,
  "Range.getValues": getValues,
  "Range.isBlank": getDisplayValues,
  "Range.getDisplayValue": getDisplayValues,
  "Range.getDisplayValues": getDisplayValues,
  "Range.getFormula": getFormulas,
  "Range.getFormulas": getFormulas,
  "Range.setValue": setValue,
  "Range.setValues": setValues,
  "Range.setFormula": setFormulas,
  "Range.setFormulas": setFormulas,
  "Range.check": setValue,
  "Range.uncheck": setValue,
};
