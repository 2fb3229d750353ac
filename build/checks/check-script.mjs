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
  ]);
}
