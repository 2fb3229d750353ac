// A second spreadsheet that the script makes: a file of its own, reached by its id alone.
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const CODE = `
function make() {
  var file = SpreadsheetApp.create("Archive");
  var sheet = file.insertSheet("Sheet2");
  sheet.getRange(1, 1, 2, 2).setValues([["id", "at"], ["'007", new Date(86400000)]]);
  SpreadsheetApp.flush();
  return file.getId();
}
function look(id) {
  var file = SpreadsheetApp.openById(id);
  var sheet = file.getSheetByName("Sheet2");
  return [file.getName(), file.getSheets().length, sheet.getLastRow(), sheet.getRange("A2").getValue(),
    sheet.getRange("B2").getValue().getTime(), file.getSheetByName("no such")];
}`;

describe("a second spreadsheet", () => {
  const bench = openBench(CODE);
  const id = bench.host.run({ function: "make" }).result as string;

  it("keeps what was written there, and one empty sheet from its birth", () => {
    const { result } = bench.host.run({ function: "look", args: [id] });
    expect(result).toEqual(["Archive", 2, 2, "007", 86_400_000, null]);
  });

  it("adds nothing to the file that the script is bound to, nor to its copies", () => {
    expect(bench.host.sheets().map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(bench.evaluate('SpreadsheetApp.getActive().getSheetByName("Sheet2")')).toBeNull();
    expect(bench.evaluate('SpreadsheetApp.getActive().insertSheet("Sheet2").getLastRow()')).toBe(0);
  });

  it("stays as it is when the bound file goes back to an older version", () => {
    const version = bench.host.fork();
    const empty = openBench(CODE);
    bench.host.restore(empty.host);
    bench.host.restore(version);
    const { result } = bench.host.run({ function: "look", args: [id] });
    expect((result as unknown[]).slice(0, 3)).toEqual(["Archive", 2, 2]);
  });

  it("is still there after a restart, and an id that names none is refused", () => {
    const again = bench.reopen();
    const { result } = again.host.run({ function: "look", args: [id] });
    expect((result as unknown[]).slice(0, 3)).toEqual(["Archive", 2, 2]);
    expect(() => again.host.run({ function: "look", args: ["none"] })).toThrow("openById");
  });

  it("needs the right to more than the one spreadsheet", () => {
    const scopes = ["https://www.googleapis.com/auth/spreadsheets.currentonly"];
    const narrow = openBench(CODE, {}, { oauthScopes: scopes });
    expect(() => narrow.host.run({ function: "make" })).toThrow("SpreadsheetApp.create");
  });
});
