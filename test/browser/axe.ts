// What somebody with a screen reader would stumble over, in every page of a context: axe's serious and critical findings.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { BrowserContext, Frame, Page } from "playwright-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface WithAxe {
  readonly axe: { run(context: unknown, options: object): Promise<AxeResults> };
}

/** Before the first page: as the browser's own script, because the pages allow no foreign one. */
export async function bringAxe(context: BrowserContext): Promise<void> {
  await context.addInitScript({ content: source });
}

/** Frames are looked at one by one: they have origins of their own. */
export async function stumblings(place: Page | Frame): Promise<string[]> {
  const { violations } = await place.evaluate(() =>
    (globalThis as unknown as WithAxe).axe.run(document, {
      iframes: false,
      resultTypes: ["violations"],
    }),
  );
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" ")}`);
}
