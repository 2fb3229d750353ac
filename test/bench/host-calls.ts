// Service calls of the bundle in the simulated platform: an idle tick over a full sheet, and each door.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FetchAnswer, Host } from "../../local/host/contract.ts";
import { openHost } from "../../local/host/open-host.ts";

const EXEC_URL = "http://127.0.0.1:9/exec";
const NOW = "2026-03-02T09:00:00Z";
const MINUTE = 60_000;
/** Longer than the ten minutes after which every row is compared with its seal. */
const IDLE_MINUTES = 12;

const SETTINGS: Readonly<Record<string, string>> = {
  mode: "LIVE",
  sender_name: "Ling",
  postal_address: "1 Lane, Town",
  web_app_url: EXEC_URL,
  geo_download_url: "https://files.test/geo.pdf",
};

/** One execution ends after six simulated minutes; this many rows cost a good minute. */
const FILL_ROWS = 5_000;
/** A person's row again and again under new ids; run in place of the bundle. */
const FILL = `function fill(name, first, end) {
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(name);
  var width = sheet.getLastColumn();
  var headers = sheet.getRange(1, 1, 1, width).getValues()[0];
  var seed = sheet.getRange(2, 1, 1, width).getValues()[0];
  var missing = end + 1 - sheet.getMaxRows();
  if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows(), missing);
  var rows = [];
  for (var at = first; at < end; at += 1) {
    var row = seed.map(function (cell) { return typeof cell === "string" && cell !== "" ? "'" + cell : cell; });
    row[headers.indexOf("id")] = "'" + String(seed[headers.indexOf("id")]).replace(/^[^.]+/, "c_" + at);
    row[headers.indexOf("email")] = "'person" + at + "@shop.test";
    rows.push(row);
  }
  sheet.getRange(first + 2, 1, rows.length, width).setValues(rows);
}`;

export interface Files {
  readonly codeFile: string;
  readonly manifestFile: string;
}
export interface DoorCalls {
  readonly webhook: { readonly calls: number; readonly fetches: number };
  readonly form: { readonly calls: number };
}

export interface IdleCalls {
  /** The most of any tick that has nothing to do. */
  readonly idle: number;
  /** Every ten minutes such a tick compares all rows with their seals besides. */
  readonly compare: number;
}

export function idleCalls(files: Files, rows: number): IdleCalls {
  return inFolder((folder) => {
    const first = openOffice(files, folder);
    post(first, "geo", "ada@shop.test");
    tick(first);
    first.close();
    fill(files, folder, rows);
    const host = open(files, folder);
    const seen = host.sheet("Queue").rows.length;
    if (seen < rows) throw new Error(`The sheet holds ${seen} rows, not ${rows}`);
    for (let run = 0; run < 3; run += 1) tick(host);
    const ticks: (readonly string[])[] = [];
    for (let minute = 0; minute < IDLE_MINUTES; minute += 1) {
      host.advance(host.now() + MINUTE, MINUTE);
      ticks.push(callsOf(host));
    }
    host.close();
    const most = (some: readonly (readonly string[])[]) =>
      Math.max(0, ...some.map((calls) => calls.length));
    const compares = (calls: readonly string[]) => calls.includes("Properties.setProperty");
    return {
      idle: most(ticks.filter((calls) => !compares(calls))),
      compare: most(ticks.filter(compares)),
    };
  });
}

/** The most calls that any shipped form, and a Stripe webhook, costs. */
export function doorCalls(files: Files): DoorCalls {
  return inFolder((folder) => {
    const host = openOffice(files, folder);
    const forms = ["geo", "free_audit", "lite"].map((form) => {
      post(host, form, `${form}@shop.test`);
      return callsOf(host).length;
    });
    const body = JSON.stringify({ id: "evt_1", object: "event", type: "invoice.paid" });
    const query = `hook=stripe&key=${host.property("hook_key") ?? ""}`;
    host.request({ method: "POST", query, contentType: "application/json", body });
    const calls = callsOf(host);
    const fetches = calls.filter((name) => name.startsWith("UrlFetch")).length;
    host.close();
    return { webhook: { calls: calls.length, fetches }, form: { calls: Math.max(...forms) } };
  });
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-bench-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function open(files: Files, folder: string, codeFile = files.codeFile): Host {
  const fetch = (): FetchAnswer => ({ status: 404, headers: {}, body: "{}" });
  const { manifestFile } = files;
  const dataDir = join(folder, "data");
  return openHost({ dataDir, codeFile, manifestFile, execUrl: EXEC_URL, now: NOW, fetch });
}

function openOffice(files: Files, folder: string): Host {
  const host = open(files, folder);
  host.run({ function: "menu.setUp" });
  for (const [at, { key }] of host.sheet("Settings").rows.entries()) {
    const value = SETTINGS[String(key)];
    if (value !== undefined) host.edit("Settings", at + 2, "value", value);
  }
  host.run({ function: "menu.paidList", answers: [""] });
  tick(host);
  return host;
}

function fill(files: Files, folder: string, rows: number): void {
  const codeFile = join(folder, "fill.js");
  writeFileSync(codeFile, FILL);
  const host = open(files, folder, codeFile);
  for (const name of ["Queue", "Contacts"]) {
    for (let first = 1; first < rows; first += FILL_ROWS) {
      const end = Math.min(first + FILL_ROWS, rows);
      host.run({ function: "fill", args: [name, first, end] });
    }
  }
  host.close();
}

function post(host: Host, form: string, email: string): void {
  const fields = { form, email, name: "Ada", consent: "yes", locale: "en", url: "shop.test" };
  const body = new URLSearchParams(fields).toString();
  const contentType = "application/x-www-form-urlencoded";
  host.request({ method: "POST", query: "", contentType, body });
}

function tick(host: Host): void {
  host.run({ function: "jobs.tick" });
}

function callsOf(host: Host): readonly string[] {
  const last = host.executions().at(-1);
  if (last === undefined || last.outcome !== "ok") throw new Error(`A run ended: ${last?.error}`);
  return last.calls;
}
