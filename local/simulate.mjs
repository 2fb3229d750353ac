// Builds the bundle and the laboratory, and plays random histories through the one in the other.
//   npm run simulate -- --seeds N --from S [--days D] [--sabotage X]
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { build } from "../build.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

async function compiled() {
  const outfile = path.join(root, "dist", "laboratory", "main.mjs");
  mkdirSync(path.dirname(outfile), { recursive: true });
  await esbuild({
    absWorkingDir: root,
    entryPoints: ["local/laboratory/main.ts"],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    target: "node20.19",
    logLevel: "warning",
  });
  return pathToFileURL(outfile).href;
}

async function simulate() {
  const [bundle, laboratory] = await Promise.all([build(), compiled()]);
  const { main } = await import(laboratory);
  return main(process.argv.slice(2), bundle);
}

simulate().then(
  (code) => {
    process.exitCode = code;
  },
  (error) => {
    console.error(error && error.name === "BuildError" ? error.message : error);
    process.exitCode = 1;
  },
);
