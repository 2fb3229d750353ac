// The self-test's probes pass on the simulated platform, and fail where something is missing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Host } from "../../local/host/contract";
import { openHost } from "../../local/host/open-host";
import { builtBundle } from "../built-bundle";

const EXEC_URL = "http://127.0.0.1:8787/exec";
let host: Host;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dripsheet-probes-"));
  const options = { dataDir: join(folder, "data"), execUrl: EXEC_URL, now: "2026-03-02T09:00:00Z" };
  host = openHost({ ...builtBundle(), ...options });
  host.run({ function: "menu.setUp", answers: ["OK", "OK"] });
});
afterEach(() => {
  host.close();
  rmSync(folder, { recursive: true, force: true });
});

function setSetting(key: string, value: string): void {
  const index = host.sheet("Settings").rows.findIndex((row) => row.key === key);
  host.edit("Settings", index + 2, "value", value);
}

function linesOfSelfTest(): readonly string[] {
  host.run({ function: "menu.selfTest", answers: ["OK"] });
  const rows = host.sheet("Start here").rows.map((row) => `${row.state} ${row.check}`);
  return rows.filter((line) => line.includes("self-test"));
}

it("all pass on a file that is set up", () => {
  setSetting("web_app_url", EXEC_URL);
  host.advance(host.now() + 2 * 60_000);
  const lines = linesOfSelfTest();
  expect(lines).toHaveLength(8);
  expect(lines.filter((line) => !line.startsWith("✓"))).toEqual([]);
});

it("say that the web app cannot be asked without its address, and leave nothing behind", () => {
  const before = host.sheets().map(({ name }) => name);
  const failed = linesOfSelfTest().filter((line) => line.startsWith("✗"));
  expect(failed).toHaveLength(2);
  expect(host.sheets().map(({ name }) => name)).toEqual(before);
  expect(host.drafts()).toEqual([]);
});
