// Opens the two origins, the host behind them, and the workbook of a first start.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { account } from "../host/account.ts";
import type { Host, HostOptions } from "../host/contract.ts";
import { countChanges } from "./count-changes.ts";
import { noteClosed, noteOpen } from "./data-folder.ts";
import { prepareWorkbook } from "./first-start.ts";
import type { Language } from "./flags.ts";
import { LOOPBACK_NAMES } from "./guard.ts";
import { listen, listenNextFree } from "./listen.ts";
import type { Local } from "./local.ts";
import { createMainServer } from "./main-server.ts";
import { Outbox } from "./outbox.ts";
import { fetchOutside } from "./outside-world.ts";
import { StripeStandIn } from "./stripe-stand-in.ts";
import { VisitorContent } from "./visitor-content.ts";
import { createVisitorServer } from "./visitor-server.ts";
import { followWallClock } from "./wall-clock.ts";
import { EXEC_PATH } from "./web-app.ts";

export interface StartOptions {
  readonly root: string;
  readonly dataDir: string;
  readonly port: number;
  readonly now: string | null;
  readonly lang: Language;
}

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly now: string;
  readonly clock: "still" | "wall";
  readonly stop: () => Promise<void>;
}

export type OpenHost = (options: HostOptions) => Host;

export async function startLocal(options: StartOptions, open: OpenHost): Promise<Running> {
  const ready = deferred<Local>();
  const origins = await openOrigins(options.port, ready.promise);
  try {
    const local = await openLocal(options, origins, open);
    noteOpen(options.dataDir, origins.url);
    ready.resolve(local);
    return running(local, origins);
  } catch (error) {
    origins.close();
    throw error;
  }
}

interface Origins {
  readonly url: string;
  readonly port: number;
  readonly visitorUrl: string;
  readonly close: () => void;
}

/** The ports are taken first: the web app's own address must be known before the host opens. */
async function openOrigins(wishedPort: number, world: Promise<Local>): Promise<Origins> {
  const ports = { main: 0, visitor: 0 };
  const main = createMainServer(
    () => ports.main,
    () => world,
  );
  const visitor = createVisitorServer(
    () => ports.visitor,
    async () => ({ ...(await world), frameOrigins: loopbackOrigins(ports.main) }),
  );
  ports.main = await listenNextFree(main, wishedPort);
  ports.visitor = await listen(visitor, 0);
  const close = () => {
    for (const server of [main, visitor]) {
      server.close();
      server.closeAllConnections();
    }
  };
  const [url = ""] = loopbackOrigins(ports.main);
  return { url, port: ports.main, visitorUrl: `http://127.0.0.1:${ports.visitor}`, close };
}

function running(local: Local, origins: Origins): Running {
  const unfollow = local.clock === "wall" ? followWallClock(local.host) : () => undefined;
  return {
    url: origins.url,
    port: origins.port,
    now: new Date(local.host.now()).toISOString(),
    clock: local.clock,
    stop: async () => {
      unfollow();
      origins.close();
      await local.outbox.settled();
      local.host.close();
      noteClosed(local.dataDir);
    },
  };
}

async function openLocal(
  options: StartOptions,
  { url, visitorUrl }: Origins,
  open: OpenHost,
): Promise<Local> {
  const { root, dataDir, lang } = options;
  const outbox = new Outbox(dataDir);
  let stripe: StripeStandIn | undefined;
  const opened = open({
    dataDir,
    codeFile: join(root, "dist", "Code.js"),
    manifestFile: join(root, "dist", "appsscript.json"),
    execUrl: `${url}${EXEC_PATH}`,
    ...(options.now === null ? {} : { now: options.now }),
    fetch: (request) => fetchOutside(stripe, request),
    onSent: (mail) => outbox.keep(mail),
  });
  const { host, changes } = countChanges(opened);
  stripe = new StripeStandIn(host);
  prepareWorkbook(host, url, lang);
  await outbox.restore(host.outbox());
  return {
    host,
    outbox,
    stripe,
    content: new VisitorContent(visitorUrl),
    changes,
    clock: options.now === null ? "wall" : "still",
    lang,
    url,
    dataDir,
    root,
    version: readVersion(root),
    timeZone: account.spreadsheetTimeZone,
  };
}

function loopbackOrigins(port: number): readonly string[] {
  return LOOPBACK_NAMES.map((name) => `http://${name}:${port}`);
}

function readVersion(root: string): string {
  return String(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version);
}

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
