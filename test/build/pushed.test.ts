// What is pushed is what is tested: the files that reached Google's stand-in are loaded into Local,
// and one lead walks through them.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { Host } from "../../local/host/contract.ts";
import { openHost } from "../../local/host/open-host.ts";
import { builtBundle } from "../built-bundle.ts";
import { type GoogleStub, googleStub } from "./google-stub.ts";
import { projectRoot } from "./scratch.ts";
import { Computer } from "./set-up-run.ts";

vi.setConfig({ testTimeout: 120_000 });

const { version } = JSON.parse(readFileSync(path.join(projectRoot, "package.json"), "utf8"));
const EXEC_URL = "http://127.0.0.1:9/exec";
const HOUR_MS = 3_600_000;
const SETTINGS = {
  mode: "LIVE",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: EXEC_URL,
  geo_download_url: "https://files.test/geo.pdf",
};

/** A workbook with the script that Google was given. */
function hostOf(google: GoogleStub): Host {
  const folder = mkdtempSync(path.join(tmpdir(), "dripsheet-pushed-"));
  const [script] = google.scripts.values();
  for (const { name, type, source } of script?.files ?? []) {
    writeFileSync(path.join(folder, `${name}.${type === "JSON" ? "json" : "js"}`), source);
  }
  const host = openHost({
    dataDir: path.join(folder, "data"),
    codeFile: path.join(folder, "Code.js"),
    manifestFile: path.join(folder, "appsscript.json"),
    execUrl: EXEC_URL,
    now: "2026-03-02T09:00:00Z",
    fetch: () => ({ status: 404, headers: {}, body: "{}" }),
  });
  onTestFinished(() => {
    host.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return host;
}

function type(host: Host, key: string, value: string): void {
  const at = host.sheet("Settings").rows.findIndex((row) => row.key === key);
  host.edit("Settings", at + 2, "value", value);
}

it("what setting up pushed takes a lead from the form to both mails", async () => {
  const google = await googleStub();
  const { output } = await new Computer(google, builtBundle()).setUp({
    answers: [""],
    language: "zh",
  });
  expect(output).toContain("已登录：ling@shop.test");
  expect(output).toContain("从上到下跟着 Start here 工作表做");

  const host = hostOf(google);
  host.run({ function: "menu.setUp" });
  for (const [key, value] of Object.entries(SETTINGS)) type(host, key, value);
  host.setProperty("history", JSON.stringify({ listedAt: 1, listed: 0 }));
  const body = "form=geo&email=ada%40example.org&name=Ada&consent=yes&locale=en";
  const contentType = "application/x-www-form-urlencoded";
  host.request({ method: "POST", query: "", contentType, body });
  host.run({ function: "jobs.tick" });
  const status = () => host.sheet("Queue").rows.map((row) => row.status);
  const mails = () => host.outbox().filter(({ to }) => to === "ada@example.org").length;
  expect([status(), mails()]).toEqual([["ACTIVE"], 1]);
  host.advance(host.now() + 49 * HOUR_MS, HOUR_MS);
  expect([status(), mails()]).toEqual([["DONE"], 2]);

  // One version everywhere: in the sheet, on the page for helpers, in the package.
  const timer = host.sheet("Start here").rows.find(({ id }) => id === "timer");
  expect(String(timer?.what_to_do)).toContain(`Dripsheet ${version} `);
  const health = host.request({ method: "GET", query: "p=health" });
  expect(JSON.stringify(health)).toContain(version);
});
