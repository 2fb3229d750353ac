// Measures what the budgets speak of, in the simulated platform and in plain Node.
//   node build/bench.mjs [--json]       one line for programs
//   node build/bench.mjs --docs         writes docs/budgets.md with its plot; takes some minutes more
//   node build/bench.mjs --studio       the Studio over 10,000 rows, in a browser
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build as esbuild } from "esbuild";
import { build } from "../build.mjs";
import { benchStudio } from "./bench-studio.mjs";
import { fitLibraries } from "./libraries.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The measuring code is TypeScript, like what it measures. */
async function compiled() {
  const outfile = path.join(root, "dist", "bench", "main.mjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  await esbuild({
    absWorkingDir: root,
    entryPoints: ["test/bench/main.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    external: ["esbuild"],
    target: "node20.19",
    plugins: [fitLibraries],
    logLevel: "warning",
    define: { __VERSION__: '"bench"', __HANDLERS__: '"dot"' },
  });
  return outfile;
}

async function main() {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      docs: { type: "boolean", default: false },
      studio: { type: "boolean" },
    },
  });
  if (values.studio) return benchStudio();
  const [files, measuring] = await Promise.all([build(), compiled()]);
  const { bench } = await import(pathToFileURL(measuring).href);
  bench(files, { json: values.json, docs: values.docs ? path.join(root, "docs") : null });
}

await main();
