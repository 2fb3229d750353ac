// Measures the Studio over a long Queue in a real browser: how soon it is there, how soon an edit is answered.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { build } from "../build.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const ROWS = 10_000;

/** The measuring code is TypeScript, like what it measures. It keeps its place, from which it finds the browser. */
async function compiled() {
  const outfile = path.join(root, "dist", "bench", "studio.mjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  await esbuild({
    absWorkingDir: root,
    entryPoints: ["test/bench/studio-speed.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    target: "node20.19",
    logLevel: "warning",
  });
  return outfile;
}

export async function benchStudio() {
  const [files, measuring] = await Promise.all([build(), compiled()]);
  const { measureStudio } = await import(pathToFileURL(measuring).href);
  await measureStudio(files, ROWS);
}
