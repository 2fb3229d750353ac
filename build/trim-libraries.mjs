// Takes out of a library what the bundle never asks for, so that the bundler can leave out what only that needed. Where a
// newer version of the library is written otherwise, the build stops and says so.
import { parse } from "acorn";

const ECMA_VERSION = 2022;

/** As src/content/liquid-values.ts allows them; a test holds the two lists together. */
const TAGS = ["assign", "case", "comment", "if", "unless"];
const FILTERS = {
  stringFilters: [
    "append",
    "prepend",
    "capitalize",
    "downcase",
    "upcase",
    "remove",
    "replace",
    "strip",
    "truncate",
  ],
  misc: ["default"],
};
/** What we call of the class Liquid, and what that calls. */
const METHODS = [
  "constructor",
  "parse",
  "_render",
  "_parseAndRender",
  "parseAndRenderSync",
  "globalFullVariablesSync",
  "registerFilter",
  "registerTag",
];

/** @param {string} code */
export function trimmedLiquid(code) {
  const tags = listed(code, /const tags = \{(.*?)\};/s, TAGS);
  const filters = Object.entries(FILTERS).flatMap(([owner, names]) => {
    const own = new RegExp(`var ${owner} = [^{]*\\{(.*?)\\}`, "s");
    return listed(code, own, names);
  });
  const withParts = replaced(
    replaced(code, /const tags = \{.*?\};/s, `const tags = {${tags.join(",")}};`),
    /const filters = Object\.assign\(.*?\);\n/s,
    `const filters = {${filters.join(",")}};\n`,
  );
  return withoutMethods(withParts, "Liquid", METHODS);
}

/** Its reader and its tokens alone: what writes HTML from them is ours. @param {string} code */
export function trimmedMarked(code) {
  const exported = /export\{(.*?)\};?/s.exec(code)?.[1]?.split(",") ?? [];
  const kept = exported.filter((one) => / as (?:Lexer|Tokenizer)$/.test(one));
  if (kept.length !== 2) throw otherwise("marked", "Lexer and Tokenizer");
  return replaced(
    code,
    /var (\w+)=new \w+;function \w+\(\w+,\w+\)\{return \1\.parse.*$/s,
    `export{${kept.join(",")}};`,
  );
}

/** The entries of a list in the library by their names. @param {string} code @param {RegExp} list @param {readonly string[]} names */
function listed(code, list, names) {
  const entries = (list.exec(code)?.[1] ?? "").split(",").map((entry) => entry.trim());
  return names.map((name) => {
    const entry = entries.find((one) => new RegExp(`^'?${name}'?:`).test(one));
    if (entry === undefined) throw otherwise("liquidjs", name);
    return entry;
  });
}

/** @param {string} code @param {string} className @param {readonly string[]} kept */
function withoutMethods(code, className, kept) {
  const { body } = parse(code, { ecmaVersion: ECMA_VERSION, sourceType: "module" });
  const found = body.find((node) => node.type === "ClassDeclaration" && node.id.name === className);
  if (found?.type !== "ClassDeclaration") throw otherwise("liquidjs", `class ${className}`);
  const names = found.body.body.map((one) =>
    "key" in one && "name" in one.key ? one.key.name : "",
  );
  const missing = kept.find((name) => !names.includes(name));
  if (missing !== undefined) throw otherwise("liquidjs", `${className}.${missing}`);
  const others = found.body.body.filter((_, at) => !kept.includes(names[at] ?? ""));
  return others.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), code);
}

/** @param {string} code @param {RegExp} part @param {string} by */
function replaced(code, part, by) {
  if (!part.test(code)) throw otherwise("A library", String(part));
  return code.replace(part, () => by);
}

/** @param {string} library @param {string} what */
const otherwise = (library, what) =>
  new Error(`${library} is written otherwise than build/trim-libraries.mjs knows: no ${what}.`);
