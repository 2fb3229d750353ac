// Starts Dripsheet Local as a user does, in a child process on a fresh folder, and stops it again.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

// Where the server begins to look for a free port; far from the one a user may have open.
const firstPort = 18_787;
const startMsMax = 180_000;

export interface StartedLocal {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export async function startLocalProcess(
  now: string,
  flags: readonly string[] = [],
): Promise<StartedLocal> {
  const folder = mkdtempSync(path.join(tmpdir(), "dripsheet-studio-"));
  const args = ["local/start.mjs", "--data", path.join(folder, "data"), "--now", now, ...flags];
  const child = spawn(process.execPath, [...args, "--port", String(firstPort)], {
    env: { ...process.env, BROWSER: "none" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { url: await saidUrl(child), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function saidUrl(child: ChildProcess): Promise<string> {
  let said = "";
  return new Promise((resolve, reject) => {
    const fail = (why: string) =>
      reject(new Error(`Dripsheet Local did not start: ${why}\n${said}`));
    const timer = setTimeout(() => fail(`no address within ${startMsMax} ms`), startMsMax);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/localhost:\d+/.exec(said)?.[0];
      if (!url) return;
      clearTimeout(timer);
      resolve(url);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(`it ended with ${code}`);
    });
  });
}
