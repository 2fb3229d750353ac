// Refuses a name the script uses but nobody defines: neither the language nor a service of the
// table of scopes. A name asked for with typeof counts too, for it would be answered differently
// on another host.
import { LANGUAGE, NEWER_METHODS } from "./language.mjs";
import { placeOf, walk } from "./script.mjs";

const SERVICE_LIKE = /(App|Service|Logger|Utilities|Session|Charts|Jdbc)$/;

/**
 * @param {import("./script.mjs").Script} script
 * @param {readonly string[]} services
 */
export function freeNameProblems(script, services) {
  const known = new Set([...LANGUAGE, ...services]);
  return firstUses(script)
    .filter(({ name }) => !known.has(name))
    .map(({ name, offset }) => ({
      place: placeOf(script.code, offset),
      seen: `the name ${name} is not defined there`,
      todo: SERVICE_LIKE.test(name) ? serviceAdvice(name) : ABSENT_ADVICE,
    }));
}

const ABSENT_ADVICE =
  "Apps Script has no such name. Do without it, or give the library a stand-in in build/aliases/.";

/** @param {string} name */
const serviceAdvice = (name) =>
  `Add a line for ${name} to build/scopes.json with its scope and reason, and the scope to appsscript.json.`;

/** @param {import("./script.mjs").Script} script */
function firstUses({ scopes }) {
  const global = scopes.globalScope;
  const first = new Map();
  for (const { identifier } of global?.through ?? []) {
    const offset = identifier.range?.[0] ?? 0;
    if (!global?.set.has(identifier.name) && !first.has(identifier.name)) {
      first.set(identifier.name, offset);
    }
  }
  return [...first].map(([name, offset]) => ({ name, offset }));
}

/**
 * Refuses calls of methods that came to the language after ES2020.
 * @param {import("./script.mjs").Script} script @param {readonly string[]} provided
 */
export function newerMethodProblems(script, provided) {
  /** @type {import("../build-error.mjs").Problem[]} */
  const problems = [];
  walk(script.tree, (node) => {
    const name = calledMethod(node);
    if (name === undefined || !NEWER_METHODS.has(name) || provided.includes(name)) return;
    problems.push({
      place: placeOf(script.code, node.start),
      seen: `.${name}() is newer than ES2020`,
      todo: "Apps Script does not promise it. Write it in older words.",
    });
  });
  return problems;
}

/** @param {import("./script.mjs").AnyNode} node @returns {string | undefined} */
function calledMethod(node) {
  if (node.type !== "CallExpression") return undefined;
  const callee = /** @type {import("acorn").CallExpression} */ (/** @type {unknown} */ (node))
    .callee;
  if (callee.type !== "MemberExpression" || callee.computed) return undefined;
  return callee.property.type === "Identifier" ? callee.property.name : undefined;
}
