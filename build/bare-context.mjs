// A context with the language and nothing else, in which every Google service refuses to be used:
// what must not happen while the script is read by Google fails here.
import vm from "node:vm";
import { refuse } from "./build-error.mjs";
import { serviceNames } from "./scopes.mjs";

const LOAD_LIMIT_MS = 10_000;

const REFUSING = `(names) => {
  for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics"]) delete globalThis[name];
  const refuse = (name, part) => {
    throw new Error(name + (part ? "." + part : "") + " was used while the script was loaded");
  };
  for (const name of [...names, "console"]) {
    globalThis[name] = new Proxy(function () {}, {
      get: (_target, part) => refuse(name, String(part)),
      apply: () => refuse(name, ""),
      construct: () => refuse(name, ""),
    });
  }
}`;

/**
 * Loads the script, then answers one question about it.
 * @param {string} code @param {string} question @returns {unknown}
 */
export function runInBareContext(code, question) {
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY);
  vm.runInContext(REFUSING, context)(serviceNames());
  load(code, context);
  return vm.runInContext(question, context, { timeout: LOAD_LIMIT_MS });
}

/** @param {string} code @param {import("node:vm").Context} context */
function load(code, context) {
  try {
    vm.runInContext(code, context, { filename: "Code.js", timeout: LOAD_LIMIT_MS });
  } catch (error) {
    const { message, stack } = /** @type {Error} */ (error);
    const line = /Code\.js:\d+(:\d+)?/.exec(stack ?? "")?.[0] ?? "Code.js";
    refuse([{ place: line, seen: message, todo: LOAD_ADVICE }]);
  }
}

const LOAD_ADVICE =
  "Do no work when a file is imported: Google reads the whole script at every request and tick.";
