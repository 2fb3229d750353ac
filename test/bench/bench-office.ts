// The office that is measured: the bundle in a simulated account in memory, set up, LIVE, with as many rows as wished.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ExecutionRecord, FetchAnswer, Host } from "../../local/host/contract.ts";
import { openHost } from "../../local/host/open-host.ts";
import { FILL } from "./fill.ts";

export interface Files {
  readonly codeFile: string;
  readonly manifestFile: string;
  /** A company's account, which may send more in a day. */
  readonly workspace?: boolean;
}

const EXEC_URL = "http://127.0.0.1:9/exec";
const NOW = "2026-03-02T09:00:00Z";
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

const SETTINGS: Readonly<Record<string, string>> = {
  mode: "LIVE",
  sender_name: "Ling",
  postal_address: "1 Lane, Town",
  web_app_url: EXEC_URL,
  geo_download_url: "https://files.test/geo.pdf",
  // A hundred mails are all that a private account may send in a day.
  mail_reserve: "0",
  digest: "off",
  // Every mail is measured at its own time.
  quiet_hours: "",
};

/** Something more in the script, which the bench alone calls. */
export interface Beside {
  readonly before: string;
  readonly after: string;
}

export function openAccount(
  { codeFile, manifestFile, workspace = false }: Files,
  beside: Beside,
  warm = true,
): Host {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-bench-"));
  const code = join(folder, "Code.js");
  const text = codeFile === "" ? "" : readFileSync(codeFile, "utf8");
  writeFileSync(code, `${beside.before}\n${text}\n${beside.after}`);
  const fetch = (): FetchAnswer => ({ status: 404, headers: {}, body: "{}" });
  const account = { execUrl: EXEC_URL, now: NOW, fetch, warm, workspace };
  const host = openHost({ ...account, codeFile: code, manifestFile, memory: true });
  rmSync(folder, { recursive: true });
  return host;
}

export function openOffice(files: Files, beside: Beside = { before: "", after: FILL }): Host {
  const host = openAccount(files, beside, beside.before === "");
  host.run({ function: "menu.setUp" });
  for (const [at, { key }] of host.sheet("Settings").rows.entries()) {
    const value = SETTINGS[String(key)];
    if (value !== undefined) host.edit("Settings", at + 2, "value", value);
  }
  host.run({ function: "menu.paidList", answers: [""] });
  tick(host);
  return host;
}

export function form(host: Host, email: string, which = "geo"): void {
  const fields = { form: which, email, name: "Ada", consent: "yes", locale: "en", url: "s.test" };
  const body = new URLSearchParams(fields).toString();
  const contentType = "application/x-www-form-urlencoded";
  host.request({ method: "POST", query: "", contentType, body });
}

export function tick(host: Host): void {
  host.run({ function: "jobs.tick" });
}

export function minutes(host: Host, count: number): void {
  host.advance(host.now() + count * MINUTE, MINUTE);
}

/** The last execution, which must have gone well. */
export function lastRun(host: Host): ExecutionRecord {
  const last = host.executions().at(-1);
  if (last === undefined || last.outcome !== "ok") throw new Error(`A run ended: ${last?.error}`);
  return last;
}
