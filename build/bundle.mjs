// src/main.ts → one script text: the code as an IIFE, then the entries Google looks for.
import { readFileSync } from "node:fs";
import path from "node:path";
import { build as esbuild } from "esbuild";
import { refuse } from "./build-error.mjs";
import { compactLibraries } from "./compact-libraries.mjs";
import { entryFooter, loadExports } from "./entries.mjs";
import { byTabs } from "./indent.mjs";
import { fitLibraries, licences } from "./libraries.mjs";

/** @typedef {"dot" | "underscore"} Handlers */

/** @param {{ root: string, entry: string, handlers: Handlers }} what */
export async function bundle({ root, entry, handlers }) {
  const { version } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
  const result = await compile(root, entry, version, handlers);
  const iife = byTabs(compactLibraries(result.outputFiles[0]?.text ?? ""));
  const first = `// Dripsheet ${version}. Made by "npm run build" from src/; changes made here are lost.\n`;
  const footer = entryFooter(loadExports(iife), handlers);
  const code = first + iife + footer + licences(result.metafile, root);
  return { code, version, metafile: result.metafile };
}

/** @param {string} root @param {string} entry @param {string} version @param {Handlers} handlers */
async function compile(root, entry, version, handlers) {
  try {
    return await esbuild({
      absWorkingDir: root,
      entryPoints: [entry],
      bundle: true,
      write: false,
      metafile: true,
      outfile: "Code.js",
      format: "iife",
      globalName: "Dripsheet",
      platform: "neutral",
      mainFields: ["module", "main"],
      conditions: ["import", "default"],
      target: "es2019",
      charset: "utf8",
      legalComments: "inline",
      logLevel: "silent",
      plugins: [fitLibraries],
      define: { __VERSION__: JSON.stringify(version), __HANDLERS__: JSON.stringify(handlers) },
    });
  } catch (error) {
    refuse(compilerProblems(error));
    throw error;
  }
}

/** @param {unknown} error */
function compilerProblems(error) {
  const { errors } = /** @type {Partial<import("esbuild").BuildFailure>} */ (error);
  return (errors ?? []).map(({ text, location }) => ({
    place: location ? `${location.file}:${location.line}:${location.column + 1}` : "src",
    seen: text,
    todo: "Correct it and build again.",
  }));
}
