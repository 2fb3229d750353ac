// Starts the browser of the tests. CHROME_PATH names one; else Linux takes the one that came with
// npm ci, macOS and Windows an installed Chrome or Edge. None at all is an error, never a skip.
import { type Browser, chromium } from "playwright-core";
import { packagedBrowser } from "./packaged-browser.js";

// The package's own arguments are not used: --single-process breaks the second page, and without
// web security the very rules a sandboxed page is tested against would be off.
const ARGS = [
  "--no-sandbox",
  "--headless=shell",
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

interface Candidate {
  readonly what: string;
  readonly options: () => Promise<Parameters<typeof chromium.launch>[0]>;
}

export async function launchBrowser(): Promise<Browser> {
  const failures: string[] = [];
  for (const { what, options } of candidates(process.env.CHROME_PATH ?? "")) {
    try {
      return await chromium.launch({ ...(await options()), args: ARGS });
    } catch (error) {
      failures.push(`${what}: ${firstLines(error)}`);
    }
  }
  throw new Error(`No browser for the tests.\n${failures.join("\n")}\n${ADVICE}`);
}

const ADVICE =
  "Run npm ci again (on Linux it brings a browser), install Google Chrome, or set CHROME_PATH to " +
  "the program of any Chromium, Chrome or Edge.";

function candidates(chromePath: string): readonly Candidate[] {
  if (chromePath !== "") return [named(chromePath)];
  if (process.platform === "linux" && process.arch === "x64") return [PACKAGED];
  return [channel("chrome"), channel("msedge")];
}

const PACKAGED: Candidate = { what: "the browser that came with npm ci", options: packagedBrowser };

const named = (executablePath: string): Candidate => ({
  what: `CHROME_PATH=${executablePath}`,
  options: async () => ({ executablePath }),
});

const channel = (name: string): Candidate => ({
  what: `installed ${name}`,
  options: async () => ({ channel: name }),
});

const firstLines = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split("\n").slice(0, 12).join("\n  ");
