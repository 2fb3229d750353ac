// Everything that covers an area: formats, notes, colours, dropdowns, clearing, groups, sorting.
import { GENERAL_FORMAT } from "../grid/cell.ts";
import type { PlaneName } from "../grid/grid.ts";
import { groupsWithin, withCollapsed } from "../grid/groups.ts";
import { mapRect, planeAt } from "../grid/read.ts";
import { lastRowOf, type Rect } from "../grid/rect.ts";
import { type SortKey, sortedOrder } from "../grid/sort.ts";
import type { ValidationRule } from "../grid/validation.ts";
import { acts, type Call, type Op, type OpTable, reads, writes } from "../op.ts";
import { changeGrid, gridOf, setProp } from "../workbook.ts";

/** Method stem, plane, what an untouched cell answers. */
const attributes: readonly (readonly [string, string, PlaneName, unknown])[] = [
  ["NumberFormat", "NumberFormats", "format", GENERAL_FORMAT],
  ["Note", "Notes", "note", ""],
  ["Background", "Backgrounds", "background", "#ffffff"],
  ["FontColor", "FontColors", "fontColor", "#000000"],
  ["FontWeight", "FontWeights", "fontWeight", "normal"],
  ["FontStyle", "FontStyles", "fontStyle", "normal"],
  ["FontSize", "FontSizes", "fontSize", 10],
  ["WrapStrategy", "WrapStrategies", "wrap", "OVERFLOW"],
  ["HorizontalAlignment", "HorizontalAlignments", "horizontal", "general"],
  ["VerticalAlignment", "VerticalAlignments", "vertical", "bottom"],
];

const getPlane = (plane: PlaneName, none: unknown): Op =>
  reads((call: Call, sheetId: number, rect: Rect) => {
    const grid = gridOf(call.platform.world, sheetId);
    call.cells = rect.rows * rect.cols;
    return mapRect(rect, (row, col) => planeAt(grid, plane, row, col, none));
  });

const fillPlane = (plane: PlaneName): Op =>
  writes((call: Call, sheetId: number, rect: Rect, value: unknown) => {
    fill(call, sheetId, plane, rect, value);
  });

const setPlane = (plane: PlaneName): Op =>
  writes((call: Call, sheetId: number, rect: Rect, values: readonly (readonly unknown[])[]) => {
    values.forEach((line, down) => {
      line.forEach((value, right) => {
        const one = { row: rect.row + down, col: rect.col + right, rows: 1, cols: 1 };
        fill(call, sheetId, plane, one, value);
      });
    });
  });

function fill(call: Call, sheetId: number, plane: PlaneName, rect: Rect, value: unknown): void {
  const { world } = call.platform;
  const kept = value === "" ? null : value;
  changeGrid(world, gridOf(world, sheetId), [
    "fill",
    plane,
    rect.row,
    rect.col,
    rect.rows,
    rect.cols,
    kept,
  ]);
}

const setRule = writes((call: Call, sheetId: number, rect: Rect, rule: ValidationRule | null) => {
  fill(call, sheetId, "rule", rect, rule);
  if (rule?.kind === "CHECKBOX") tickBoxes(call, sheetId, rect);
});

/** A checkbox is a cell that holds FALSE, and so counts as content (facts 5.13). */
function tickBoxes(call: Call, sheetId: number, rect: Rect): void {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const cells = mapRect(rect, (row, col) => grid.cell(row, col) ?? false);
  changeGrid(world, grid, ["cells", rect.row, rect.col, cells]);
}

const clear = (contents: boolean, planes: readonly PlaneName[]): Op =>
  writes((call: Call, sheetId: number, rect: Rect) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const rows = Math.min(lastRowOf(rect), grid.lastRow()) - rect.row + 1;
    if (contents && rows > 0) {
      const cells = mapRect({ ...rect, rows }, () => null);
      changeGrid(world, grid, ["cells", rect.row, rect.col, cells]);
    }
    for (const plane of planes) fill(call, sheetId, plane, rect, null);
  });

const LOOKS: readonly PlaneName[] = [
  "format",
  "background",
  "fontColor",
  "fontWeight",
  "fontStyle",
  "fontSize",
  "wrap",
  "horizontal",
  "vertical",
];

const shiftRowGroupDepth = acts((call: Call, sheetId: number, rect: Rect, delta: number) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const depths: Record<string, number> = { ...grid.props.rowDepths };
  for (let row = rect.row; row <= lastRowOf(rect); row += 1) {
    depths[row] = Math.max(0, Math.min(8, (depths[row] ?? 0) + delta));
    if (depths[row] === 0) delete depths[row];
  }
  setProp(world, grid, "rowDepths", depths);
});

const collapse = (collapsed: boolean): Op =>
  acts((call: Call, sheetId: number, rect: Rect) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const groups = groupsWithin(grid.props, rect);
    setProp(world, grid, "collapsedRows", withCollapsed(grid.props, groups, collapsed));
  });

const sort = acts((call: Call, sheetId: number, rect: Rect, keys: readonly SortKey[]) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  call.cells = rect.rows * rect.cols;
  const order = sortedOrder(grid, rect, keys);
  changeGrid(world, grid, ["order", rect.row, rect.col, rect.cols, order]);
});

export const rangeLookOps: OpTable = {
  ...Object.fromEntries(
    attributes.flatMap(([one, many, plane, none]) => [
      [`Range.get${one}`, getPlane(plane, none)],
      [`Range.get${many}`, getPlane(plane, none)],
      [`Range.set${one}`, fillPlane(plane)],
      [`Range.set${many}`, setPlane(plane)],
    ]),
  ),
  "Range.getWrap": getPlane("wrap", "OVERFLOW"),
  "Range.setWrap": fillPlane("wrap"),
  "Range.getDataValidation": getPlane("rule", null),
  "Range.getDataValidations": getPlane("rule", null),
  "Range.setDataValidation": setRule,
  "Range.setDataValidations": setPlane("rule"),
  "Range.insertCheckboxes": setRule,
  "Range.clearDataValidations": fillPlane("rule"),
  "Range.removeCheckboxes": clear(true, ["rule"]),
  "Range.clear": clear(true, [...LOOKS, "rule"]),
  "Range.clearContent": clear(true, []),
  "Range.clearFormat": clear(false, LOOKS),
  "Range.clearNote": fillPlane("note"),
  "Range.shiftRowGroupDepth": shiftRowGroupDepth,
  "Range.collapseGroups": collapse(true),
  "Range.expandGroups": collapse(false),
  "Range.sort": sort,
};
