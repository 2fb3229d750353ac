// What the Studio asks for over a long workbook: rows that changed, mails that came, where everybody stands.
import { describe, expect, it } from "vitest";
import { openBench } from "../host/bench.ts";

interface Page {
  readonly cursor: string;
  readonly whole: boolean;
  readonly last: number;
  readonly columns: readonly { readonly header: string }[];
  readonly rows: readonly (readonly [
    row: number,
    cells: readonly string[],
    backgrounds: Readonly<Record<number, string>>,
    notes: Readonly<Record<number, string>>,
  ])[];
}

function open() {
  const bench = openBench();
  const run = (code: string) =>
    bench.evaluate(`var sheet = SpreadsheetApp.getActiveSheet(); ${code}; return 1`);
  const page = (since = "", from = bench) =>
    JSON.parse(from.host.lookPage("Sheet1", since)) as Page;
  run('sheet.getRange("A1:C4").setValues([["id","n","note"],["a",1,""],["b",2,"x"],["c",3,""]])');
  run("sheet.setFrozenRows(1)");
  return { bench, run, page };
}

describe("a page of a tab", () => {
  it("holds every row at first, without the empty cells at its end", () => {
    const { page } = open();
    expect(page()).toMatchObject({ whole: true, last: 4, name: "Sheet1", frozenRows: 1 });
    expect(page().rows.map(([row, cells]) => [row, cells])).toEqual([
      [2, ["a", "1"]],
      [3, ["b", "2", "x"]],
      [4, ["c", "3"]],
    ]);
  });

  it("holds the first row, too, where none is frozen: it is a row like the others", () => {
    const { run, page } = open();
    run("sheet.setFrozenRows(0)");
    expect(page().rows[0]?.slice(0, 2)).toEqual([1, ["id", "n", "note"]]);
    const { cursor } = page();
    run('sheet.getRange("B1").setValue("number")');
    expect(page(cursor).rows.map(([row]) => row)).toEqual([1]);
  });

  it("holds only the rows that a cell, a colour or a note has changed since", () => {
    const { run, page } = open();
    const { cursor } = page();
    expect(page(cursor).rows).toEqual([]);
    run('sheet.getRange("B3").setValue(7)');
    run('sheet.getRange("A4").setBackground("#ff0000"); sheet.getRange("C2").setNote("look")');
    const changed = page(cursor);
    expect(changed.whole).toBe(false);
    expect(changed.rows).toEqual([
      [2, ["a", "1"], {}, { 2: "look" }],
      [3, ["b", "7", "x"], {}, {}],
      [4, ["c", "3"], { 0: "#ff0000" }, {}],
    ]);
    expect(page(changed.cursor).rows).toEqual([]);
  });

  it("tells of rows that came and of an end that moved up", () => {
    const { run, page } = open();
    const { cursor } = page();
    run('sheet.appendRow(["d", 4])');
    const grown = page(cursor);
    expect([grown.last, grown.rows.map(([row]) => row)]).toEqual([5, [5]]);
    run('sheet.getRange("A4:C5").clearContent()');
    expect([page(grown.cursor).last, page(grown.cursor).rows]).toEqual([3, []]);
  });

  it.each([
    ["rows moved", "sheet.insertRowBefore(2)"],
    ["a column came", "sheet.insertColumnBefore(1)"],
    ["a column was hidden", "sheet.hideColumns(2)"],
  ])("is whole again when %s", (_, code) => {
    const { run, page } = open();
    const { cursor } = page();
    run(code);
    expect(page(cursor).whole).toBe(true);
  });

  it("is whole for a cursor of another process or of another tab", () => {
    const { bench, page } = open();
    const { cursor } = page();
    expect(page("77777777.0.0").whole).toBe(true);
    expect(page(cursor.replace(/\.\d+\./, ".12.")).whole).toBe(true);
    expect(page("nonsense", bench.reopen()).whole).toBe(true);
  });

  it("says nothing of what stands in a hidden column", () => {
    const { run, page } = open();
    run("sheet.hideColumns(1)");
    expect(page().rows[0]?.[1]).toEqual(["", "1"]);
  });
});
