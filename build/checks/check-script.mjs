// All checks of the finished script and its manifest, in one call.
import { refuse } from "../build-error.mjs";
import { allowedGlobals, loadExports } from "../entries.mjs";
import { PROVIDED_METHODS } from "../libraries.mjs";
import { scopeTable } from "../scopes.mjs";
import { freeNameProblems, newerMethodProblems } from "./free-names.mjs";
import { globalNameProblems } from "./globals.mjs";
import { manifestProblems } from "./manifest.mjs";
import { readScript } from "./script.mjs";
import { lookbehindProblems } from "./syntax.mjs";

// Google reads the whole script at every request; users report sluggish editors at a few megabytes.
const BYTES_MAX = 1_600_000;

/**
 * @param {string} code
 * @param {Parameters<typeof manifestProblems>[0]} manifest
 * @param {"dot" | "underscore"} handlers
 */
export function checkScript(code, manifest, handlers) {
  const script = readScript(code);
  refuse([
    ...freeNameProblems(script, Object.keys(scopeTable)),
    ...newerMethodProblems(script, PROVIDED_METHODS),
    ...lookbehindProblems(script),
    ...globalNameProblems(script, allowedGlobals(loadExports(code), handlers)),
    ...manifestProblems(manifest, scopeTable),
    ...sizeProblems(code),
  ]);
}

/** @param {string} code */
export function sizeProblems(code) {
  const bytes = Buffer.byteLength(code);
  if (bytes <= BYTES_MAX) return [];
  const seen = `${bytes} bytes, at most ${BYTES_MAX}`;
  return [{ place: "dist/Code.js", seen, todo: "Find what grew; a library is the likeliest." }];
}
