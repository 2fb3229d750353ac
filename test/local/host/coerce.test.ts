// What becomes of a typed value (facts 5.1 to 5.8): the table that corrupts ids and phone numbers.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const date = (text: string) => new Date(text).toISOString();

/** Typed text, what getValue gives (dates as ISO), what a person sees. */
const general: readonly (readonly [string, unknown, string])[] = [
  ["hello", "hello", "hello"],
  ["00123", 123, "123"],
  ["1e5", 100_000, "1.00E+05"],
  ["50%", 0.5, "50%"],
  ["12.5%", 0.125, "12.50%"],
  ["1,234.5", 1234.5, "1,234.50"],
  ["1,23", "1,23", "1,23"],
  ["$20", 20, "$20"],
  ["-5", -5, "-5"],
  [".5", 0.5, "0.5"],
  [" 42 ", 42, "42"],
  ["TRUE", true, "TRUE"],
  ["false", false, "FALSE"],
  ["4242424242424242", 4242424242424242, "4.24242E+15"],
  ["1e400", "1e400", "1e400"],
  ["Infinity", "Infinity", "Infinity"],
  ["0x10", "0x10", "0x10"],
  ["1/2", date("2026-01-02"), "1/2"],
  ["2026-03-01", date("2026-03-01"), "2026-03-01"],
  ["3/1/2026", date("2026-03-01"), "3/1/2026"],
  ["13/1/2026", "13/1/2026", "13/1/2026"],
  ["2026-02-30", "2026-02-30", "2026-02-30"],
  ["Mar 1, 2026", date("2026-03-01"), "Mar 1, 2026"],
  ["1 March 2026", date("2026-03-01"), "1 Mar 2026"],
  ["maybe 12", "maybe 12", "maybe 12"],
  ["2026-03-01 10:30", date("2026-03-01T10:30:00Z"), "2026-03-01 10:30"],
  ["2026-03-01T10:30:00Z", "2026-03-01T10:30:00Z", "2026-03-01T10:30:00Z"],
  ["10:30", date("1899-12-30T10:30:00Z"), "10:30"],
  ["1:30 pm", date("1899-12-30T13:30:00Z"), "1:30 PM"],
  ["=1+1", 2, "2"],
  [" =1+1", 2, "2"],
  ["+15551234", 15_551_234, "15551234"],
  ["+1 555 1234", "#ERROR!", "#ERROR!"],
  ["-x", "#NAME?", "#NAME?"],
  ["=IMPORTXML(A1)", "#NAME?", "#NAME?"],
  ["@name", "@name", "@name"],
  ["'=1+1", "=1+1", "=1+1"],
  ["'00123", "00123", "00123"],
  ["''quoted", "'quoted", "'quoted"],
  ["a@b.co", "a@b.co", "a@b.co"],
];

describe("a string written by a script", () => {
  const bench = openBench();
  const write = (text: string) =>
    bench.evaluate(`
      var cell = SpreadsheetApp.getActiveSheet().getRange(1, 1).clear();
      cell.setValue(${JSON.stringify(text)});
      return [cell.getValue(), cell.getDisplayValue(), cell.getFormula()];`) as unknown[];

  it.each(general)("%j is read as if typed (facts 5.2, 5.5)", (text, value, shown) => {
    expect(write(text).slice(0, 2)).toEqual([value, shown]);
  });

  it("becomes a formula when it begins with an equals sign or a plus", () => {
    expect(write("=1+1")[2]).toBe("=1+1");
    expect(write("+1 555")[2]).toBe("=+1 555");
    expect(write("'=1+1")[2]).toBe("");
  });
});

describe("a plain-text cell", () => {
  const bench = openBench();
  const inTextCell = (method: string, text: string) =>
    bench.evaluate(`
      var sheet = SpreadsheetApp.getActiveSheet().clear();
      sheet.getRange("A:A").setNumberFormat("@");
      ${method === "appendRow" ? `sheet.appendRow([${JSON.stringify(text)}])` : `sheet.getRange(1, 1).setValues([[${JSON.stringify(text)}]])`};
      return sheet.getRange(1, 1).getValue();`);

  it.each(["00123", "1/2", "TRUE", "50%", "+15551234", " 42 "])(
    "keeps %j as it is by setValues (facts 5.3)",
    (text) => {
      expect(inTextCell("setValues", text)).toBe(text);
    },
  );

  it("runs a leading equals sign all the same (facts 5.5)", () => {
    expect(inTextCell("setValues", "=1+1")).toBe(2);
  });

  it.each([
    ["00123", 123],
    ["2026-03-01", "2026-03-01T00:00:00.000Z"],
    ["+15551234", 15_551_234],
    ["'00123", "00123"],
  ])("is ignored by appendRow: %j (facts 5.4)", (text, value) => {
    expect(inTextCell("appendRow", text)).toBe(value);
  });
});

describe("other values", () => {
  const bench = openBench();

  it("keep a Date to the millisecond (facts 5.11)", () => {
    const instant = Date.UTC(2026, 2, 1, 10, 20, 30, 457);
    const read = bench.evaluate(`
      var cell = SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue(new Date(${instant}));
      return [cell.getValue().getTime(), cell.getValue() instanceof Date];`);
    expect(read).toEqual([instant, true]);
  });

  it("read a date by the spreadsheet's zone, not the script's (facts 5.10)", () => {
    const read = bench.evaluate(`
      var book = SpreadsheetApp.getActive();
      book.setSpreadsheetTimeZone("America/New_York");
      var cell = book.getActiveSheet().getRange(1, 1).setValue("2026-07-01 08:00");
      var iso = cell.getValue().toISOString();
      book.setSpreadsheetTimeZone("Etc/UTC");
      return [iso, cell.getValue().toISOString()];`);
    expect(read).toEqual(["2026-07-01T12:00:00.000Z", "2026-07-01T08:00:00.000Z"]);
  });

  it("empty the cell when null or undefined (facts 5.7)", () => {
    const read = bench.evaluate(`
      var sheet = SpreadsheetApp.getActiveSheet().clear();
      sheet.getRange(1, 1, 1, 3).setValues([["x", "y", "z"]]);
      sheet.getRange(1, 1, 1, 2).setValues([[null, undefined]]);
      return sheet.getRange(1, 1, 1, 3).getValues()[0];`);
    expect(read).toEqual(["", "", "z"]);
  });

  it("throw beyond 50,000 characters (facts 5.7)", () => {
    const write = (length: number) => () =>
      bench.evaluate(
        `SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue("x".repeat(${length})).getRow()`,
      );
    expect(write(50_000)).not.toThrow();
    expect(write(50_001)).toThrow("50000 characters in a single cell");
  });

  it("turn into a serial number when the date format goes", () => {
    const read = bench.evaluate(`
      var cell = SpreadsheetApp.getActiveSheet().getRange(1, 1).clear().setValue("1900-01-01");
      cell.setNumberFormat("0");
      return cell.getValue();`);
    expect(read).toBe(2);
  });
});

describe("a block of values", () => {
  const bench = openBench();

  it.each([
    ["A1:A2", [["x"]], "The data has 1 but the range has 2."],
    ["A1:B1", [["x"]], "The number of columns in the data does not match the number of columns in"],
    ["A1:B1", ["x"], "don't match the method signature for SpreadsheetApp.Range.setValues"],
  ])("of the wrong shape is refused in Google's words (facts 5.8): %s", (range, values, words) => {
    const code = `SpreadsheetApp.getActiveSheet().getRange("${range}").setValues(${JSON.stringify(values)})`;
    expect(() => bench.evaluate(code)).toThrow(words);
  });

  it.each([
    [1001, 1, "outside the dimensions of the sheet"],
    [1, 27, "outside the dimensions of the sheet"],
    [0, 1, "The starting row of the range is too small."],
    [1, 0, "The starting column of the range is too small."],
  ])("outside the sheet is refused: row %i, column %i", (row, col, words) => {
    expect(() =>
      bench.evaluate(`SpreadsheetApp.getActiveSheet().getRange(${row}, ${col})`),
    ).toThrow(words);
  });
});
