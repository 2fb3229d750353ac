// Refuses any global name beyond the declared entries: a visitor of any page can call a global
// function.
import { placeOf } from "./script.mjs";

/**
 * @param {import("./script.mjs").Script} script
 * @param {readonly string[]} allowed
 */
export function globalNameProblems({ code, scopes }, allowed) {
  const global = scopes.globalScope;
  const declared = global?.variables.map(({ name, defs }) => ({
    name,
    offset: defs[0]?.name.range?.[0] ?? 0,
  }));
  // Names that come into being because something is assigned to them.
  const assigned = (global?.through ?? [])
    .filter((use) => use.isWrite() && !global?.set.has(use.identifier.name))
    .map(({ identifier }) => ({ name: identifier.name, offset: identifier.range?.[0] ?? 0 }));
  const found = [...(declared ?? []), ...assigned];
  return [...extra(code, found, allowed), ...missing(found, allowed)];
}

/** @param {string} code @param {readonly { name: string, offset: number }[]} found @param {readonly string[]} allowed */
const extra = (code, found, allowed) =>
  found
    .filter(({ name }) => !allowed.includes(name))
    .map(({ name, offset }) => ({
      place: placeOf(code, offset),
      seen: `${name} is a global name`,
      todo: `Only ${allowed.join(", ")} may be global. Keep it inside a module.`,
    }));

/** @param {readonly { name: string }[]} found @param {readonly string[]} allowed */
const missing = (found, allowed) =>
  allowed
    .filter((name) => !found.some((one) => one.name === name))
    .map((name) => ({
      place: "dist/Code.js",
      seen: `the global name ${name} is missing`,
      todo: "build/entries.mjs declares it; see why it was not written.",
    }));
