// Dripsheet Local from its first port to its stop.
import { noteClosed, noteOpen } from "./data-folder.ts";
import type { Local } from "./local.ts";
import { type OpenHost, openLocal, type StartOptions } from "./open-local.ts";
import { type Origins, openOrigins } from "./origins.ts";
import { followWallClock } from "./wall-clock.ts";

export interface Running {
  readonly url: string;
  readonly port: number;
  readonly now: string;
  readonly clock: "still" | "wall";
  readonly stop: () => Promise<void>;
}

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

function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
