// Writes wait in a buffer; what a killed execution had not flushed never was (facts 5.14, 5.15).
import { describe, expect, it } from "vitest";
import { openBench } from "./bench.ts";

const CODE = `
function write(text) { SpreadsheetApp.getActiveSheet().getRange(2, 1).setValue(text); }
function writeAndFlush(text) { write(text); SpreadsheetApp.flush(); }
function writeAndRead(text) { write(text); return SpreadsheetApp.getActiveSheet().getRange(2, 1).getValue(); }
function writeAndThrow(text) { write(text); throw new Error("broken"); }
function tenWrites() { for (var i = 1; i <= 10; i++) SpreadsheetApp.getActiveSheet().getRange(i, 1).setValue(i); }
function stubborn() {
  var sheet = SpreadsheetApp.getActiveSheet();
  try { sheet.getRange(1, 1).setValue("first"); SpreadsheetApp.flush(); sheet.getRange(2, 1).setValue("second"); SpreadsheetApp.flush(); }
  catch (e) { sheet.getRange(3, 1).setValue("caught"); }
  finally { try { sheet.getRange(4, 1).setValue("finally"); SpreadsheetApp.flush(); } catch (e) {} }
  PropertiesService.getScriptProperties().setProperty("after", "yes");
}
function endless() { for (;;) { try { SpreadsheetApp.flush(); } catch (e) {} } }
function rule() {
  var sheet = SpreadsheetApp.getActiveSheet();
  sheet.getRange(1, 1).setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["A", "B"]).setAllowInvalid(false).build());
  sheet.getRange(1, 1).setValue("C");
  sheet.getRange(1, 2).setValue("behind");
  SpreadsheetApp.getActiveSheet().getLastRow();
}
function lockAndDie() { LockService.getScriptLock().waitLock(1000); SpreadsheetApp.flush(); }
function locked() { return LockService.getScriptLock().tryLock(0); }
function sleepy() { write("unflushed"); for (var i = 0; i < 10; i++) Utilities.sleep(60000); }`;

function open() {
  const bench = openBench(CODE);
  const column = () => {
    const rows = bench.evaluate(
      "return SpreadsheetApp.getActiveSheet().getRange(1, 1, 4, 1).getValues().map(function (r) { return r[0]; })",
    ) as unknown[];
    return rows;
  };
  const run = (name: string, ...args: unknown[]) => bench.host.run({ function: name, args }).result;
  return { ...bench, column, run };
}

describe("a buffered write", () => {
  it("goes out at a flush, at a read and at the end", () => {
    const bench = open();
    bench.run("writeAndFlush", "a");
    expect(bench.column()[1]).toBe("a");
    expect(bench.run("writeAndRead", "b")).toBe("b");
    bench.run("write", "c");
    expect(bench.column()[1]).toBe("c");
  });

  it("goes out also when the script throws", () => {
    const bench = open();
    expect(() => bench.run("writeAndThrow", "kept")).toThrow("Error: broken");
    expect(bench.column()[1]).toBe("kept");
  });

  it("is lost when the execution is killed before the flush", () => {
    const bench = open();
    bench.host.inject({ atCall: 11, kind: "kill", when: "before" });
    bench.run("tenWrites");
    bench.evaluate("SpreadsheetApp.getActiveSheet().clearContents().getName()");
    bench.host.inject({ atCall: 10, kind: "kill", when: "after" });
    expect(() => bench.run("tenWrites")).toThrow();
    expect(bench.column()).toEqual(["", "", "", ""]);
  });

  it("that fails takes those behind it along, and throws at the call that flushed it", () => {
    const bench = open();
    expect(() => bench.run("rule")).toThrow("violates the data validation rules");
    const row = bench.evaluate("SpreadsheetApp.getActiveSheet().getRange(1, 1, 1, 2).getValues()");
    expect(row).toEqual([["", ""]]);
    expect(bench.host.executions()[0]?.calls).toContain("Sheet.getLastRow");
  });
});

describe("a killed execution", () => {
  it("can neither catch it nor do anything in finally (facts 4.12)", () => {
    const bench = open();
    bench.host.inject({ atCall: 4, kind: "kill", when: "before" });
    expect(() => bench.run("stubborn")).toThrow("killed");
    expect(bench.column()).toEqual(["first", "", "", ""]);
    expect(bench.host.property("after")).toBeNull();
    expect(bench.host.executions()[0]).toMatchObject({ outcome: "killed" });
  });

  it("keeps what the last call did when it dies after the call", () => {
    const bench = open();
    bench.host.inject({ atCall: 4, kind: "kill", when: "after" });
    expect(() => bench.run("stubborn")).toThrow("killed");
    expect(bench.column()).toEqual(["first", "second", "", ""]);
  });

  it("ends although the script goes on for ever", () => {
    const bench = open();
    bench.host.inject({ atCall: 3, kind: "kill", when: "before" });
    expect(() => bench.run("endless")).toThrow();
    expect(bench.host.executions()[0]).toMatchObject({ outcome: "killed" });
    expect(bench.run("locked")).toBe(true);
  });

  it("lets go of its locks", () => {
    const bench = open();
    bench.host.inject({ atCall: 2, kind: "kill", when: "before" });
    expect(() => bench.run("lockAndDie")).toThrow("killed");
    expect(bench.run("locked")).toBe(true);
  });

  it("dies at six minutes by the simulated clock (facts 4.1)", () => {
    const bench = open();
    const before = bench.host.now();
    expect(() => bench.run("sleepy")).toThrow("Exceeded maximum execution time");
    expect(bench.host.now() - before).toBeGreaterThan(360_000);
    expect(bench.column()[1]).toBe("");
  });
});

describe("a call that throws", () => {
  it("looks like Google's error and can be caught", () => {
    const bench = open();
    bench.host.inject({ atCall: 2, kind: "throw", when: "before" });
    bench.run("stubborn");
    expect(bench.column()).toEqual(["first", "", "caught", "finally"]);
  });

  it("may have acted before it threw", () => {
    const bench = open();
    bench.host.inject({ atCall: 4, kind: "throw", when: "after" });
    bench.run("stubborn");
    expect(bench.column()).toEqual(["first", "second", "caught", "finally"]);
  });
});
