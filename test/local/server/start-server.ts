// Starts the real server around a fake host, on ports the system chooses.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { startLocal } from "../../../local/server/start-local.ts";
import { FakeHost } from "./fake-host.ts";

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly text: string;
}

export interface Asked {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-server-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A bundle of the shape ours has. */
export function exampleScript(folder: string) {
  const codeFile = join(folder, "Code.js");
  const iife =
    "var Bundle = (() => {\nfunction hidden() {}\nreturn { doGet: hidden, jobs: {} };\n})();";
  const entries = ["doGet", "doPost", "tick_"].map((name) => `function ${name}(e) {}`);
  writeFileSync(codeFile, [iife, ...entries, "var jobs = Bundle.jobs;"].join("\n"));
  return { codeFile, manifestFile: join(folder, "appsscript.json") };
}

export async function startServer(prepare: (host: FakeHost) => void = () => undefined) {
  let host: FakeHost | undefined;
  const dataDir = temporaryFolder();
  const running = await startLocal(
    {
      root: process.cwd(),
      script: exampleScript(temporaryFolder()),
      dataDir,
      port: 0,
      now: "2026-03-02T09:00:00.000Z",
      lang: "en",
      fresh: false,
      isNew: false,
    },
    (options) => {
      host = new FakeHost(options);
      prepare(host);
      return host;
    },
  );
  onTestFinished(() => running.stop());
  if (!host) throw new Error("The server opened no host.");
  const ask = (path: string, asked: Asked = {}) => askUrl(`${running.url}${path}`, asked);
  const api = async (path: string, body?: unknown) => {
    const asked = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await ask(`/local/api/${path}`, asked);
    return { status: answer.status, json: JSON.parse(answer.text) };
  };
  return { host, dataDir, running, ask, api };
}

/** Unlike fetch it lets a test say any Host, and follows no redirect. */
export function askUrl(
  url: string,
  { method = "GET", headers = {}, body }: Asked,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(url, { method, headers, agent: false }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on("data", (chunk: Buffer) => chunks.push(chunk));
      reply.on("end", () => {
        const text = Buffer.concat(chunks).toString("utf8");
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, text });
      });
    });
    call.on("error", reject);
    call.end(body);
  });
}
