// Local and a browser for one file of tests, started before them and stopped after.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchBrowser } from "./launch.ts";
import { type StartedLocal, startLocalProcess } from "./started-local.ts";

const startMsMax = 90_000;

/** Both are there from the first hook or test after this on. */
export interface Stage {
  readonly local: StartedLocal;
  readonly browser: Browser;
}

export function useStage(): Stage {
  let local: StartedLocal;
  let browser: Browser;
  beforeAll(async () => {
    [local, browser] = await Promise.all([
      startLocalProcess("2026-03-02T09:00:00Z", ["--fresh"]),
      launchBrowser(),
    ]);
  }, startMsMax);
  afterAll(async () => {
    await browser?.close();
    await local?.stop();
  });
  return {
    get local() {
      return local;
    },
    get browser() {
      return browser;
    },
  };
}
