// What calls cost: the fixed figures, and measured ones in their place.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import data from "../../../local/host/costs.json" with { type: "json" };
import { Costs } from "../../../local/host/costs.ts";
import { evaluateOn, openMemoryBench } from "./bench.ts";

function file(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), "dripsheet-costs-")), "costs.txt");
  writeFileSync(path, text);
  return path;
}

const REPORT = `Self-test of 2 March
✓ locks
--- costs ---
{"call":"Lock.tryLock","ms":93}
{"call":"Range.getValues","ms":210,"cellMs":0.01}

{"call":"start","ms":710}
--- end of costs ---
thank you`;

describe("the cost model", () => {
  it("has the fixed figures", () => {
    const ours = new Costs();
    const figures = {
      "Lock.tryLock": 100,
      "Sheet.getLastRow": 150,
      "GmailApp.createDraft": 600,
      "GmailDraft.send": 1_000,
      "GmailDraft.deleteDraft": 300,
      "GmailApp.getDrafts": 500,
      "GmailApp.search": 600,
    };
    const costs = Object.keys(figures).map((op) => [op, ours.ms(op, 7)]);
    expect(Object.fromEntries(costs)).toEqual(figures);
    expect(ours.startMs).toBe(300);
  });

  it("tells where each figure comes from", () => {
    const { start, calls } = data;
    for (const { source } of [start, ...Object.values(calls)]) expect(source).not.toBe("");
  });

  it("takes what a self-test has measured, and keeps the rest", () => {
    const costs = Costs.from(file(REPORT));
    expect([costs.startMs, costs.ms("Lock.tryLock", 0)]).toEqual([710, 93]);
    expect(costs.ms("Range.getValues", 100)).toBe(211);
    expect(costs.ms("GmailApp.search", 0)).toBe(600);
  });

  it("takes a file in its own shape", () => {
    const costs = Costs.from(file(`{"calls":{"Lock.tryLock":{"callMs":12}}}`));
    expect([costs.startMs, costs.ms("Lock.tryLock", 0)]).toEqual([300, 12]);
  });

  it.each([
    ["nothing to read", "saw nothing to read; needed JSON"],
    ['{"a":1}', "saw no calls"],
    ["--- costs ---\n{}", 'no line "--- end of costs ---"'],
    ["--- costs ---\nabc\n--- end of costs ---", "saw abc; needed JSON"],
    [
      '--- costs ---\n{"call":"Lock.tryLock","ms":-1}\n--- end of costs ---',
      "saw -1; needed milli",
    ],
  ])("says what is wrong with %j", (text, message) => {
    expect(() => Costs.from(file(text))).toThrow(message);
  });

  it("moves the clock: a run takes as long as its start and its calls", () => {
    const costs = file(`{"start":{"callMs":1000},"calls":{"Lock.tryLock":{"callMs":50}}}`);
    const host = openMemoryBench("", { costs });
    const before = host.now();
    evaluateOn(host, "LockService.getScriptLock().tryLock(0)");
    expect(host.now() - before).toBe(1_050);
    host.close();
  });
});
