// A project of one file, to see what the build says about it.
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { onTestFinished } from "vitest";
import { bundle } from "../../build/bundle.mjs";

export const projectRoot = path.resolve(import.meta.dirname, "../..");

/** The smallest main that builds. */
export const ENTRIES = `
export function doGet() {}
export function doPost() {}
export function onOpen() {}
export const jobs = { tick() {} };
export const menu = { setUp() {}, runBatch() {} };
`;

/** An empty folder, gone after the test. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "dripsheet-build-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** One in which packages are found as in the project. */
export function scratchFolder(): string {
  const folder = emptyFolder();
  symlinkSync(
    path.join(projectRoot, "node_modules"),
    path.join(folder, "node_modules"),
    "junction",
  );
  return folder;
}

export async function bundleOf(
  main: string,
  handlers: "dot" | "underscore" = "dot",
): Promise<string> {
  const root = scratchFolder();
  writeFileSync(path.join(root, "package.json"), '{ "version": "1.2.3" }');
  writeFileSync(path.join(root, "main.ts"), main);
  const { code } = await bundle({ root, entry: "main.ts", handlers });
  return code;
}
