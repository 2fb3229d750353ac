// Windows over the sheet, what is selected under them, and what google.script.run carries back.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const OWNER = "owner@dripsheet.local";

describe("a window of the script's own", () => {
  it("tells its kind and the size that the script gave it", () => {
    const bench = openBench(`function show() {
      var ui = SpreadsheetApp.getUi();
      var page = function (text) { return HtmlService.createHtmlOutput(text); };
      ui.showModalDialog(page("a").setWidth(520).setHeight(400), "Explain");
      ui.showModelessDialog(page("b").setWidth(300), "Beside");
      ui.showSidebar(page("c").setTitle("Help")); }`);
    expect(bench.host.run({ function: "show" }).dialogs).toEqual([
      { kind: "modal", title: "Explain", text: "", html: "a", widthPx: 520, heightPx: 400 },
      { kind: "modeless", title: "Beside", text: "", html: "b", widthPx: 300 },
      { kind: "sidebar", title: "Help", text: "", html: "c" },
    ]);
  });
});

describe("a selection", () => {
  const where = `function where() {
    var sheet = SpreadsheetApp.getActiveSheet();
    var names = function (list) { return list.getRanges().map(function (one) { return one.getA1Notation(); }); };
    return [sheet.getName(), names(sheet.getActiveRangeList()), names(SpreadsheetApp.getActiveRangeList()),
      sheet.getActiveRange().getA1Notation(), SpreadsheetApp.getActiveSpreadsheet().getCurrentCell().getRow()]; }`;

  it("of several rows is as many areas as there are gaps between them, and one more", () => {
    const { host } = openBench(where);
    const selection = { sheet: "Sheet1", row: 3, rows: [3, 4, 5, 9] };
    const list = ["A3:A5", "A9"];
    expect(host.run({ function: "where", selection }).result).toEqual([
      "Sheet1",
      list,
      list,
      "A9",
      3,
    ]);
  });

  it("is the first cell where nothing was selected, and on a sheet that is not open", () => {
    const bench = openBench(where);
    expect(bench.host.run({ function: "where" }).result).toEqual([
      "Sheet1",
      ["A1"],
      ["A1"],
      "A1",
      1,
    ]);
    bench.evaluate(`SpreadsheetApp.getActive().insertSheet("Other"); return 1;`);
    const other = `SpreadsheetApp.getActive().getSheetByName("Other").getActiveRange().getA1Notation()`;
    const selection = { sheet: "Sheet1", row: 7 };
    const args = [`return ${other}`];
    expect(bench.host.run({ function: "evaluate", args, selection }).result).toBe("A1");
  });

  it("is what a script has activated, too", () => {
    const { evaluate } = openBench();
    expect(
      evaluate(`var sheet = SpreadsheetApp.getActiveSheet();
        sheet.getRange("B2:C4").activate();
        var one = SpreadsheetApp.getActiveRange().getA1Notation();
        sheet.getRangeList(["A1", "D2:D3"]).activate();
        return [one, SpreadsheetApp.getActiveRange().getA1Notation(), sheet.getCurrentCell().getA1Notation()]`),
    ).toEqual(["B2:C4", "D2:D3", "D2"]);
  });

  it("is told to whoever shows the sheet where a script has moved it, and only then", () => {
    const { host } = openBench();
    const run = (code: string) => host.run({ function: "evaluate", args: [code] }).cursor;
    const sheet = "SpreadsheetApp.getActiveSheet()";
    expect(run(`${sheet}.getRange(7, 2).activate(); return 1`)).toEqual({
      sheet: "Sheet1",
      row: 7,
    });
    expect(run(`return ${sheet}.getName()`)).toBeUndefined();
  });
});

describe("google.script.run", () => {
  const code = `
    function doPost(e) { return e; }
    function who() { return [Session.getActiveUser().getEmail(), Session.getEffectiveUser().getEmail()]; }
    function ask() { return String(SpreadsheetApp.getUi().alert("Sure?")); }
    function give(what) { return { list: [1, { deep: new Function("return " + what)() }] }; }`;

  it("from a window acts as whoever has the sheet open, with the sheet before them", () => {
    const { host } = openBench(code);
    expect(host.run({ function: "who", from: "dialog" }).result).toEqual([OWNER, OWNER]);
    const editor = "editor@elsewhere.dev";
    expect(host.run({ function: "who", from: "dialog", as: editor }).result).toEqual([
      editor,
      editor,
    ]);
    const asked = host.run({ function: "ask", from: "dialog" });
    expect([asked.result, asked.dialogs.length]).toEqual(["CLOSE", 1]);
  });

  it("hands the argument to the function as it is, not as an event of the platform's", () => {
    const { host } = openBench(code);
    const given = { dialog: "explain", args: { a: "1" } };
    expect(host.run({ function: "doPost", args: [given], from: "dialog" }).result).toEqual(given);
  });

  it.each([
    ["'a text'", "a text"],
    ["[1, true, null]", [1, true, null]],
    ["({ a: undefined, b: 2 })", { b: 2 }],
    ["[undefined]", [null]],
  ])("carries %s", (what, seen) => {
    const outcome = openBench(code).host.run({ function: "give", args: [what], from: "dialog" });
    expect(outcome.result).toEqual({ list: [1, { deep: seen }] });
  });

  it.each([
    ["new Date(0)", "a Date (the answer.list[1].deep)"],
    ["function () {}", "a function"],
    ["SpreadsheetApp.getActiveSheet()", "a Sheet"],
    ["HtmlService.createHtmlOutput('x')", "a HtmlOutput"],
    ["(function () { var a = {}; a.a = a; return a; })()", "an object that contains itself"],
  ])("does not carry %s, and says so", (what, said) => {
    for (const from of ["dialog", "page"] as const) {
      expect(() => openBench(code).host.run({ function: "give", args: [what], from })).toThrow(
        said,
      );
    }
  });
});
