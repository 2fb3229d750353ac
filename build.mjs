// Builds what Google runs: dist/Code.js and dist/appsscript.json.
//   node build.mjs [--underscore] [--push] [--deploy]
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { BuildError } from "./build/build-error.mjs";
import { bundle } from "./build/bundle.mjs";
import { checkScript } from "./build/checks/check-script.mjs";

const root = path.dirname(fileURLToPath(import.meta.url));

/**
 * @param {{ handlers?: "dot" | "underscore", outDir?: string }} [options]
 * handlers: how triggers and menu items name their functions, jobs.tick or jobs_tick_.
 */
export async function build({ handlers = "dot", outDir = path.join(root, "dist") } = {}) {
  const manifestText = readFileSync(path.join(root, "appsscript.json"), "utf8");
  const { code, metafile } = await bundle({ root, entry: "src/main.ts", handlers });
  checkScript(code, JSON.parse(manifestText), handlers);
  mkdirSync(outDir, { recursive: true });
  const codeFile = write(path.join(outDir, "Code.js"), code);
  const manifestFile = write(path.join(outDir, "appsscript.json"), manifestText);
  return { codeFile, manifestFile, bytes: Buffer.byteLength(code), metafile };
}

/** A reader never sees half a file. @param {string} file @param {string} text */
function write(file, text) {
  const fresh = `${file}.${process.pid}.new`;
  writeFileSync(fresh, text);
  renameSync(fresh, file);
  return file;
}

async function main() {
  const { values } = parseArgs({
    options: {
      underscore: { type: "boolean" },
      push: { type: "boolean" },
      deploy: { type: "boolean" },
    },
  });
  const { codeFile, bytes } = await build({ handlers: values.underscore ? "underscore" : "dot" });
  console.log(`${path.relative(process.cwd(), codeFile)}: ${Math.round(bytes / 1024)} KB`);
  if (values.push || values.deploy) {
    const { pushWithClasp } = await import("./build/clasp.mjs");
    await pushWithClasp({ root, deploy: values.deploy === true });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    console.error(error instanceof BuildError ? `The build stopped.\n${error.message}` : error);
    process.exitCode = 1;
  });
}
