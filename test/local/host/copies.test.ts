// A copy of the spreadsheet: a file of its own, which does nothing by itself (facts 9.12).
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openHost } from "../../../local/host/open-host.ts";
import { EXEC_URL, NOON, openBench } from "./bench.ts";

const CODE = `
var jobs = { tick: function () { GmailApp.sendEmail("a@b.co", "tick", "x"); } };
function arm() {
  ScriptApp.newTrigger("jobs.tick").timeBased().everyMinutes(1).create();
  PropertiesService.getScriptProperties().setProperty("armed", SpreadsheetApp.getActive().getId());
  SpreadsheetApp.getActiveSheet().getRange("A1:A2").setValues([["id"], ["=1+1"]]).setNote("n");
}
function backUp() {
  var copy = SpreadsheetApp.getActiveSpreadsheet().copy("Backup 2026-03-02");
  return [copy.getId(), copy.getName(), copy.getUrl(), SpreadsheetApp.openById(copy.getId()).getName()];
}`;

describe("a copy of the spreadsheet", () => {
  const bench = openBench(CODE);
  bench.host.run({ function: "arm" });
  const result = bench.host.run({ function: "backUp" }).result as string[];
  const [copy] = bench.host.copies();
  const openCopy = () =>
    openHost({
      dataDir: copy?.folder ?? "",
      codeFile: join(bench.folder, "Code.js"),
      manifestFile: join(bench.folder, "appsscript.json"),
      execUrl: EXEC_URL,
      now: NOON,
    });

  it("has its name, an id of its own, and an address where Local tells of it", () => {
    const [id, name, url, again] = result;
    expect([name, again]).toEqual(["Backup 2026-03-02", "Backup 2026-03-02"]);
    expect(id).not.toBe(bench.evaluate("SpreadsheetApp.getActive().getId()"));
    expect(url).toBe(`http://127.0.0.1:9/local/copies/${id}`);
    expect(copy).toMatchObject({ id, name });
    expect(Date.parse(copy?.at ?? "")).toBeGreaterThanOrEqual(Date.parse(NOON));
  });

  it("opens with the same sheets, without timers, properties or mail", () => {
    const host = openCopy();
    expect(host.sheet("Sheet1")).toEqual(bench.host.sheet("Sheet1"));
    expect(host.look("Sheet1").rows[0]?.notes).toEqual(["n"]);
    expect([host.triggers(), host.property("armed"), host.outbox()]).toEqual([[], null, []]);
    host.advance(host.now() + 3_600_000);
    expect(host.outbox()).toEqual([]);
    host.close();
  });

  it("does not follow what happens to its original, nor the other way round", () => {
    bench.host.edit("Sheet1", 3, "A", "later");
    const host = openCopy();
    host.edit("Sheet1", 4, "A", "elsewhere");
    expect(host.sheet("Sheet1").rows.map((row) => row.id)).toEqual([2, "", "elsewhere"]);
    expect(bench.host.sheet("Sheet1").rows.map((row) => row.id)).toEqual([2, "later"]);
    host.close();
  });

  it("is still known after a restart, and its folder is there", () => {
    const again = bench.reopen();
    expect(again.host.copies()).toEqual(bench.host.copies());
    expect(existsSync(copy?.folder ?? "")).toBe(true);
  });

  it("needs the right to more than the one spreadsheet", () => {
    const scopes = ["https://www.googleapis.com/auth/spreadsheets.currentonly"];
    const narrow = openBench(CODE, {}, { oauthScopes: scopes });
    expect(() => narrow.host.run({ function: "backUp" })).toThrow("Spreadsheet.copy");
    expect(narrow.host.copies()).toEqual([]);
  });
});
