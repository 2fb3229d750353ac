// What a filter hides, what a group folds, and rows moved as a whole.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const open = () => {
  const bench = openBench();
  const run = (code: string) =>
    bench.evaluate(`var sheet = SpreadsheetApp.getActiveSheet(); ${code}`);
  const hidden = () => bench.host.look("Sheet1").hiddenRows;
  return { ...bench, run, hidden };
};

const PEOPLE = `sheet.getRange("A1:C5").setValues([["who","status","due"],
  ["ada","ACTIVE",new Date("2026-03-02T08:00:00Z")], ["bo","PAUSED",new Date("2026-03-03T08:00:00Z")],
  ["cy","PAID",""], ["di","ACTIVE",new Date("2026-02-20T08:00:00Z")]]);`;
const filtered = (column: number, criteria: string) =>
  `${PEOPLE} sheet.getRange("A:C").createFilter()
    .setColumnFilterCriteria(${column}, SpreadsheetApp.newFilterCriteria().${criteria}.build()); return 1;`;

describe("a filter", () => {
  it.each([
    ["setHiddenValues(['PAID', 'PAUSED'])", 2, [3, 4]],
    ["whenTextEqualTo('active')", 2, [3, 4]],
    ["whenTextContains('PA')", 2, [2, 5]],
    ["whenTextDoesNotContain('PA')", 2, [3, 4]],
    ["whenCellEmpty()", 3, [2, 3, 5]],
    ["whenCellNotEmpty()", 3, [4]],
    ["whenDateBefore(SpreadsheetApp.RelativeDate.TOMORROW)", 3, [3, 4]],
    ["whenDateAfter(SpreadsheetApp.RelativeDate.TODAY)", 3, [2, 4, 5]],
    ["whenDateEqualTo(new Date('2026-03-02T20:00:00Z'))", 3, [3, 4, 5]],
    ["whenFormulaSatisfied('=$B2<>\"PAID\"')", 1, [4]],
    ["whenTextStartsWith('A').setHiddenValues(['di'])", 1, [3, 4, 5]],
  ])("by %s in column %i hides rows %j", (criteria, column, rows) => {
    const { run, hidden } = open();
    run(filtered(column, criteria));
    expect(hidden()).toEqual(rows);
  });

  it("is one a sheet, and a script finds it, reads it and takes it off", () => {
    const { run, hidden, host } = open();
    run(filtered(2, "setHiddenValues(['PAID'])"));
    expect(() => run(`sheet.getRange("A:C").createFilter(); return 1`)).toThrow("already has");
    expect(
      run(`var filter = sheet.getFilter(); var criteria = filter.getColumnFilterCriteria(2);
        return [filter.getRange().getA1Notation(), criteria.getHiddenValues(), criteria.getCriteriaType(),
          filter.getColumnFilterCriteria(1), sheet.isRowHiddenByFilter(4), sheet.isRowHiddenByFilter(2)]`),
    ).toEqual(["A1:C1000", ["PAID"], null, null, true, false]);
    run("sheet.getFilter().removeColumnFilterCriteria(2); return 1");
    expect([hidden(), host.look("Sheet1").filtered]).toEqual([[], true]);
    run("sheet.getFilter().remove(); return 1");
    expect([run("return sheet.getFilter()"), host.look("Sheet1").filtered]).toEqual([null, false]);
  });

  it("reads and writes hidden rows like any other, and sorts them all", () => {
    const { run } = open();
    run(filtered(2, "setHiddenValues(['PAID'])"));
    run(`sheet.getFilter().sort(1, false); return 1`);
    expect(run(`return sheet.getRange("A1:A5").getValues().join()`)).toBe("who,di,cy,bo,ada");
  });

  it("goes with its columns and rows, and ends with its headers", () => {
    const { run, hidden } = open();
    run(filtered(2, "setHiddenValues(['PAID'])"));
    run("sheet.insertColumnBefore(1); sheet.insertRowBefore(3); return 1");
    expect(run("return sheet.getFilter().getRange().getColumn()")).toBe(2);
    expect(hidden()).toEqual([5]);
    run("sheet.deleteRow(1); return 1");
    expect(run("return sheet.getFilter()")).toBe(null);
  });

  it("is taken off by a person, too, and a group is opened by the sign beside it", () => {
    const { run, hidden, host } = open();
    run(filtered(2, "setHiddenValues(['PAID'])"));
    run(`sheet.getRange("8:9").shiftRowGroupDepth(1); sheet.collapseAllRowGroups(); return 1`);
    expect(hidden()).toEqual([4, 8, 9]);
    host.act({ sheet: "Sheet1", kind: "unfilter" });
    host.act({ sheet: "Sheet1", kind: "fold", row: 8, collapsed: false });
    expect(hidden()).toEqual([]);
    host.act({ sheet: "Sheet1", kind: "fold", row: 9, collapsed: true });
    expect(hidden()).toEqual([8, 9]);
    expect(() => host.act({ sheet: "Sheet1", kind: "unfilter" })).toThrow("no longer exists");
  });

  it("survives a restart", () => {
    const { run, reopen } = open();
    run(filtered(2, "setHiddenValues(['PAID'])"));
    expect(reopen().host.look("Sheet1").hiddenRows).toEqual([4]);
  });

  it.each([
    [1, "whenFormulaSatisfied('=REGEXMATCH(A2, B2)')", "does not have a filter by the formula"],
    [3, "whenDateBefore(SpreadsheetApp.RelativeDate.PAST_WEEK)", "PAST_WEEK"],
    [1, "setVisibleValues(['x'])", "FilterCriteriaBuilder.setVisibleValues"],
    [9, "whenCellEmpty()", "outside of the filter's range"],
  ])("refuses column %i by %s", (column, criteria, said) => {
    expect(() => open().run(filtered(column, criteria))).toThrow(said);
  });
});

describe("a row group", () => {
  it("folds, unfolds, and is found by one of its rows", () => {
    const { run, hidden } = open();
    run(
      `sheet.getRange("5:7").shiftRowGroupDepth(1); sheet.getRowGroup(6, 1).collapse(); return 1`,
    );
    expect(hidden()).toEqual([5, 6, 7]);
    expect(
      run(`var group = sheet.getRowGroup(5, 1);
        return [group.getDepth(), group.isCollapsed(), group.getRange().getRow(), group.getRange().getNumRows(),
          sheet.getRowGroupDepth(7), sheet.getRowGroupDepth(8), sheet.getRowGroup(8, 1)]`),
    ).toEqual([1, true, 5, 3, 1, 0, null]);
    run("sheet.expandAllRowGroups(); return 1");
    expect(hidden()).toEqual([]);
    run("sheet.collapseAllRowGroups(); return 1");
    expect(hidden()).toEqual([5, 6, 7]);
  });

  it("takes in a row that is put between its rows, and not one below it", () => {
    const { run } = open();
    run(`sheet.getRange("5:6").shiftRowGroupDepth(1); sheet.insertRowAfter(5); sheet.insertRowAfter(7);
      return 1`);
    expect(
      run("return [5,6,7,8].map(function (row) { return sheet.getRowGroupDepth(row); })"),
    ).toEqual([1, 1, 1, 0]);
  });

  it("does not change what is above when rows around it move", () => {
    const { run, hidden } = open();
    run(`sheet.getRange("A1:A6").setValues([[1],[2],[3],[4],[5],[6]]);
      sheet.getRange("3:4").shiftRowGroupDepth(1); sheet.collapseAllRowGroups();
      sheet.moveRows(sheet.getRange("6:6"), 3); return 1`);
    expect(run(`return sheet.getRange("A1:A6").getValues().join()`)).toBe("1,2,6,3,4,5");
    expect(hidden()).toEqual([4, 5]);
    run(`sheet.moveRows(sheet.getRange("1:2"), 7); return 1`);
    expect(run(`return sheet.getRange("A1:A6").getValues().join()`)).toBe("6,3,4,5,1,2");
    expect(hidden()).toEqual([2, 3]);
  });
});
