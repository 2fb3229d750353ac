// A person adds, renames and deletes a tab, and pastes a block: into an empty tab, and beyond the last row and column.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const TELLS = "function onEdit(e) { console.log(e.range.getA1Notation() + ' ' + e.value) }";

const open = () => {
  const bench = openBench(TELLS);
  const names = () => bench.host.sheets().map(({ name }) => name);
  return { ...bench, names };
};

describe("a tab that a person adds", () => {
  it("stands behind the open one, empty, 1000 by 26, and answers to letters", () => {
    const { host, names, evaluate } = open();
    host.act({ kind: "insertSheet", sheet: "Sheet1", to: "Old list" });
    host.act({ kind: "insertSheet", sheet: "Sheet1", to: "Between" });
    expect(names()).toEqual(["Sheet1", "Between", "Old list"]);
    host.edit("Between", 1, "C", "header");
    expect(
      evaluate(`var sheet = SpreadsheetApp.getActive().getSheetByName("Between");
        return [sheet.getRange("C1").getValue(), sheet.getMaxRows(), sheet.getMaxColumns()]`),
    ).toEqual(["header", 1000, 26]);
  });

  it("takes no name that another has, and says so", () => {
    const { host, names } = open();
    expect(() => host.act({ kind: "insertSheet", sheet: "Sheet1", to: "sheet1" })).toThrow(
      "already exists",
    );
    expect(names()).toEqual(["Sheet1"]);
  });

  it("is renamed and deleted, but the last one stays", () => {
    const { host, names } = open();
    host.act({ kind: "insertSheet", sheet: "Sheet1", to: "Old" });
    host.act({ kind: "renameSheet", sheet: "Old", to: "Older" });
    expect(names()).toEqual(["Sheet1", "Older"]);
    host.act({ kind: "deleteSheet", sheet: "Older" });
    expect(() => host.act({ kind: "deleteSheet", sheet: "Sheet1" })).toThrow("all the sheets");
    expect(names()).toEqual(["Sheet1"]);
  });
});

describe("a pasted block", () => {
  it("is read as typed, and one event tells of all of it", () => {
    const { host } = open();
    const values = [
      ["客户邮箱", "已付款", "第一封发送时间"],
      ["a@x.test", "TRUE", "2026-02-20 09:30"],
      ["b@x.test", "57"],
    ];
    host.act({ kind: "paste", sheet: "Sheet1", row: 1, column: "A", values });
    expect(host.sheet("Sheet1").rows).toEqual([
      { 客户邮箱: "a@x.test", 已付款: true, 第一封发送时间: "2026-02-20T09:30:00.000Z" },
      { 客户邮箱: "b@x.test", 已付款: 57, 第一封发送时间: "" },
    ]);
    const edits = host.executions().filter((one) => one.function === "onEdit");
    expect(edits.map(({ logs }) => logs?.join())).toEqual(["A1:C3 undefined"]);
  });

  it("makes the sheet larger where it reaches beyond its end", () => {
    const { host, evaluate } = open();
    const values = Array.from({ length: 3 }, () => ["x", "y"]);
    host.act({ kind: "paste", sheet: "Sheet1", row: 999, column: "Z", values });
    expect(
      evaluate(`var sheet = SpreadsheetApp.getActiveSheet();
        return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getRange("AA1001").getValue()]`),
    ).toEqual([1001, 27, "y"]);
  });

  it("goes to the column of its letter where no row is frozen, whatever the first row says", () => {
    const { host } = open();
    host.edit("Sheet1", 1, "B", "A");
    host.act({ kind: "paste", sheet: "Sheet1", row: 2, column: "A", values: [["first"]] });
    host.edit("Sheet1", 3, "A", "first, too");
    expect(host.look("Sheet1").rows.map(({ cells }) => cells)).toEqual([
      ["first", ""],
      ["first, too", ""],
    ]);
  });
});
