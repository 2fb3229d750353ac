// The entries of the bundle: what Google calls by name, and where the list of them comes from.
import { runInBareContext } from "./bare-context.mjs";
import { refuse } from "./build-error.mjs";

const FUNCTIONS = ["doGet", "doPost", "onOpen"];
const OBJECTS = ["jobs", "menu"];
const FROM_MAIN = "src/main.ts";

/** @typedef {{ exports: string[], methods: Record<string, Record<string, string>> }} Exports */

/**
 * Loads the IIFE with every service out of reach and looks at what it offers.
 * @param {string} iife @returns {Exports}
 */
export function loadExports(iife) {
  const question = `JSON.stringify({
    exports: Object.keys(Dripsheet),
    methods: Object.fromEntries(${JSON.stringify(OBJECTS)}.map((name) => [name, Object.fromEntries(
      Object.entries(Dripsheet[name] || {}).map(([key, value]) => [key, typeof value]))])),
  })`;
  return JSON.parse(String(runInBareContext(iife, question)));
}

/** @param {Exports} found @param {"dot" | "underscore"} handlers */
export function entryFooter(found, handlers) {
  refuse([...exportProblems(found.exports), ...methodProblems(found.methods)]);
  const functions = FUNCTIONS.map(
    (name) => `function ${name}(e) { return Dripsheet.${name}(e); }\n`,
  );
  // Timers answer to either name: which one the platform calls is found out there.
  const jobs = { jobs: found.methods.jobs ?? {} };
  const rest =
    handlers === "dot"
      ? [...objectLines(), ...underscoreLines(jobs)]
      : underscoreLines(found.methods);
  return functions.join("") + rest.join("");
}

/** Every global name the script may have, in this mode. @param {Exports} found @param {"dot" | "underscore"} handlers */
export function allowedGlobals(found, handlers) {
  const { methods } = found;
  const named = handlers === "dot" ? { jobs: methods.jobs ?? {} } : methods;
  const rest = [
    ...(handlers === "dot" ? OBJECTS : []),
    ...underscoreNames(named).map(({ name }) => name),
  ];
  return ["Dripsheet", ...FUNCTIONS, ...rest];
}

const objectLines = () => OBJECTS.map((name) => `var ${name} = Dripsheet.${name};\n`);

/** @param {Exports["methods"]} methods */
const underscoreLines = (methods) =>
  underscoreNames(methods).map(
    ({ name, path }) => `function ${name}(e) { return Dripsheet.${path}(e); }\n`,
  );

/** @param {Exports["methods"]} methods */
function underscoreNames(methods) {
  return Object.entries(methods).flatMap(([owner, of]) =>
    Object.keys(of).map((key) => ({ name: `${owner}_${key}_`, path: `${owner}.${key}` })),
  );
}

/** @param {readonly string[]} found */
function exportProblems(found) {
  const wanted = [...FUNCTIONS, ...OBJECTS];
  const missing = wanted.filter((name) => !found.includes(name));
  const extra = found.filter((name) => !wanted.includes(name));
  return [
    ...missing.map((name) => ({
      place: FROM_MAIN,
      seen: `the export "${name}" is missing`,
      todo: `Export it: Google finds the script by ${wanted.join(", ")}.`,
    })),
    ...extra.map((name) => ({
      place: FROM_MAIN,
      seen: `the export "${name}" is not an entry`,
      todo: `Export only ${wanted.join(", ")}; move the rest to another file.`,
    })),
  ];
}

/** @param {Exports["methods"]} methods */
function methodProblems(methods) {
  return Object.entries(methods).flatMap(([owner, of]) =>
    Object.entries(of)
      .filter(([, type]) => type !== "function")
      .map(([key, type]) => ({
        place: FROM_MAIN,
        seen: `${owner}.${key} is ${type}, not a function`,
        todo: `Keep only functions in "${owner}": triggers and menu items call them by name.`,
      })),
  );
}
