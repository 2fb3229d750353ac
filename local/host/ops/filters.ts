// Filters and row groups of a sheet.
import { ServiceError } from "../errors.ts";
import { beyondUs, type Criterion, rowsHiddenByFilter, type SheetFilter } from "../grid/filter.ts";
import { groupsOf, groupsWithin, withCollapsed } from "../grid/groups.ts";
import type { Rect } from "../grid/rect.ts";
import { sortedOrder } from "../grid/sort.ts";
import { acts, type Call, type Op, type OpTable, reads } from "../op.ts";
import { changeGrid, gridOf, setProp } from "../workbook.ts";

const createFilter = acts((call: Call, sheetId: number, rect: Rect) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  if (grid.props.filter) {
    throw new ServiceError("You can't create a filter in a sheet that already has a filter.");
  }
  setProp(world, grid, "filter", { rect, criteria: {} });
});

function filterOf(call: Call, sheetId: number): SheetFilter {
  const { filter } = gridOf(call.platform.world, sheetId).props;
  if (filter) return filter;
  throw new ServiceError("The filter no longer exists.");
}

const setCriterion = acts(
  (call: Call, sheetId: number, col: number, criterion: Criterion | null) => {
    const { world } = call.platform;
    const filter = filterOf(call, sheetId);
    const { rect, criteria } = filter;
    if (col < rect.col || col >= rect.col + rect.cols) {
      throw new ServiceError("The column is outside of the filter's range.");
    }
    const gap = criterion === null ? null : beyondUs(criterion);
    if (gap !== null) throw new ServiceError(`Dripsheet Local does not have ${gap} yet`);
    const { [String(col)]: _old, ...rest } = criteria;
    const next = criterion === null ? rest : { ...rest, [String(col)]: criterion };
    setProp(world, gridOf(world, sheetId), "filter", { rect, criteria: next });
  },
);

const removeFilter = acts((call: Call, sheetId: number) => {
  filterOf(call, sheetId);
  const { world } = call.platform;
  setProp(world, gridOf(world, sheetId), "filter", null);
});

const sortFilter = acts((call: Call, sheetId: number, column: number, ascending: boolean) => {
  const { world } = call.platform;
  const grid = gridOf(world, sheetId);
  const { rect } = filterOf(call, sheetId);
  const below = { ...rect, row: rect.row + 1, rows: rect.rows - 1 };
  if (below.rows < 1) return;
  call.cells = below.rows * below.cols;
  const order = sortedOrder(grid, below, [{ column, ascending }]);
  changeGrid(world, grid, ["order", below.row, below.col, below.cols, order]);
});

const collapseAll = (collapsed: boolean): Op =>
  acts((call: Call, sheetId: number) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const groups = groupsOf(grid.props);
    setProp(world, grid, "collapsedRows", withCollapsed(grid.props, groups, collapsed));
  });

const readGroup = reads((call: Call, sheetId: number, row: number, depth: number) => {
  const groups = groupsOf(gridOf(call.platform.world, sheetId).props);
  const holds = (group: { row: number; rows: number }) =>
    row >= group.row && row < group.row + group.rows;
  return groups.find((group) => group.depth === depth && holds(group)) ?? null;
});

const foldGroup = (collapsed: boolean): Op =>
  acts((call: Call, sheetId: number, rect: Rect) => {
    const { world } = call.platform;
    const grid = gridOf(world, sheetId);
    const groups = groupsWithin(grid.props, rect);
    setProp(world, grid, "collapsedRows", withCollapsed(grid.props, groups, collapsed));
  });

export const filterOps: OpTable = {
  "Range.createFilter": createFilter,
  "Sheet.getFilter": reads((call: Call, sheetId: number) => {
    return gridOf(call.platform.world, sheetId).props.filter ?? null;
  }),
  "Sheet.rowsHiddenByFilter": reads((call: Call, sheetId: number) => {
    const { world, clock } = call.platform;
    const moment = { now: clock.now(), zone: world.state.workbook.timeZone };
    return rowsHiddenByFilter(gridOf(world, sheetId), moment);
  }),
  "Filter.read": reads(filterOf),
  "Filter.setCriterion": setCriterion,
  "Filter.remove": removeFilter,
  "Filter.sort": sortFilter,
  "Sheet.collapseAllRowGroups": collapseAll(true),
  "Sheet.expandAllRowGroups": collapseAll(false),
  "Sheet.getRowGroup": readGroup,
  "Group.collapse": foldGroup(true),
  "Group.expand": foldGroup(false),
};
