// Several executions at once, in every order: exact about locks, sleep and who sees what.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Host } from "../../../local/host/contract.ts";
import { type Choose, interleave, type LaneJob } from "../../../local/host/lanes.ts";
import { everyOrder, seededOrder } from "../../../local/host/orders.ts";
import { openBench, openMemoryBench } from "./bench.ts";

const CODE = `
  const p = () => PropertiesService.getScriptProperties();
  const sheet = () => SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var jobs = { tick: function () { count(); } };
  function count() { p().setProperty("n", String(Number(p().getProperty("n") || 0) + 1)); }
  function countLocked() {
    const lock = LockService.getScriptLock();
    if (!lock.tryLock(60000)) return "busy";
    count();
    lock.releaseLock();
    return "had it";
  }
  function holdFor(ms) {
    const lock = LockService.getScriptLock();
    lock.waitLock(100);
    Utilities.sleep(ms);
    lock.releaseLock();
    return Date.now();
  }
  function tryFor(ms) {
    const from = Date.now();
    const had = LockService.getScriptLock().tryLock(ms);
    return [had, Date.now() - from];
  }
  function waitFor(ms) { LockService.getScriptLock().waitLock(ms); return "had it"; }
  function hours() { return new Date(0).getHours(); }
  function writes() { sheet().getRange(1, 1).setValue("dirty"); p().getProperty("n"); SpreadsheetApp.flush(); }
  function reads() { return sheet().getRange(1, 1).getValue(); }
  function fails() { p().getProperty("n"); throw new Error("on purpose"); }
  function guarded() { try { count(); } finally { p().setProperty("finally", "ran"); } }
  function dates() { return [new Date() instanceof Date, typeof setTimeout, typeof Buffer]; }
  function doGet(e) { count(); return HtmlService.createHtmlOutput(e.parameter.q); }
  function arm() { ScriptApp.newTrigger("jobs.tick").timeBased().everyMinutes(1).create(); }
`;
const run = (name: string, ...args: readonly unknown[]): LaneJob => ({
  run: { function: name, args },
});
const inTurn: Choose = () => 0;
const alternately = (): Choose => {
  let turn = 0;
  return (points) => {
    turn += 1;
    return turn % points.length;
  };
};

let host: Host;
beforeEach(() => {
  host = openMemoryBench(CODE, { warm: true });
});
afterEach(() => host.close());
const play = (jobs: readonly LaneJob[], choose: Choose) => interleave(host, jobs, { choose });
const results = (jobs: readonly LaneJob[], choose: Choose) =>
  play(jobs, choose).outcomes.map(({ answer, error }) =>
    answer === null ? error : (answer as { result: unknown }).result,
  );

describe("lanes", () => {
  it("run whole executions when nobody is interrupted, as without them", () => {
    const { outcomes, trace } = play([run("count"), run("count")], inTurn);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["ok", "ok"]);
    expect(host.property("n")).toBe("2");
    expect(trace).toEqual([
      "0 count 0 start",
      "0 count 1 Properties.getProperty",
      "0 count 2 Properties.setProperty",
      "1 count 0 start",
      "1 count 1 Properties.getProperty",
      "1 count 2 Properties.setProperty",
    ]);
    expect(host.executions().map((one) => one.function)).toEqual(["count", "count"]);
  });

  it("lose an update when two read before either writes", () => {
    play([run("count"), run("count")], alternately());
    expect(host.property("n")).toBe("1");
  });

  it("take requests, timers and people's acts among them", () => {
    host.run({ function: "arm" });
    const { outcomes } = play(
      [
        { request: { method: "GET", query: "q=hello" } },
        { tick: "jobs.tick" },
        { act: (at) => at.edit("Sheet1", 1, "A", "by hand") },
      ],
      inTurn,
    );
    expect(outcomes[0]?.answer).toMatchObject({ kind: "html", html: "hello" });
    expect([host.property("n"), host.sheet("Sheet1").headers[0]]).toEqual(["2", "by hand"]);
  });

  it("hide what has not been flushed from one another", () => {
    const late: Choose = (points) => {
      const reader = points.findIndex(({ lane }) => lane === 1);
      const flushed = points.some(({ op }) => op === "SpreadsheetApp.flush");
      return flushed && reader >= 0 ? reader : Math.max(0, 1 - reader);
    };
    expect(results([run("writes"), run("reads")], late)[1]).toBe("");
    expect(host.sheet("Sheet1").headers[0]).toBe("dirty");
  });

  it("end one another's failures and kills nowhere but in their own lane", () => {
    host.onCall(({ function: name, index }) =>
      name === "guarded" && index === 2 ? { kind: "kill", when: "before" } : undefined,
    );
    const { outcomes } = play([run("fails"), run("guarded"), run("count")], alternately());
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(["error", "killed", "ok"]);
    expect(outcomes[0]?.error).toBe("Error: on purpose");
    expect(host.property("finally")).toBeNull();
  });

  it("are as bare as any other context, in the manifest's time zone", () => {
    const [bare, hours] = results([run("dates"), run("hours")], inTurn);
    expect([bare, hours]).toEqual([[true, "undefined", "undefined"], 0]);
  });

  it("keep to the zone of their own manifest, whoever had the thread before", () => {
    const { host: far } = openBench(CODE, { warm: true }, { timeZone: "Asia/Tokyo" });
    for (const [where, hour] of [
      [host, 0],
      [far, 9],
      [host, 0],
    ] as const) {
      const [{ answer } = { answer: null }] = interleave(where, [run("hours")], {
        choose: inTurn,
      }).outcomes;
      expect(answer).toMatchObject({ result: hour });
    }
    far.close();
  });

  it("leave nothing behind when the choice itself fails", () => {
    const broken: Choose = () => {
      throw new Error("no choice");
    };
    expect(() => play([run("countLocked"), run("countLocked")], broken)).toThrow("no choice");
    expect(results([run("countLocked")], inTurn)).toEqual(["had it"]);
    expect(host.property("n")).toBe("1");
  });

  it("refuse what is refused at any time", () => {
    host.trouble({ crowded: true });
    const { outcomes } = play([run("count"), { request: { method: "GET", query: "" } }], inTurn);
    expect(outcomes.map(({ error }) => error.slice(0, 9))).toEqual(["There are", "Service i"]);
  });
});

describe("time in lanes", () => {
  it("lets whoever waits have the lock as soon as it is free", () => {
    const [freedAt, tried] = results([run("holdFor", 5_000), run("tryFor", 30_000)], inTurn);
    expect(typeof freedAt).toBe("number");
    const [had, waitedMs] = tried as [boolean, number];
    expect(had).toBe(true);
    expect(waitedMs).toBeGreaterThanOrEqual(4_500);
    expect(waitedMs).toBeLessThan(7_000);
  });

  it("ends a wait in vain when its time is over, not before and not later", () => {
    const [, tried] = results([run("holdFor", 60_000), run("tryFor", 10_000)], inTurn);
    const [had, waitedMs] = tried as [boolean, number];
    expect(had).toBe(false);
    expect(waitedMs).toBeGreaterThanOrEqual(10_000);
    expect(waitedMs).toBeLessThan(10_500);
  });

  it("throws at whoever has waited too long with waitLock", () => {
    const [, waited] = results([run("holdFor", 60_000), run("waitFor", 1_000)], inTurn);
    expect(waited).toBe(
      "Exception: Lock timeout: another process was holding the lock for too long.",
    );
  });

  it("lets sleepers sleep at the same time", () => {
    const before = host.now();
    play([run("tryFor", 0), ...[1, 2, 3].map(() => run("holdFor", 0))], inTurn);
    expect(host.now() - before).toBeLessThan(10_000);
  });
});

describe("orders", () => {
  const JOBS = [run("count"), run("count")];

  it("are all seen once: three calls each, twenty orders; eight of them keep both counts", () => {
    const seen = new Map<string, number>();
    const traces = new Set<string>();
    const played = everyOrder((choose) => {
      const fork = host.fork();
      traces.add(interleave(fork, JOBS, { choose }).trace.join());
      const n = fork.property("n") ?? "";
      seen.set(n, (seen.get(n) ?? 0) + 1);
    });
    expect([played, traces.size]).toEqual([20, 20]);
    expect(Object.fromEntries(seen)).toEqual({ "1": 12, "2": 8 });
  });

  it("with few interruptions are fewer, and find the same", () => {
    const found = new Set<string>();
    const played = everyOrder(
      (choose) => {
        const fork = host.fork();
        interleave(fork, JOBS, { choose });
        found.add(fork.property("n") ?? "");
      },
      { interruptionsMax: 1 },
    );
    expect(played).toBeLessThan(20);
    expect([...found].sort()).toEqual(["1", "2"]);
  });

  it("under a lock all count", () => {
    everyOrder((choose) => {
      const fork = host.fork();
      interleave(fork, [run("countLocked"), run("countLocked")], { choose });
      expect(fork.property("n")).toBe("2");
    });
  });

  it("drawn from a seed are the same again, and others from another", () => {
    const four = Array.from({ length: 4 }, () => run("countLocked"));
    const trace = (seed: number) =>
      interleave(host.fork(), four, { choose: seededOrder(seed) }).trace.join();
    const once = [1, 2, 3, 4, 5].map(trace);
    expect([1, 2, 3, 4, 5].map(trace)).toEqual(once);
    expect(new Set(once).size).toBe(5);
  });
});
