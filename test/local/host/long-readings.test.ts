// A long range read again and again in one run: every reading is the sheet as it stands, and belongs to the script.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Host } from "../../../local/host/contract.ts";
import { evaluateOn, openBench, openMemoryBench } from "./bench.ts";

const FILL = `var sheet = SpreadsheetApp.getActiveSheet();
  var moment = new Date("2026-03-02T08:00:00Z");
  var lines = [];
  for (var at = 1; at <= 120; at += 1) lines.push(["name" + at, at, moment, at % 2 === 0]);
  sheet.getRange(1, 1, 120, 4).setValues(lines);
  var read = function () { return sheet.getDataRange().getValues(); };
  var cellByCell = function () {
    return read().map(function (_, down) {
      return sheet.getRange(down + 1, 1, 1, sheet.getLastColumn()).getValues()[0];
    });
  };
  read();`;

const afterwards = (change: string) =>
  openBench().evaluate(`${FILL} ${change};
    return JSON.stringify(read()) === JSON.stringify(cellByCell()) ? read().length : "differs"`);

describe("a long range, read once more", () => {
  it.each([
    ["a written cell", "sheet.getRange(60, 2).setValue(-1)", 120],
    [
      "a written block",
      "sheet.getRange(2, 1, 90, 1).setValues(lines.slice(0, 90).map(function () { return ['x'] }))",
      120,
    ],
    [
      "a number that has become a moment",
      "sheet.getRange(5, 2).setNumberFormat('yyyy-mm-dd')",
      120,
    ],
    ["a row at the end", "sheet.appendRow(['late', 1, moment, true])", 121],
    ["a row put in", "sheet.insertRowBefore(3)", 121],
    ["a row taken out", "sheet.deleteRow(3)", 119],
    ["a column put in", "sheet.insertColumnBefore(2)", 120],
    [
      "rows in another order",
      "sheet.getRange('A1:D120').sort({ column: 2, ascending: false })",
      120,
    ],
    ["the end emptied", "sheet.getRange('A100:D120').clearContent()", 99],
    ["nothing", "1", 120],
  ])("shows %s", (_, change, rows) => {
    expect(afterwards(change)).toBe(rows);
  });

  it("is not changed by what the script did with the reading before", () => {
    const seen = openBench().evaluate(`${FILL}
      var first = read();
      first[0][0] = "mine"; first[1][2].setFullYear(1999); first[2].length = 0;
      var second = read();
      return [second[0][0], second[1][2].getFullYear(), second[2].length];`);
    expect(seen).toEqual(["name1", 2026, 4]);
  });

  it("costs the calls and the time of any reading", () => {
    const bench = openBench();
    const read = "SpreadsheetApp.getActiveSheet().getRange('A1:Z400').getValues()";
    const started = bench.host.now();
    bench.evaluate(`${read}; return 1`);
    const once = bench.host.now() - started;
    bench.evaluate(`${read}; ${read}; return 1`);
    expect(bench.host.executions().at(-1)?.calls).toEqual(["Range.getValues", "Range.getValues"]);
    expect(bench.host.now() - started).toBeGreaterThan(2 * once);
  });
});

const SHEET = "SpreadsheetApp.getActiveSheet()";
const READ = `${SHEET}.getRange("A1:B80").getValues().map(String).join()`;
const SHORT = `[1, 21, 41, 61].map((row) => ${SHEET}.getRange(row, 1, 20, 2).getValues().map(String).join()).join()`;
const ACTS = [
  (row: number, text: string) => `${SHEET}.getRange(${row}, 1).setValue("${text}")`,
  (row: number, text: string) => `${SHEET}.appendRow(["${text}", ${row}])`,
  (row: number) => `${SHEET}.deleteRow(${row})`,
  (row: number) => `${SHEET}.getRange(${row}, 2).setNumberFormat("yyyy-mm-dd")`,
  () => `SpreadsheetApp.getActiveSpreadsheet().setSpreadsheetTimeZone("Asia/Shanghai")`,
];

describe("contexts that are used again, over a host and its copies", () => {
  it("show each its own rows, in whatever order they are copied, changed and read", () => {
    const step = fc.record({
      on: fc.nat(),
      what: fc.constantFrom("copy", "read", "act", "act", "act", "restore"),
      act: fc.constantFrom(...ACTS),
      row: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const first = openMemoryBench("", { warm: true });
        evaluateOn(
          first,
          `for (let i = 1; i <= 60; i++) ${SHEET}.appendRow(["name" + i, i]); return 0`,
        );
        const hosts: Host[] = [first];
        steps.forEach(({ on, what, act, row }, at) => {
          const host = hosts[on % hosts.length] ?? first;
          if (what === "copy") hosts.push(host.fork());
          else if (what === "restore") host.restore((hosts.at(-1) ?? first).fork());
          else if (what === "act") evaluateOn(host, `${act(row, `step${at}`)}; return 0`);
          for (const one of hosts) expect(evaluateOn(one, READ)).toBe(evaluateOn(one, SHORT));
        });
        for (const host of hosts) host.close();
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});

describe("Date in a script", () => {
  it.each([
    ["new Date() instanceof Date", true],
    ["new Date(2026, 0, 2).getDate()", 2],
    ["new Date('2026-03-02').constructor === Date", true],
    ["typeof Date()", "string"],
    ["new (class Day extends Date { next() { return 1; } })(5).next()", 1],
    ["new (class Day extends Date {})(5) instanceof Date", true],
    ["[Date.UTC(1970, 0, 1), Date.length, Date.name]", [0, 7, "Date"]],
    ["new Date(new Date(7)).getTime()", 7],
  ])("%s is %j", (code, value) => {
    expect(openBench().evaluate(code)).toEqual(value);
  });
});
