// A host over a tiny script of a few lines, in a temporary folder.
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host, HostOptions } from "../../../local/host/contract.ts";
import { openHost } from "../../../local/host/open-host.ts";

export const EXEC_URL = "http://127.0.0.1:9/exec";
export const NOON = "2026-03-02T12:00:00.000Z";

const MANIFEST = {
  timeZone: "Etc/UTC",
  runtimeVersion: "V8",
  webapp: { access: "ANYONE_ANONYMOUS", executeAs: "USER_DEPLOYING" },
};

export interface Bench {
  readonly host: Host;
  readonly folder: string;
  /** Runs an expression (or statements with a return) as a menu function and gives its result. */
  evaluate(code: string): unknown;
  /** Opens the same folder again, as after a crash: nothing was closed. */
  reopen(options?: Partial<HostOptions>): Bench;
}

export function openBench(
  code = "",
  options: Partial<HostOptions> = {},
  manifest: object = {},
): Bench {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-host-"));
  writeFileSync(join(folder, "Code.js"), `${code}\n${EVALUATE}`);
  writeFileSync(join(folder, "appsscript.json"), JSON.stringify({ ...MANIFEST, ...manifest }));
  return benchOn(folder, { now: NOON, ...options });
}

/** The same, with nothing on a disk but the script. */
export function openMemoryBench(code = "", options: Partial<HostOptions> = {}): Host {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-host-"));
  const codeFile = join(folder, "Code.js");
  const manifestFile = join(folder, "appsscript.json");
  writeFileSync(codeFile, `${code}\n${EVALUATE}`);
  writeFileSync(manifestFile, JSON.stringify(MANIFEST));
  return openHost({
    memory: true,
    codeFile,
    manifestFile,
    execUrl: EXEC_URL,
    now: NOON,
    ...options,
  });
}

/** Runs an expression, or statements with a return, as a menu function. */
export function evaluateOn(host: Host, code: string): unknown {
  const body = /(?:^|[;\n])\s*return\b/.test(code) ? code : `return (${code})`;
  return host.run({ function: "evaluate", args: [body] }).result;
}

const EVALUATE = "function evaluate(code) { return new Function(code)(); }";

function benchOn(folder: string, options: Partial<HostOptions>): Bench {
  const host = openHost({
    dataDir: join(folder, "data"),
    codeFile: join(folder, "Code.js"),
    manifestFile: join(folder, "appsscript.json"),
    execUrl: EXEC_URL,
    ...options,
  });
  const evaluate = (code: string) => evaluateOn(host, code);
  return { host, folder, evaluate, reopen: (more) => benchOn(folder, { ...options, ...more }) };
}
