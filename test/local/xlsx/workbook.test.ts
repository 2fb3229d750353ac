// The workbook as a file, read back by a library that had no part in writing it; what that library does not read is looked
// up in the parts of the file.
import { inflateRawSync } from "node:zlib";
import { type CellObject, read, type WorkSheet } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { openBench } from "../host/bench.ts";

function exported(code: string) {
  const bench = openBench();
  bench.evaluate(`var book = SpreadsheetApp.getActiveSpreadsheet();
    var sheet = SpreadsheetApp.getActiveSheet(); ${code}; return 1`);
  const file = Buffer.from(bench.host.xlsx());
  const book = read(file, { cellStyles: true, cellNF: true, cellFormula: true });
  const first = book.Sheets[book.SheetNames[0] ?? ""] as WorkSheet;
  return {
    book,
    first,
    cell: (address: string) => first[address] as CellObject | undefined,
    part: (path: string) => partOf(file, path),
  };
}

/** By the archive's directory, as a program opens it. */
function partOf(file: Buffer, path: string): string {
  let at = file.readUInt32LE(file.length - 22 + 16);
  while (file.readUInt32LE(at) === 0x02014b50) {
    const name = file.readUInt16LE(at + 28);
    if (file.toString("utf8", at + 46, at + 46 + name) === path) {
      const local = file.readUInt32LE(at + 42);
      const start = local + 30 + file.readUInt16LE(local + 26);
      return inflateRawSync(file.subarray(start, start + file.readUInt32LE(at + 20))).toString();
    }
    at += 46 + name;
  }
  throw new Error(`The file has no part ${path}.`);
}

const SHEET_1 = "xl/worksheets/sheet1.xml";

describe("the workbook as .xlsx", () => {
  it("holds texts, numbers, truths and moments as what they are", () => {
    const { cell } = exported(`sheet.getRange("A1:D1").setValues(
      [["'00123", 4.5, true, new Date("2026-03-02T09:30:00Z")]]);
      sheet.getRange("D1").setNumberFormat("yyyy-mm-dd hh:mm")`);
    expect(cell("A1")).toMatchObject({ t: "s", v: "00123" });
    expect(cell("B1")).toMatchObject({ t: "n", v: 4.5 });
    expect(cell("C1")).toMatchObject({ t: "b", v: true });
    expect(cell("D1")).toMatchObject({ t: "n", z: "yyyy-mm-dd hh:mm", w: "2026-03-02 09:30" });
  });

  it.each(['=HYPERLINK("http://evil.test","x")', "+1 555", "-x", "@SUM(A1)"])(
    "keeps %j from a stranger a text, also when somebody edits the cell",
    (text) => {
      const { cell, part } = exported(
        `sheet.getRange("A1").setValue(${JSON.stringify(`'${text}`)})`,
      );
      expect(cell("A1")).toMatchObject({ t: "s", v: text });
      expect(cell("A1")?.f).toBeUndefined();
      expect(part(SHEET_1)).not.toContain("<f>");
      expect(part("xl/styles.xml")).toContain('quotePrefix="1"');
    },
  );

  it("writes a formula as what it shows, so that nothing in the file is carried out", () => {
    const { cell, part } = exported(`sheet.getRange("A1").setFormula("=2*21")`);
    expect(cell("A1")).toMatchObject({ t: "n", v: 42 });
    expect(part(SHEET_1)).not.toContain("<f>");
  });

  it.each([
    ["<b>&\"'", "<b>&\"'"],
    ["two\nlines\tand a tab", "two\nlines\tand a tab"],
    ["_x0041_ is no A", "_x0041_ is no A"],
    ["bell\u0007, null\u0000", "bell, null"],
    ["half a pair \ud83d, a whole one 😀", "half a pair , a whole one 😀"],
    ["中文，引号“”", "中文，引号“”"],
  ])("reads %j as %j", (written, seen) => {
    const { cell } = exported(`sheet.getRange("A1").setValue(${JSON.stringify(`'${written}`)})`);
    expect(cell("A1")?.v).toBe(seen);
  });

  it("cuts a text that no other program holds, and says so", () => {
    const { cell } = exported(`sheet.getRange("A1").setValue("x".repeat(49000))`);
    const seen = String(cell("A1")?.v);
    expect([seen.length, seen.slice(-9)]).toEqual([32_767, "x … (cut)"]);
  });

  it("keeps widths, hidden columns, the frozen line, colours and notes", () => {
    const { first, cell, part } = exported(`sheet.getRange("A1:C1").setValues([["a","b","c"]]);
      sheet.getRange("A1").setBackground("#2a9d8f").setFontWeight("bold").setNote("what a is");
      sheet.setColumnWidth(1, 180); sheet.hideColumns(2); sheet.setFrozenRows(1);
      sheet.setTabColor("#ff0000")`);
    expect(first["!cols"]?.[0]).toMatchObject({ width: 25 });
    expect(first["!cols"]?.[1]).toMatchObject({ hidden: true });
    expect(cell("A1")?.s).toMatchObject({ patternType: "solid", fgColor: { rgb: "2A9D8F" } });
    expect(cell("A1")?.c?.[0]?.t).toBe("what a is");
    expect(part(SHEET_1)).toMatch(/<pane ySplit="1" topLeftCell="A2"[^>]*state="frozen"/);
    expect(part(SHEET_1)).toContain('<tabColor rgb="FFFF0000"/>');
    expect(part(SHEET_1)).toContain('<legacyDrawing r:id="rId1"/>');
    expect(part("xl/drawings/vmlDrawing1.vml")).toContain("<x:Row>0</x:Row>");
  });

  it("keeps dropdowns, short ones in the rule and others in a hidden sheet", () => {
    const list = (values: string) =>
      `SpreadsheetApp.newDataValidation().requireValueInList(${values}, true).setAllowInvalid(false).build()`;
    const { book, part } = exported(`sheet.getRange("A1:B1").setValues([["a","b"]]);
      sheet.getRange("A2:A9").setDataValidation(${list('["YES", "NO"]')});
      sheet.getRange("B2:B9").setDataValidation(${list('["one, two", "three"]')})`);
    const xml = part(SHEET_1);
    expect(xml).toMatch(/type="list"[^>]*sqref="A2:A9"><formula1>&quot;YES,NO&quot;</);
    expect(xml).toMatch(/showErrorMessage="1" sqref="A2:A9"/);
    expect(xml).toMatch(/sqref="B2:B9"><formula1>dripsheet_lists!\$A\$1:\$A\$2</);
    expect(book.SheetNames).toEqual(["Sheet1", "dripsheet_lists"]);
    expect(book.Sheets.dripsheet_lists?.A1).toMatchObject({ v: "one, two" });
    expect(book.Workbook?.Sheets?.[1]?.Hidden).toBe(1);
  });

  it("keeps conditional colours, rows a filter hides, and folded rows", () => {
    const { first, part } =
      exported(`sheet.getRange("A1:A4").setValues([["status"],["PAID"],["DONE"],["x"]]);
      sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo("PAID").setBackground("#d9ead3").setRanges([sheet.getRange("A2:A4")]).build()]);
      sheet.getRange("A:A").createFilter().setColumnFilterCriteria(1,
        SpreadsheetApp.newFilterCriteria().setHiddenValues(["DONE"]).build())`);
    expect(part(SHEET_1)).toMatch(/sqref="A2:A4"><cfRule type="cellIs" operator="equal" dxfId="0"/);
    expect(part("xl/styles.xml")).toContain('<bgColor rgb="FFD9EAD3"/>');
    expect(first["!rows"]?.[2]).toMatchObject({ hidden: true });
    expect(first["!rows"]?.[1]?.hidden).toBeFalsy();
    expect(first["!autofilter"]).toMatchObject({ ref: "A1:A4" });
  });

  it("names sheets as programs allow, and opens on one that is not hidden", () => {
    const { book, part } =
      exported(`book.insertSheet("a very long name of a sheet with [brackets] in it");
      book.insertSheet("A very long name of a sheet with /slashes/ in it"); sheet.hideSheet()`);
    expect(book.SheetNames.slice(1).every((name) => name.length <= 31)).toBe(true);
    expect(new Set(book.SheetNames.map((name) => name.toLowerCase())).size).toBe(3);
    expect(part("xl/workbook.xml")).toContain('activeTab="1"');
  });
});
