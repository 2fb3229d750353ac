// Locks, properties and cache (facts 4).
import { describe, expect, it } from "vitest";
import { EXEC_URL, openBench } from "./bench.ts";

describe("a lock", () => {
  const LOCKS = `
    function doGet(e) {
      var lock = LockService[e.parameter.lock]();
      var had = lock.tryLock(Number(e.parameter.wait));
      return ContentService.createTextOutput(String(had));
    }
    function hold(mine, theirs, wait) {
      LockService[mine]().waitLock(1000);
      return UrlFetchApp.fetch("${EXEC_URL}?lock=" + theirs + "&wait=" + wait).getContentText();
    }
    function waitInVain() {
      LockService.getScriptLock().waitLock(1);
      return UrlFetchApp.fetch("${EXEC_URL}?wait=1").getContentText();
    }`;
  const bench = openBench(LOCKS);
  const hold = (...args: unknown[]) => bench.host.run({ function: "hold", args }).result;

  it.each([
    ["getScriptLock", "getScriptLock", "false"],
    ["getUserLock", "getUserLock", "false"],
    ["getDocumentLock", "getDocumentLock", "false"],
    ["getUserLock", "getScriptLock", "true"],
    ["getScriptLock", "getUserLock", "true"],
  ])("%s held, another execution's tryLock on %s gives %s (facts 4.9)", (mine, theirs, had) => {
    expect(hold(mine, theirs, 0)).toBe(had);
  });

  it("lets a waiting tryLock spend its time", () => {
    const before = bench.host.now();
    hold("getScriptLock", "getScriptLock", 8000);
    expect(bench.host.now() - before).toBeGreaterThan(8000);
  });

  it("throws from waitLock when the time is over", () => {
    const other = openBench(`
      function doGet() { LockService.getScriptLock().waitLock(10); }
      function hold() { LockService.getScriptLock().waitLock(10); return UrlFetchApp.fetch("${EXEC_URL}").getContentText(); }`);
    expect(other.host.run({ function: "hold" }).result).toContain("Lock timeout: another process");
  });

  it("may be taken twice by the same execution, and ends with it", () => {
    const seen = bench.evaluate(`
      var lock = LockService.getScriptLock();
      return [lock.hasLock(), lock.tryLock(0), LockService.getScriptLock().tryLock(0), lock.hasLock()];`);
    expect(seen).toEqual([false, true, true, true]);
    expect(bench.evaluate("LockService.getScriptLock().hasLock()")).toBe(false);
  });
});

describe("properties", () => {
  const bench = openBench();
  const props = "PropertiesService.getScriptProperties()";

  it("are strings, in three stores", () => {
    const seen = bench.evaluate(`
      ${props}.setProperty("n", 5).setProperties({ a: "1", b: true });
      PropertiesService.getUserProperties().setProperty("u", "1");
      return [${props}.getProperties(), ${props}.getProperty("absent"), ${props}.getProperty("constructor"),
        ${props}.getKeys().length, PropertiesService.getDocumentProperties().getKeys()];`);
    expect(seen).toEqual([{ n: "5", a: "1", b: "true" }, null, null, 3, []]);
  });

  it("go away one by one or all at once", () => {
    const seen = bench.evaluate(`
      ${props}.deleteProperty("n").deleteProperty("never");
      var one = ${props}.getKeys().length;
      ${props}.setProperties({ z: "1" }, true);
      var replaced = ${props}.getKeys();
      ${props}.deleteAllProperties();
      return [one, replaced, ${props}.getKeys()];`);
    expect(seen).toEqual([2, ["z"], []]);
  });

  it("are held to 9 KB a value and 500 KB a store (facts 4.1)", () => {
    const set = (code: string) => () => bench.evaluate(`${props}.${code}.getKeys().length`);
    expect(set(`setProperty("k", "x".repeat(9216))`)).not.toThrow();
    expect(set(`setProperty("k", "x".repeat(9217))`)).toThrow("Argument too large: value");
    expect(set(`setProperty("k", "é".repeat(4609))`)).toThrow("Argument too large: value");
    const fill = `for (var i = 0; i < 60; i++) ${props}.setProperty("k" + i, "x".repeat(9000)); return 1;`;
    expect(() => bench.evaluate(fill)).toThrow("exceeded the property storage quota");
  });

  it("are kept at once, also when the execution dies right after", () => {
    bench.host.inject({ atCall: 2, kind: "kill", when: "before" });
    expect(() =>
      bench.evaluate(`${props}.setProperty("now", "yes").setProperty("later", "yes").getKeys()`),
    ).toThrow();
    expect(bench.host.property("now")).toBe("yes");
    expect(bench.host.property("later")).toBeNull();
  });
});

describe("the cache", () => {
  const bench = openBench();
  const cache = "CacheService.getScriptCache()";

  it("forgets by the clock (facts 4.8)", () => {
    bench.evaluate(`${cache}.put("k", "v", 60); ${cache}.put("d", "v"); return 1;`);
    expect(bench.evaluate(`${cache}.get("k")`)).toBe("v");
    bench.host.advance(bench.host.now() + 61_000);
    expect(bench.evaluate(`${cache}.getAll(["k", "d"])`)).toEqual({ d: "v" });
    bench.host.advance(bench.host.now() + 600_000);
    expect(bench.evaluate(`${cache}.get("d")`)).toBeNull();
  });

  it("loses about a tenth when it passes a thousand items (facts 4.8)", () => {
    const kept = bench.evaluate(`
      for (var i = 0; i < 1001; i++) ${cache}.put("k" + i, "v", 21600);
      return [${cache}.get("k0"), ${cache}.get("k1000")];`);
    expect(kept).toEqual([null, "v"]);
  });

  it("refuses long keys and values", () => {
    expect(() => bench.evaluate(`${cache}.put("k".repeat(251), "v")`)).toThrow(
      "Argument too large: key",
    );
    expect(() => bench.evaluate(`${cache}.put("k", "v".repeat(102401))`)).toThrow(
      "Argument too large: value",
    );
  });

  it("is empty after a restart", () => {
    bench.evaluate(`${cache}.put("k", "v")`);
    expect(bench.reopen().evaluate(`${cache}.get("k")`)).toBeNull();
  });
});

describe("the daily allowance of property reads and writes", () => {
  it("ends at 50,000, also within one run (facts 4.1)", { timeout: 60_000 }, () => {
    const bench = openBench();
    const read = (times: number) =>
      bench.evaluate(`var p = PropertiesService.getScriptProperties();
        for (var i = 0; i < ${times}; i++) p.getProperty("k");
        return i;`);
    for (let run = 0; run < 5; run += 1) expect(read(9_990)).toBe(9_990);
    expect(() => read(51)).toThrow("Service invoked too many times for one day: properties.");
    bench.host.advance(bench.host.now() + 86_400_000);
    expect(read(51)).toBe(51);
  });
});
