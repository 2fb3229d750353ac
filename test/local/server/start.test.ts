import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../../local/server/listen.ts";
import { temporaryFolder } from "./start-server.ts";

const NOW = "2026-03-02T09:00:00.000Z";
const START_MS = 180_000;

interface Started {
  readonly child: ChildProcess;
  readonly said: () => string;
  readonly ended: Promise<number | null>;
}

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

function start(...flags: string[]): Started {
  const env = { ...process.env, BROWSER: "none" };
  const child = spawn(process.execPath, ["local/start.mjs", ...flags], { env });
  children.push(child);
  let text = "";
  child.stdout.on("data", (chunk) => (text += chunk));
  child.stderr.on("data", (chunk) => (text += chunk));
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  return { child, said: () => text, ended };
}

/** The address it prints when it is ready. */
async function readyUrl(started: Started): Promise<string> {
  for (;;) {
    const url = /http:\/\/localhost:\d+/.exec(started.said())?.[0];
    if (url && started.said().includes("Ctrl-C")) return url;
    if (started.child.exitCode !== null) throw new Error(started.said());
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listen(server, 0);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function api(url: string, path: string, body?: unknown) {
  const post = { method: "POST", body: JSON.stringify(body) };
  return (await fetch(`${url}/local/api/${path}`, body === undefined ? {} : post)).json();
}

/** One start for the tests below, in their order: its port is taken, its folder new. */
interface Desk {
  readonly data: string;
  readonly takenPort: number;
  readonly started: Started;
  readonly url: string;
  readonly close: () => void;
}

async function firstStart(): Promise<Desk> {
  const data = mkdtempSync(join(tmpdir(), "dripsheet-start-"));
  const busy = createServer();
  const takenPort = await listen(busy, 0);
  const flags = ["--data", data, "--now", NOW, "--lang", "en"];
  const started = start("--port", `${takenPort}`, ...flags);
  const close = () => {
    busy.close();
    rmSync(data, { recursive: true, force: true });
  };
  return { data, takenPort, started, url: await readyUrl(started), close };
}

async function afterKill({ data, started, ...desk }: Desk): Promise<Desk> {
  started.child.kill("SIGKILL");
  await started.ended;
  const again = start("--port", `${await freePort()}`, "--data", data, "--now", NOW);
  return { ...desk, data, started: again, url: await readyUrl(again) };
}

describe("npm start, and again", { timeout: START_MS }, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await firstStart();
  }, START_MS);
  afterAll(() => desk.close());

  it("takes the next free port and says so", () => {
    expect(desk.url).not.toBe(`http://localhost:${desk.takenPort}`);
    expect(desk.started.said()).toContain(`Port ${desk.takenPort} is taken`);
  });

  it("leaves one thing to press on its first start, and the clock at the asked moment", async () => {
    const { url } = desk;
    expect((await api(url, "status")).now).toBe(NOW);
    const checks: { id: string; state: string }[] = (await api(url, "sheets/Start%20here")).rows;
    // The newcomer's own first press: mail 1, sent to themselves.
    const open = checks.filter(({ state }) => state !== "✓").map(({ id }) => id);
    expect(open).toEqual(["mail 1"]);
    expect(checks.length).toBeGreaterThan(5);
    const flows: { on: string }[] = (await api(url, "sheets/Flows")).rows;
    expect(flows.every(({ on }) => on === "YES")).toBe(true);
    const tabs: { name: string }[] = await api(url, "sheets");
    for (const { name } of tabs) {
      expect(JSON.stringify(await api(url, `sheets/${name}`))).not.toMatch(
        /example\.(com|org|net)/,
      );
    }
  });

  it("refuses a second start on an open folder", async () => {
    const second = start("--port", `${await freePort()}`, "--data", desk.data, "--fresh");
    expect(await second.ended).toBe(2);
    expect(second.said()).toContain(`already open at ${desk.url}`);
  });

  it("keeps workbook, mail and time through a kill -9, on whatever port it starts again", async () => {
    const { url } = desk;
    const form = { form: "geo", email: "ada@customer.test", consent: "yes" };
    await fetch(`${url}/exec`, { method: "POST", body: new URLSearchParams(form) });
    const { now } = await api(url, "clock", { advance: "PT5M" });
    const mails = await api(url, "outbox");
    const queue = await api(url, "sheets/Queue");
    expect([mails.length, queue.rows.length]).toEqual([1, 1]);

    desk = await afterKill(desk);
    const again = desk.url;
    expect(await api(again, "outbox")).toEqual(mails);
    expect(await api(again, "sheets/Queue")).toEqual(queue);
    expect(Date.parse((await api(again, "status")).now)).toBeGreaterThanOrEqual(Date.parse(now));
    expect(readdirSync(join(desk.data, "outbox"))).toEqual([`${mails[0].id}.eml`]);
    const settings: { key: string; value: string }[] = (await api(again, "sheets/Settings")).rows;
    const own = settings.find(({ key }) => key === "web_app_url");
    expect(own?.value).toBe(`${again}/exec`);
  });

  it("stops when told", async () => {
    desk.started.child.kill("SIGINT");
    expect(await desk.started.ended).toBe(0);
  });
});

describe("npm start", { timeout: START_MS }, () => {
  it.each([[["--bogus"]], [["--port", "none"]], [["--now", "soon"]], [["--lang", "fr"]]])(
    "ends with 2 and the allowed flags on %j",
    async (flags) => {
      const started = start(...flags);
      expect(await started.ended).toBe(2);
      expect(started.said()).toContain("npm start -- [--port N]");
    },
  );

  it("touches no folder that is not its own, --fresh or not", async () => {
    const data = temporaryFolder();
    writeFileSync(join(data, "photo.jpg"), "x");
    const started = start("--data", data, "--fresh");
    expect(await started.ended).toBe(2);
    expect(readdirSync(data)).toEqual(["photo.jpg"]);
  });

  it.each(["en", "zh"])("plays the tour in %s and ends with 0", async (lang) => {
    const started = start("--tour", "--lang", lang, "--port", `${await freePort()}`);
    expect([await started.ended, started.said()]).toEqual([0, expect.not.stringContaining("✗")]);
    expect(started.said()).toContain("✓");
  });
});
