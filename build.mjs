// Builds what Google runs: dist/Code.js and dist/appsscript.json.
//   node build.mjs [--underscore] [--push] [--deploy]
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { BuildError } from "./build/build-error.mjs";
import { bundle } from "./build/bundle.mjs";
import { checkScript } from "./build/checks/check-script.mjs";
import { pushWithClasp } from "./build/clasp.mjs";

const root = path.dirname(fileURLToPath(import.meta.url));

/**
 * @param {{ handlers?: "dot" | "underscore", outDir?: string }} [options]
 * handlers: how triggers and menu items name their functions, jobs.tick or jobs_tick_.
 */
export async function build({ handlers = "dot", outDir = path.join(root, "dist") } = {}) {
  const manifestText = readFileSync(path.join(root, "appsscript.json"), "utf8");
  const { code, version } = await bundle({ root, entry: "src/main.ts", handlers });
  checkScript(code, JSON.parse(manifestText), handlers);
  mkdirSync(outDir, { recursive: true });
  const codeFile = write(path.join(outDir, "Code.js"), code);
  const manifestFile = write(path.join(outDir, "appsscript.json"), manifestText);
  return { codeFile, manifestFile, version, bytes: Buffer.byteLength(code) };
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
      underscore: { type: "boolean", default: false },
      push: { type: "boolean", default: false },
      deploy: { type: "boolean", default: false },
    },
  });
  const built = await build({ handlers: values.underscore ? "underscore" : "dot" });
  const { codeFile, version } = built;
  console.log(`${path.relative(process.cwd(), codeFile)}: ${Math.round(built.bytes / 1024)} KB`);
  if (values.push || values.deploy) {
    pushWithClasp({ root, outDir: path.dirname(codeFile), version, deploy: values.deploy });
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  main().catch((error) => {
    const known = error instanceof BuildError || /^ERR_PARSE_ARGS/.test(error.code);
    console.error(known ? `Stopped.\n${error.message}` : error);
    process.exitCode = 1;
  });
}
