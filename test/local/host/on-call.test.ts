// What can happen between two service calls: other executions, people, errors, the end.
import { afterEach, describe, expect, it } from "vitest";
import type { CallPoint, Host } from "../../../local/host/contract.ts";
import { openMemoryBench } from "./bench.ts";

const CODE = `
  const sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  const properties = () => PropertiesService.getScriptProperties();
  function threeCalls() {
    properties().setProperty("a", "1");
    properties().setProperty("b", "2");
    properties().setProperty("c", "3");
    return "done";
  }
  function guarded() {
    try { properties().setProperty("a", "1"); } catch (error) { return error.message; }
    finally { properties().setProperty("finally", "ran"); }
    return "fine";
  }
  function locked() {
    const lock = LockService.getScriptLock();
    if (!lock.tryLock(2000)) return "busy";
    properties().setProperty("a", "1");
    lock.releaseLock();
    return "had it";
  }
  function writes() {
    sheet().getRange(1, 1).setValue("first");
    SpreadsheetApp.flush();
    sheet().getRange(2, 1).setValue("second");
    properties().setProperty("late", "1");
  }
  function readsTwice() {
    const read = () => sheet().getRange(1, 1).getValue();
    return [read(), read()];
  }
  function ownUrl() { return UrlFetchApp.fetch(${JSON.stringify("http://127.0.0.1:9/exec")}).getResponseCode(); }
  function onOpen() { properties().getProperty("a"); }
  function doGet() { properties().getProperty("a"); return HtmlService.createHtmlOutput("ok"); }
`;
let host: Host;
afterEach(() => host.close());
const office = (): Host => {
  host = openMemoryBench(CODE);
  return host;
};
const run = (name: string) => host.run({ function: name }).result;

describe("the hook", () => {
  it("is asked once before each call, with its number, name and place", () => {
    office();
    const seen: CallPoint[] = [];
    host.onCall((call) => void seen.push(call));
    run("threeCalls");
    const op = "Properties.setProperty";
    const base = { execution: 1, function: "threeCalls", op, depth: 0 };
    expect(seen).toEqual([1, 2, 3].map((index) => ({ ...base, index })));
    host.onCall(null);
    run("threeCalls");
    expect(seen).toHaveLength(3);
  });

  it("finds what earlier calls have done, and nothing of its own", () => {
    office();
    const seen: (string | null)[] = [];
    host.onCall(() => void seen.push(host.property("b")));
    run("threeCalls");
    expect(seen).toEqual([null, null, "2"]);
  });

  it("may let a person act between two readings", () => {
    office();
    host.onCall(({ index }) => {
      if (index === 2) host.edit("Sheet1", 1, "A", "changed");
      return undefined;
    });
    expect(run("readsTwice")).toEqual(["", "changed"]);
  });

  it("may run another execution to its end, which is asked about too", () => {
    office();
    const depths: string[] = [];
    host.onCall(({ function: name, depth, index }) => {
      depths.push(`${name} ${depth}`);
      if (name === "threeCalls" && index === 2) run("readsTwice");
      return undefined;
    });
    expect(run("threeCalls")).toBe("done");
    expect(depths).toEqual([
      "threeCalls 0",
      "threeCalls 0",
      "readsTwice 1",
      "readsTwice 1",
      "threeCalls 0",
    ]);
    expect(host.executions().map((one) => one.function)).toEqual(["readsTwice", "threeCalls"]);
  });

  it("sees a script that fetches itself as one inside the other", () => {
    office();
    const depths: number[] = [];
    host.onCall(({ depth }) => void depths.push(depth));
    expect(run("ownUrl")).toBe(200);
    expect(depths).toEqual([0, 1]);
  });

  it("keeps the interrupted one's lock: the other waits in vain, in simulated time", () => {
    office();
    let inner: unknown = null;
    let waitedMs = 0;
    host.onCall(({ depth, index }) => {
      if (depth > 0 || index !== 2) return undefined;
      const before = host.now();
      inner = run("locked");
      waitedMs = host.now() - before;
      return undefined;
    });
    expect(run("locked")).toBe("had it");
    expect(inner).toBe("busy");
    expect(waitedMs).toBeGreaterThanOrEqual(2_000);
    host.onCall(null);
    expect(run("locked")).toBe("had it");
  });

  it("may fork the moment: there the running execution is as killed, and its lock free", () => {
    office();
    const forks: Host[] = [];
    host.onCall(() => void forks.push(host.fork()));
    run("writes");
    host.onCall(null);
    const cells = forks.map((fork) => fork.look("Sheet1").rows.length);
    expect(cells).toEqual([0, 0, 0, 0]);
    const atLate = forks[3] as Host;
    expect(atLate.sheet("Sheet1").headers[0]).toBe("first");
    expect(host.look("Sheet1").rows).toHaveLength(1);
  });

  it("throws its own mistakes to whoever started the execution", () => {
    office();
    host.onCall(() => {
      throw new Error("my own mistake");
    });
    expect(() => run("guarded")).toThrow("my own mistake");
    host.onCall(null);
    expect(host.property("finally")).toBeNull();
  });

  it("is not asked about a look at the menu", () => {
    office();
    const asked: CallPoint[] = [];
    host.onCall((call) => void asked.push(call));
    host.menu();
    expect(asked).toEqual([]);
  });
});

describe("a fault of a call", () => {
  const fail = (kind: "throw" | "kill", when: "before" | "after", message?: string) => {
    const fault = message === undefined ? { kind, when } : { kind, when, message };
    host.onCall(({ index }) => (index === 1 ? fault : undefined));
  };

  it.each([
    ["before", null],
    ["after", "1"],
  ] as const)("that throws %s it acts can be caught, and says so", (when, value) => {
    office();
    fail("throw", when, "Dienst nicht verfügbar");
    expect(run("guarded")).toBe("Dienst nicht verfügbar");
    expect([host.property("a"), host.property("finally")]).toEqual([value, "ran"]);
  });

  it.each([
    ["before", null],
    ["after", "1"],
  ] as const)("that kills %s it acts lets nothing happen any more", (when, value) => {
    office();
    fail("kill", when);
    expect(() => run("guarded")).toThrow("killed");
    expect([host.property("a"), host.property("finally")]).toEqual([value, null]);
    expect(host.executions().at(-1)).toMatchObject({ outcome: "killed" });
  });

  it("that kills takes what was written since the last flush with it", () => {
    office();
    host.onCall(({ op }) => {
      const late = op === "Properties.setProperty";
      return late ? { kind: "kill", when: "after" } : undefined;
    });
    expect(() => run("writes")).toThrow("killed");
    expect(host.property("late")).toBe("1");
    expect(host.sheet("Sheet1")).toMatchObject({ headers: ["first"], rows: [] });
  });

  it("of an inner execution does not touch the outer one", () => {
    office();
    host.onCall(({ depth, index }) => {
      if (depth === 1) return { kind: "kill", when: "before" };
      if (index === 2) expect(() => run("locked")).toThrow("killed");
      return undefined;
    });
    expect(run("locked")).toBe("had it");
  });
});
