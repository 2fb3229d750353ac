// Takes the pictures of the docs anew, from a month of business in Dripsheet Local. Some minutes.
//   node build/screenshots.mjs [en] [zh]
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Beside the tests' own programs, so that it finds the browser as they do. */
async function compiled() {
  const outfile = path.join(root, "dist", "test", "screenshots.mjs");
  await esbuild({
    absWorkingDir: root,
    entryPoints: ["test/browser/screenshots.ts"],
    outfile,
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20.19",
    logLevel: "warning",
  });
  return outfile;
}

const asked = process.argv.slice(2);
const { takePictures } = await import(pathToFileURL(await compiled()).href);
for (const language of asked.length > 0 ? asked : ["en", "zh"]) {
  await takePictures(language, path.join(root, "docs"));
}
