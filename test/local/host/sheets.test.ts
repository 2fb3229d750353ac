// Sheets: size, lines that move with all that belongs to them, looks, sorting, finding.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const sheet = "SpreadsheetApp.getActiveSheet()";
const open = () => {
  const bench = openBench();
  const run = (code: string) => bench.evaluate(`var sheet = ${sheet}; ${code}`);
  return { ...bench, run };
};

describe("a sheet's size", () => {
  it("is 1000 by 26 when new, and nothing is in it", () => {
    const { run } = open();
    expect(
      run(
        "return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn()]",
      ),
    ).toEqual([1000, 26, 0, 0]);
  });

  it("counts checkboxes as content, so that appendRow lands below them (facts 5.13)", () => {
    const { run } = open();
    expect(
      run(`sheet.getRange("B2:B1000").insertCheckboxes(); sheet.appendRow(["x"]);
        return [sheet.getLastRow(), sheet.getMaxRows(), sheet.getRange(2, 2).getValue(), sheet.getRange(1001, 1).getValue()]`),
    ).toEqual([1001, 1001, false, "x"]);
  });

  it("grows by appendRow with the look of the last row", () => {
    const { run } = open();
    expect(
      run(`sheet.getRange("A2:A").setNumberFormat("yyyy").setBackground("#eeeeee");
        sheet.getRange(1000, 1).setValue("last");
        sheet.appendRow(["one more"]);
        return [sheet.getRange(1001, 1).getNumberFormat(), sheet.getRange(1001, 1).getBackground()]`),
    ).toEqual(["yyyy", "#eeeeee"]);
  });

  it("may not pass ten million cells (facts 4.15)", () => {
    const { run } = open();
    expect(() => run("sheet.insertRowsAfter(1000, 400000); return 1")).toThrow("10000000 cells");
  });

  it("never goes to nothing", () => {
    const { run } = open();
    expect(() => run("sheet.deleteRows(1, 1000); return 1")).toThrow("delete all the rows");
    expect(() => run("sheet.deleteRows(1000, 2); return 1")).toThrow("out of bounds");
    expect(() => run("SpreadsheetApp.getActive().deleteSheet(sheet); return 1")).toThrow(
      "remove all the sheets",
    );
  });
});

describe("lines put in and taken out", () => {
  const setUp = `
    sheet.getRange("A1:C4").setValues([["h1","h2","h3"],["a",1,"x"],["b",2,"y"],["c",3,"z"]]);
    sheet.getRange("B3").setNote("note").setBackground("#111111");
    sheet.getRange("C2:C").protect().setWarningOnly(true).setDescription("machine");
    sheet.setColumnWidth(2, 222); sheet.hideColumns(3);
    SpreadsheetApp.getActive().setNamedRange("here", sheet.getRange("A1"));`;
  const seen = `return {
    values: sheet.getDataRange().getValues().map(function (r) { return r.join("|"); }),
    notes: sheet.getDataRange().getNotes().map(function (r) { return r.join("|"); }),
    warned: sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (p) { return p.getRange().getA1Notation() + p.getDescription(); }),
    widths: [1, 2, 3, 4].map(function (c) { return sheet.getColumnWidth(c); }),
    hidden: [1, 2, 3, 4].map(function (c) { return sheet.isColumnHiddenByUser(c); }) };`;

  it("move notes, colours and protection along with the rows", () => {
    const { run } = open();
    expect(run(`${setUp} sheet.insertRowsBefore(3, 2); sheet.deleteRow(2); ${seen}`)).toMatchObject(
      {
        values: ["h1|h2|h3", "||", "||", "b|2|y", "c|3|z"],
        notes: ["||", "||", "||", "|note|", "||"],
        warned: ["C2:C1001machine"],
      },
    );
  });

  it("move widths and hidden columns along with the columns", () => {
    const { run } = open();
    expect(run(`${setUp} sheet.insertColumnBefore(2); ${seen}`)).toMatchObject({
      values: ["h1||h2|h3", "a||1|x", "b||2|y", "c||3|z"],
      warned: ["D2:D1000machine"],
      widths: [100, 100, 222, 100],
      hidden: [false, false, false, true],
    });
    expect(run(`sheet.deleteColumn(2); sheet.deleteColumn(3); ${seen}`)).toMatchObject({
      values: ["h1|h2", "a|1", "b|2", "c|3"],
      warned: [],
      widths: [100, 222, 100, 100],
    });
  });

  it("leave a range where it was, so that a remembered row number hits another row (facts 5.17)", () => {
    const { run } = open();
    expect(
      run(
        `${setUp} var range = sheet.getRange("A3"); sheet.insertRowBefore(2); return [range.getA1Notation(), range.getValue()]`,
      ),
    ).toEqual(["A3", "a"]);
  });
});

describe("sheets in the file", () => {
  it("are found by name, put in at a place, moved, renamed, hidden and removed", () => {
    const { run, host } = open();
    expect(
      run(`var book = SpreadsheetApp.getActive();
        var queue = book.insertSheet("Queue", 0); book.insertSheet("Events");
        book.setActiveSheet(queue); book.moveActiveSheet(3);
        book.getSheetByName("Sheet1").setName("First").setTabColor("#ff0000");
        book.getSheetByName("Events").hideSheet();
        return [book.getSheets().map(function (s) { return s.getName() + s.getIndex(); }), book.getNumSheets(),
          book.getSheetByName("none"), book.getSheetById(queue.getSheetId()).getName(), book.getSheetById(12345)]`),
    ).toEqual([["First1", "Events2", "Queue3"], 3, null, "Queue", null]);
    expect(host.sheets().map(({ name, hidden, tabColor }) => [name, hidden, tabColor])).toEqual([
      ["First", false, "#ff0000"],
      ["Events", true, ""],
      ["Queue", false, ""],
    ]);
    expect(() => run(`SpreadsheetApp.getActive().insertSheet("queue"); return 1`)).toThrow(
      "already exists",
    );
    expect(() =>
      run(`var gone = SpreadsheetApp.getActive().getSheetByName("Queue");
      SpreadsheetApp.getActive().deleteSheet(gone); return gone.getLastRow()`),
    ).toThrow("not found");
  });
});

describe("sorting", () => {
  it("puts numbers before text before blanks, and takes notes along", () => {
    const { run } = open();
    expect(
      run(`sheet.getRange("A1:B5").setValues([["h", ""], ["b", 1], ["", 2], [3, 3], ["a", 4]]);
        sheet.getRange("A2").setNote("was b"); sheet.setFrozenRows(1); sheet.sort(1);
        var up = sheet.getRange("A1:B5").getValues().join(" ");
        var note = sheet.getRange("A4").getNote();
        sheet.getRange("A2:B5").sort([{ column: 1, ascending: false }]);
        return [up, note, sheet.getRange("A1:B5").getValues().join(" ")]`),
    ).toEqual(["h, 3,3 a,4 b,1 ,2", "was b", "h, b,1 a,4 3,3 ,2"]);
  });
});

describe("finding text", () => {
  it("looks at what a person sees, within a sheet or a range", () => {
    const { run } = open();
    const find = (code: string) =>
      run(`sheet.getRange("A1:B3").setValues([["id", "Id"], ["x1", 0.5], ["x10", "id"]]);
        sheet.getRange("B2").setNumberFormat("0%");
        return ${code}.findAll().map(function (r) { return r.getA1Notation(); })`);
    expect(find(`sheet.createTextFinder("id")`)).toEqual(["A1", "B1", "B3"]);
    expect(find(`sheet.createTextFinder("id").matchCase(true)`)).toEqual(["A1", "B3"]);
    expect(find(`sheet.getRange("A2:A").createTextFinder("x1").matchEntireCell(true)`)).toEqual([
      "A2",
    ]);
    expect(find(`sheet.createTextFinder("50%")`)).toEqual(["B2"]);
    expect(run(`return sheet.createTextFinder("nothing").findNext()`)).toBeNull();
  });
});

describe("what a person sees of a tab", () => {
  it("has headers with their notes, widths, dropdowns and warnings, and coloured rows", () => {
    const { run, host } = open();
    run(`sheet.getRange("A1:C3").setValues([["id", "status", "at"], ["'1", "PAID", new Date(0)], ["'2", "OPEN", ""]]);
      sheet.getRange("A1:C1").setNotes([["the id", "", ""]]).setBackground("#2a9d8f");
      sheet.setFrozenRows(1); sheet.setColumnWidth(1, 140); sheet.hideColumns(3);
      sheet.getRange("C2:C").setNumberFormat("yyyy-mm-dd hh:mm");
      sheet.getRange("B2:B").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["OPEN", "PAID"]).build());
      sheet.getRange("A2:A").protect().setWarningOnly(true);
      sheet.setConditionalFormatRules([
        SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("OPEN").setBackground("#ffee00").setRanges([sheet.getRange("B2:B")]).build(),
        SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=$B2="PAID"').setBackground("#00ff00").setRanges([sheet.getRange("A2:C")]).build()]);
      return 1`);
    expect(host.look("Sheet1")).toEqual({
      name: "Sheet1",
      frozenRows: 1,
      headerBackground: "#2a9d8f",
      columns: [
        {
          header: "id",
          width: 140,
          hidden: false,
          note: "the id",
          numberFormat: "0.###############",
          choices: [],
          warns: true,
        },
        {
          header: "status",
          width: 100,
          hidden: false,
          note: "",
          numberFormat: "0.###############",
          choices: ["OPEN", "PAID"],
          warns: false,
        },
        {
          header: "at",
          width: 100,
          hidden: true,
          note: "",
          numberFormat: "yyyy-mm-dd hh:mm",
          choices: [],
          warns: false,
        },
      ],
      rows: [
        {
          row: 2,
          cells: ["1", "PAID", "1970-01-01 00:00"],
          backgrounds: ["#00ff00", "#00ff00", "#00ff00"],
          notes: ["", "", ""],
        },
        { row: 3, cells: ["2", "OPEN", ""], backgrounds: ["", "#ffee00", ""], notes: ["", "", ""] },
      ],
      hiddenRows: [],
      filtered: false,
      groups: [],
    });
    expect(host.sheet("Sheet1")).toEqual({
      headers: ["id", "status", "at"],
      rows: [
        { id: "1", status: "PAID", at: "1970-01-01T00:00:00.000Z" },
        { id: "2", status: "OPEN", at: "" },
      ],
      formulas: {},
    });
  });

  it("shows formulas apart from values, and counts blank rows", () => {
    const { run, host } = open();
    run(`sheet.getRange("A1:A4").setValues([["h"], ["=1+2"], [""], ["x"]]); return 1`);
    expect(host.sheet("Sheet1")).toEqual({
      headers: ["h"],
      rows: [{ h: 3 }, { h: "" }, { h: "x" }],
      formulas: { A2: "=1+2" },
    });
  });

  it("names the sheets there are when asked for another", () => {
    expect(() => open().host.look("Nope")).toThrow('There is no sheet "Nope"; there are: Sheet1.');
  });
});

describe("a menu run", () => {
  it("sees what the person has selected", () => {
    const bench = openBench(`function where() {
      var range = SpreadsheetApp.getActiveRange();
      return [SpreadsheetApp.getActiveSheet().getName(), range.getRow(), SpreadsheetApp.getCurrentCell().getA1Notation()]; }`);
    bench.evaluate(`SpreadsheetApp.getActive().insertSheet("Queue"); return 1;`);
    const selection = { sheet: "Queue", row: 7 };
    expect(bench.host.run({ function: "where", selection }).result).toEqual(["Queue", 7, "A7"]);
    expect(bench.host.run({ function: "where" }).result).toEqual(["Sheet1", 1, "A1"]);
  });

  it("asks, takes the answers in order, and closes what is not answered", () => {
    const bench = openBench(`function ask() {
      var ui = SpreadsheetApp.getUi();
      var first = ui.alert("Title", "Sure?", ui.ButtonSet.YES_NO);
      var name = ui.prompt("Name?");
      var last = ui.alert("Done");
      SpreadsheetApp.getActive().toast("saved", "Drip");
      ui.showModalDialog(HtmlService.createHtmlOutput("<p>x</p>"), "Report");
      return [String(first), first === ui.Button.YES, name.getResponseText(), String(name.getSelectedButton()), String(last)]; }`);
    const { result, dialogs } = bench.host.run({ function: "ask", answers: ["YES", "Ada"] });
    expect(result).toEqual(["YES", true, "Ada", "OK", "CLOSE"]);
    expect(dialogs).toEqual([
      { kind: "alert", title: "Title", text: "Sure?", buttons: "YES_NO" },
      { kind: "prompt", title: "", text: "Name?", buttons: "OK" },
      { kind: "alert", title: "", text: "Done", buttons: "OK" },
      { kind: "toast", title: "Drip", text: "saved" },
      { kind: "modal", title: "Report", text: "", html: "<p>x</p>" },
    ]);
    expect(() => bench.host.run({ function: "ask", answers: ["MAYBE"] })).toThrow(
      "it has YES, NO and CLOSE",
    );
  });
});
