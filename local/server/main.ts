// Dripsheet Local: composes the simulated platform, the server around it and the first start.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Costs } from "../host/costs.ts";
import { openHost } from "../host/open-host.ts";
import { runTour } from "../tour/run-tour.ts";
import { FolderError, openFolder } from "./data-folder.ts";
import { type Flags, parseFlags, USAGE, UsageError } from "./flags.ts";
import { openBrowser } from "./open-browser.ts";
import type { Script } from "./open-local.ts";
import { startLocal } from "./start-local.ts";
import { startText } from "./texts.ts";

export interface Launch {
  /** Folder of the project. */
  readonly root: string;
  /** Makes the bundle that Google would run, and its manifest. */
  readonly build: () => Promise<Script>;
}

const EXIT_USAGE = 2;
/** A Monday morning; any fixed moment would do. */
const TOUR_NOW = "2026-03-02T09:00:00.000Z";
const TOUR_ADVICE =
  "The tour starts from nothing: leave --data out, or add --fresh to empty that folder first.";

/** Resolves with the exit code, for the server after it was stopped. */
export async function main(argv: readonly string[], launch: Launch): Promise<number> {
  try {
    const flags = parseFlags(argv);
    checkCosts(flags.costs);
    return await (flags.tour ? playTour(flags, launch) : serve(flags, launch));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return EXIT_USAGE;
    }
    if (error instanceof FolderError) {
      console.error(error.message);
      return EXIT_USAGE;
    }
    throw error;
  }
}

/** Before anything is begun: what cannot be read is told with the file's name. */
function checkCosts(file: string | null): void {
  try {
    if (file !== null) Costs.from(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--costs: ${reason}`, { cause: error });
  }
}

async function serve(flags: Flags, launch: Launch): Promise<number> {
  const dataDir = resolve(flags.dataDir ?? join(launch.root, ".local"));
  const isNew = await openFolder(dataDir, flags.fresh);
  const script = await launch.build();
  const options = { ...flags, script, root: launch.root, dataDir, isNew };
  const running = await startLocal(options, openHost);
  console.log(startText(flags.lang, { ...running, dataDir, wishedPort: flags.port }));
  await openBrowser(running.url);
  await stopSignal();
  await running.stop();
  return 0;
}

async function playTour(flags: Flags, launch: Launch): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "dripsheet-tour-"));
  try {
    const dataDir = flags.dataDir === null ? folder : resolve(flags.dataDir);
    const isNew = await openFolder(dataDir, flags.fresh);
    if (!isNew) throw new FolderError(`--data: ${dataDir} holds a workbook. ${TOUR_ADVICE}`);
    const script = await launch.build();
    const now = flags.now ?? TOUR_NOW;
    const options = { ...flags, now, script, root: launch.root, dataDir, isNew };
    const running = await startLocal(options, openHost);
    try {
      return (await runTour(running.url, { lang: flags.lang, print: console.log })) ? 0 : 1;
    } finally {
      await running.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => done());
  });
}
