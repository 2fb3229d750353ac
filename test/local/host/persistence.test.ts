// What survives: everything that was flushed, through a kill -9 at any moment, and never a broken file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { NOON, openBench } from "./bench.ts";

const FILL = `
var book = SpreadsheetApp.getActive();
book.setSpreadsheetTimeZone("Asia/Tokyo");
var sheet = book.insertSheet("Kept", 0);
sheet.getRange(1, 1, 2, 3).setValues([["h", "when", "f"], ["'007", new Date(0), "=1+1"]]);
sheet.getRange("B:B").setNumberFormat("yyyy-mm-dd hh:mm");
sheet.getRange(1, 1).setNote("a note");
sheet.setFrozenRows(1);
sheet.setColumnWidth(1, 321);
sheet.getRange("A2:A").protect().setWarningOnly(true);
sheet.insertRowsBefore(2, 1);
var rule = SpreadsheetApp.newConditionalFormatRule().whenTextEqualTo("007").setBackground("#ff0000")
  .setRanges([sheet.getRange("A2:A")]).build();
sheet.setConditionalFormatRules([rule]);
PropertiesService.getScriptProperties().setProperty("key", "value");
PropertiesService.getUserProperties().setProperty("__proto__", "odd");
GmailApp.createDraft("a@b.co", "draft", "text");
GmailApp.sendEmail("c@d.co", "sent", "text");
ScriptApp.newTrigger("jobs.tick").timeBased().everyMinutes(5).create();
return 1;`;

const IDS = "[SpreadsheetApp.getActive().getId(), ScriptApp.getScriptId()]";

describe("a data folder", () => {
  it.each(["closed", "left as after a crash"])("gives everything back when %s", (how) => {
    const bench = openBench();
    bench.evaluate(FILL);
    bench.host.keep("stripe", { events: [{ id: "evt_1" }] });
    const seen = (host: typeof bench.host) => ({
      sheets: host.sheets(),
      sheet: host.sheet("Kept"),
      look: host.look("Kept"),
      triggers: host.triggers(),
      outbox: host.outbox(),
      drafts: host.drafts(),
      kept: host.kept("stripe"),
      property: host.property("key"),
      now: host.now(),
    });
    expect(seen(bench.host).look.rows[1]).toMatchObject({
      cells: ["007", "1970-01-01 09:00", "2"],
      backgrounds: ["#ff0000", "", ""],
    });
    const ids = bench.evaluate(IDS);
    const before = seen(bench.host);
    if (how === "closed") bench.host.close();
    const again = bench.reopen();
    expect(seen(again.host)).toEqual(before);
    expect(again.evaluate(IDS)).toEqual(ids);
    expect(again.evaluate("PropertiesService.getUserProperties().getProperties()")).toEqual(
      JSON.parse('{"__proto__":"odd"}'),
    );
    again.host.close();
  });

  it("ignores a line that was torn by a crash, and goes on behind it", () => {
    const bench = openBench();
    bench.host.setProperty("a", "1");
    appendFileSync(
      join(bench.folder, "data", "journal.jsonl"),
      '{"n":99,"t":1,"m":0,"c":[["set",["prop',
    );
    const again = bench.reopen();
    expect(again.host.property("a")).toBe("1");
    again.host.setProperty("b", "2");
    expect(again.reopen().host.property("b")).toBe("2");
  });

  it("does not apply again what a snapshot already holds", () => {
    const bench = openBench();
    bench.evaluate("SpreadsheetApp.getActiveSheet().getRange(1, 1).setValue('x').getRow()");
    bench.evaluate("SpreadsheetApp.getActiveSheet().insertRowsBefore(1, 2).getName()");
    const journal = readFileSync(join(bench.folder, "data", "journal.jsonl"));
    bench.host.close();
    expect(statSync(join(bench.folder, "data", "journal.jsonl")).size).toBe(0);
    // As if the kill had come between writing the snapshot and emptying the journal.
    writeFileSync(join(bench.folder, "data", "journal.jsonl"), journal);
    const again = bench.reopen();
    const size =
      "[SpreadsheetApp.getActiveSheet().getMaxRows(), SpreadsheetApp.getActiveSheet().getLastRow()]";
    expect(again.evaluate(size)).toEqual([1002, 3]);
  });
});

describe("the clock", () => {
  it("keeps a later time that the folder holds, without error", () => {
    const bench = openBench();
    bench.host.advance(Date.parse("2026-04-01T00:00:00Z"));
    expect(bench.reopen({ now: NOON }).host.now()).toBe(Date.parse("2026-04-01T00:00:00Z"));
    expect(bench.reopen({ now: "2026-05-01T00:00:00Z" }).host.now()).toBe(
      Date.parse("2026-05-01T00:00:00Z"),
    );
  });

  it("stands still when an instant is given, but for the cost of calls", () => {
    const bench = openBench();
    expect(bench.host.now()).toBe(Date.parse(NOON));
    bench.evaluate("SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue()");
    expect(bench.host.now()).toBeGreaterThan(Date.parse(NOON) + 500);
  });

  it("follows the wall clock otherwise, plus the moves made, at no cost of calls", () => {
    const open = openBench("", {}, {});
    const bench = open.reopen({ now: undefined, dataDir: join(open.folder, "wall") } as object);
    const lead = () => bench.host.now() - Date.now();
    expect(Math.abs(lead())).toBeLessThan(1000);
    bench.evaluate("SpreadsheetApp.getActiveSheet().getRange(1, 1).getValue()");
    expect(Math.abs(lead())).toBeLessThan(1000);
    bench.host.advance(bench.host.now() + 3_600_000);
    expect(Math.abs(lead() - 3_600_000)).toBeLessThan(1000);
    const again = bench.reopen();
    expect(Math.abs(again.host.now() - Date.now() - 3_600_000)).toBeLessThan(1000);
  });

  it("tells the script its own time everywhere", () => {
    const seen = openBench().evaluate(`
      var now = new Date();
      return [now.toISOString().slice(0, 10), new Date(Date.now()).toISOString().slice(0, 10),
        Date().slice(0, 15), new Date(0).toISOString(), now instanceof Date, now.constructor === Date,
        Object.prototype.toString.call(now), new Intl.DateTimeFormat("en-US", { timeZone: "UTC" }).format(),
        new Date(2026, 0, 1).getTime(), Date.UTC(2026, 0, 1)]`);
    expect(seen).toEqual([
      "2026-03-02",
      "2026-03-02",
      "Mon Mar 02 2026",
      "1970-01-01T00:00:00.000Z",
      true,
      true,
      "[object Date]",
      "3/2/2026",
      Date.UTC(2026, 0, 1),
      Date.UTC(2026, 0, 1),
    ]);
  });

  it("refuses an instant it cannot read", () => {
    expect(() => openBench("", { now: "tomorrow" })).toThrow("an ISO instant is needed");
  });
});

/** Works on a data folder without end, saying each thing it has done, until it is killed. */
const CHILD = `
import { writeSync } from "node:fs";
import { openHost } from "../../../local/host/open-host.ts";
const folder = process.argv[2];
const host = openHost({
  dataDir: folder + "/data",
  codeFile: folder + "/Code.js",
  manifestFile: folder + "/appsscript.json",
  execUrl: "http://127.0.0.1:9/exec",
  now: "2026-03-02T12:00:00Z",
});
for (let count = Number(host.property("count") ?? 0) + 1; ; count += 1) {
  const code = "SpreadsheetApp.getActiveSheet().appendRow([" + count + "]); SpreadsheetApp.flush();" +
    "PropertiesService.getScriptProperties().setProperty('count', '" + count + "'); return 1;";
  host.run({ function: "evaluate", args: [code] });
  writeSync(1, count + "\\n");
}`;

describe("a kill -9", () => {
  it("loses nothing that the host had said was done", { timeout: 60_000 }, async () => {
    // Inside the project, so that it finds its packages and the services.
    const program = join("dist", "test", "kill-child.mjs");
    buildSync({
      stdin: { contents: CHILD, resolveDir: "test/local/host", loader: "ts" },
      outfile: program,
      bundle: true,
      platform: "node",
      format: "esm",
      packages: "external",
    });
    const bench = openBench();
    bench.host.close();
    for (let round = 0; round < 3; round += 1) {
      const said = await runAndKill(program, bench.folder, 300 + round * 170);
      expect(said).toBeGreaterThan(0);
      const again = bench.reopen();
      expect(Number(again.host.property("count"))).toBeGreaterThanOrEqual(said);
      const rows = again.host.sheet("Sheet1").rows.length + 1;
      expect(rows).toBeGreaterThanOrEqual(said);
      again.host.close();
    }
  });
});

/** The last number the child had printed when it was killed. */
async function runAndKill(program: string, folder: string, afterMs: number): Promise<number> {
  const child = spawn(process.execPath, [program, folder], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let printed = "";
  child.stdout.on("data", (chunk: Buffer) => {
    if (printed === "") setTimeout(() => child.kill("SIGKILL"), afterMs);
    printed += chunk.toString();
  });
  await once(child, "close");
  const whole = printed.slice(0, printed.lastIndexOf("\n"));
  return Number(whole.slice(whole.lastIndexOf("\n") + 1));
}
