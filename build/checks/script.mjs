// One reading of the finished script for all checks: its tree, its scopes, and where a line of it
// came from.
import { parse } from "acorn";
import { analyze } from "eslint-scope";
import { refuse } from "../build-error.mjs";

/** @typedef {import("acorn").Node & Record<string, unknown>} AnyNode */
/** @typedef {{ code: string, tree: import("acorn").Program, scopes: import("eslint-scope").ScopeManager }} Script */

const ECMA_VERSION = 2019;

/** @param {string} code @returns {Script} */
export function readScript(code) {
  const tree = parseOrRefuse(code);
  const program = /** @type {Parameters<typeof analyze>[0]} */ (/** @type {unknown} */ (tree));
  const scopes = analyze(program, { ecmaVersion: ECMA_VERSION, sourceType: "script" });
  return { code, tree, scopes };
}

/** @param {string} code */
function parseOrRefuse(code) {
  try {
    return parse(code, { ecmaVersion: ECMA_VERSION, locations: true, ranges: true });
  } catch (error) {
    const { message, pos } = /** @type {Error & { pos: number }} */ (error);
    refuse([{ place: placeOf(code, pos), seen: message, todo: SYNTAX_ADVICE }]);
    throw error;
  }
}

const SYNTAX_ADVICE =
  "Apps Script's parser may refuse this. Write it in older words, or let esbuild lower it.";

/**
 * Where an offset of the script is, and which source file it came from (esbuild names each file in
 * a comment line before its code).
 * @param {string} code @param {number} offset
 */
export function placeOf(code, offset) {
  const before = code.slice(0, offset);
  const line = before.split("\n").length;
  const source = [...before.matchAll(/^ {2}\/\/ (\S+\.(?:[cm]?[jt]s|json))$/gm)].pop()?.[1];
  return `dist/Code.js:${line}${source === undefined ? "" : ` (from ${source})`}`;
}

/**
 * Visits every node of a tree.
 * @param {unknown} node @param {(node: AnyNode) => void} visit
 */
export function walk(node, visit) {
  if (Array.isArray(node)) {
    for (const item of node) walk(item, visit);
    return;
  }
  if (node === null || typeof node !== "object" || !("type" in node)) return;
  const known = /** @type {AnyNode} */ (node);
  visit(known);
  for (const [key, value] of Object.entries(known)) {
    if (key !== "loc" && key !== "range" && value !== null && typeof value === "object") {
      walk(value, visit);
    }
  }
}
