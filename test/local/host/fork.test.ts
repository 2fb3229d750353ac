// A host in memory, and its forks: each goes its own way from the moment it was made.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import type { Host } from "../../../local/host/contract.ts";
import { evaluateOn, openBench, openMemoryBench } from "./bench.ts";

const SHEET = "SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]";
const open: Host[] = [];
afterEach(() => {
  for (const host of open.splice(0)) host.close();
});

function office(options: Parameters<typeof openMemoryBench>[1] = {}): Host {
  const host = openMemoryBench("", options);
  open.push(host);
  evaluateOn(
    host,
    `${SHEET}.getRange(1, 1, 3, 2).setValues([["id", "due"], ["a", new Date(0)], ["b", ""]]);
     PropertiesService.getScriptProperties().setProperty("key", "one");
     CacheService.getScriptCache().put("warm", "yes");
     GmailApp.createDraft("ada@x.test", "s", "t");
     ScriptApp.newTrigger("evaluate").timeBased().everyMinutes(1).create();
     return 0`,
  );
  return host;
}

/** Everything two hosts could differ in. */
function facts(host: Host): unknown {
  return {
    now: host.now(),
    look: host.sheets().map(({ name }) => host.look(name)),
    drafts: host.drafts(),
    outbox: host.outbox(),
    triggers: host.triggers(),
    key: host.property("key"),
    kept: host.kept("k"),
    records: host.executions(),
  };
}

describe("a fork", () => {
  it("knows all that the host knew, down to the cache", () => {
    const host = office();
    const fork = host.fork();
    expect(facts(fork)).toEqual(facts(host));
    expect(evaluateOn(fork, `CacheService.getScriptCache().get("warm")`)).toBe("yes");
  });

  it.each(["host", "fork"] as const)("is untouched by what befalls the other: %s", (which) => {
    const host = office();
    host.keep("k", { n: 1 });
    const fork = host.fork();
    const [changed, other] = which === "host" ? [host, fork] : [fork, host];
    const before = facts(other);
    evaluateOn(
      changed,
      `const s = ${SHEET}; s.getRange(2, 1).setValue("z"); s.appendRow(["c", new Date(0)]);
       s.insertColumns(1); s.deleteRows(3, 1); s.getRange(1, 1).setNote("n");
       s.getRange(1, 1, 2, 2).setNumberFormat("@");
       PropertiesService.getScriptProperties().setProperty("key", "two");
       GmailApp.getDrafts()[0].send(); return 0`,
    );
    changed.keep("k", { n: 2 });
    changed.advance(changed.now() + 120_000);
    expect(facts(other)).toEqual(before);
    expect(facts(changed)).not.toEqual(before);
  });

  it("of a fork is a third of its own", () => {
    const host = office();
    const first = host.fork();
    const second = first.fork();
    first.setProperty("key", "first");
    second.setProperty("key", "second");
    expect([host, first, second].map((one) => one.property("key"))).toEqual([
      "one",
      "first",
      "second",
    ]);
  });

  it("has the fetch it is given", () => {
    const answer = (body: string) => () => ({ status: 200, headers: {}, body });
    const host = office({ fetch: answer("old") });
    const fork = host.fork({ fetch: answer("new") });
    const read = `UrlFetchApp.fetch("https://x.test/").getContentText()`;
    expect([evaluateOn(host, read), evaluateOn(fork, read)]).toEqual(["old", "new"]);
  });

  it("of a host on a disk writes nothing there", () => {
    const { host, folder } = openBench();
    open.push(host);
    const kept = () =>
      ["world.json", "journal.jsonl"].map((file) =>
        readFileSync(join(folder, "data", file), "utf8"),
      );
    const before = kept();
    const fork = host.fork();
    evaluateOn(
      fork,
      `${SHEET}.appendRow(["x"]); SpreadsheetApp.getActiveSpreadsheet().copy("twin"); return 0`,
    );
    fork.close();
    expect(kept()).toEqual(before);
    expect(existsSync(join(folder, "data", "copies"))).toBe(false);
    expect([fork.copies().length, host.copies().length]).toEqual([1, 0]);
  });

  it("of a copy made in memory opens without properties, triggers and mail", () => {
    const host = office();
    evaluateOn(host, `SpreadsheetApp.getActiveSpreadsheet().copy("twin"); return 0`);
    const twin = host.openCopy(host.copies()[0]?.id ?? "");
    expect(twin.sheet("Sheet1")).toEqual(host.sheet("Sheet1"));
    expect([twin.property("key"), twin.triggers(), twin.drafts()]).toEqual([null, [], []]);
  });
});

describe("an earlier version", () => {
  it("restored puts the sheets back and leaves properties, mail and triggers", () => {
    const host = office();
    const version = host.fork();
    evaluateOn(host, `${SHEET}.appendRow(["late", ""]); return 0`);
    host.setProperty("key", "two");
    const file = "SpreadsheetApp.getActiveSpreadsheet().getId()";
    const id = evaluateOn(host, file);
    host.restore(version);
    expect(host.sheet("Sheet1").rows.map((row) => row.id)).toEqual(["a", "b"]);
    expect(host.property("key")).toBe("two");
    expect(host.triggers()).toHaveLength(1);
    expect(evaluateOn(host, file)).toBe(id);
  });
});

describe("a seed", () => {
  const read = "[Utilities.getUuid(), SpreadsheetApp.getActiveSpreadsheet().getId()]";
  const ids = (seed?: number) =>
    JSON.stringify(evaluateOn(openMemoryBench("", seed === undefined ? {} : { seed }), read));

  it("makes the same ids again, and another one others", () => {
    expect(ids(7)).toBe(ids(7));
    expect(ids(7)).not.toBe(ids(8));
    expect(ids()).not.toBe(ids());
    expect(ids(7)).toMatch(/"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"/);
  });
});
