// Finds what is said in two languages: every object with `en` and `zh`, in code with its types taken out.
import { type Expression, type ObjectExpression, type Property, parse } from "acorn";
import { transformSync } from "esbuild";
import { type AnyNode, walk } from "../../build/checks/script.mjs";
import type { SourceFile } from "../tidy/files.js";

/** One thing said twice; where: "src/words/live.ts title". */
export interface Pair {
  readonly where: string;
  readonly en: Saying;
  readonly zh: Saying;
}

export interface Saying {
  /** All of its text, `${…}` left out. */
  readonly text: string;
  /** What is filled in: "{name}", and the names used within `${…}`. */
  readonly gaps: readonly string[];
  /** Not written here but read, called or joined from elsewhere. */
  readonly computed: boolean;
}

export interface Uneven {
  readonly where: string;
  readonly seen: string;
}

export interface Found {
  readonly pairs: readonly Pair[];
  /** A key or an entry that one language has and the other lacks. */
  readonly uneven: readonly Uneven[];
}

export function treeOf({ path, text }: SourceFile) {
  const loader = path.endsWith(".ts") ? "ts" : "js";
  const { code } = transformSync(text, { loader, target: "es2022" });
  return parse(code, { ecmaVersion: "latest", sourceType: "module" });
}

export function pairsIn(file: SourceFile): Found {
  const found: Comparing = { pairs: [], uneven: [] };
  outermost(treeOf(file), (node) => {
    const [en, zh] = bothOf(node);
    if (en === undefined || zh === undefined) return false;
    compare(found, file.path, en, zh);
    return true;
  });
  return found;
}

/** Two files, one for each language, each with one object of words. */
export function pairsOfTwo(en: SourceFile, zh: SourceFile): Found {
  const found: Comparing = { pairs: [], uneven: [] };
  const [left, right] = [en, zh].map(firstObject);
  if (left && right) compare(found, en.path, left, right);
  return found;
}

function firstObject(file: SourceFile): Expression | undefined {
  const objects: Expression[] = [];
  outermost(treeOf(file), (node) => {
    if (node.type !== "ObjectExpression") return false;
    objects.push(node as unknown as ObjectExpression);
    return true;
  });
  return objects[0];
}

interface Comparing {
  readonly pairs: Pair[];
  readonly uneven: Uneven[];
}

function compare(found: Comparing, where: string, en: Expression, zh: Expression): void {
  const [left, right] = [partsOf(en), partsOf(zh)];
  if (left === null || right === null) {
    found.pairs.push({ where, en: sayingOf(en), zh: sayingOf(zh) });
    return;
  }
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    const [one, other] = [left.get(key), right.get(key)];
    if (one !== undefined && other !== undefined) compare(found, `${where} ${key}`, one, other);
    else found.uneven.push({ where, seen: `${key} is only in ${one ? "en" : "zh"}` });
  }
}

/** Visits nodes from the outside in, and nothing within a node that was taken. */
export function outermost(node: unknown, takes: (node: AnyNode) => boolean): void {
  if (Array.isArray(node)) {
    for (const item of node) outermost(item, takes);
    return;
  }
  if (node === null || typeof node !== "object" || !("type" in node)) return;
  if (takes(node as AnyNode)) return;
  for (const value of Object.values(node)) outermost(value, takes);
}

export function bothOf(node: AnyNode): readonly [Expression | undefined, Expression | undefined] {
  if (node.type !== "ObjectExpression") return [undefined, undefined];
  const members = membersOf(node as unknown as ObjectExpression);
  return [members.get("en"), members.get("zh")];
}

/** Members of an object or entries of a list; null for what is said as one. */
function partsOf(node: Expression): ReadonlyMap<string, Expression> | null {
  if (node.type === "ObjectExpression") return membersOf(node);
  if (node.type !== "ArrayExpression") return null;
  const entries = node.elements.filter((one): one is Expression => one?.type !== "SpreadElement");
  return new Map(entries.map((one, index) => [String(index), one]));
}

function membersOf(node: ObjectExpression): ReadonlyMap<string, Expression> {
  const own = node.properties.filter((one): one is Property => one.type === "Property");
  return new Map(own.map(({ key, value }) => [nameOf(key), value as Expression]));
}

const nameOf = (key: Property["key"]): string =>
  key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "[…]";

/** "en" and "zh" themselves are the same thing said in either language. */
const LANGUAGES = ["en", "zh"];

export function sayingOf(node: Expression): Saying {
  const texts: string[] = [];
  let computed = false;
  const names = new Set<string>();
  walk(node, (one: AnyNode) => {
    if (one.type === "Literal" && typeof one.value === "string") texts.push(one.value);
    if (one.type === "TemplateElement") texts.push((one.value as { cooked: string }).cooked);
    if (one.type === "CallExpression" || one.type === "MemberExpression") computed = true;
    if (one.type !== "TemplateLiteral") return;
    for (const inner of one.expressions as Expression[]) rootNames(inner, names);
  });
  const text = texts.join(" ");
  const filled = [...text.matchAll(/\{(\w+)\}/g)].map(([gap]) => gap);
  const gaps = [...names, ...filled].filter((name) => !LANGUAGES.includes(name));
  return {
    text,
    gaps: [...new Set(gaps)].sort(),
    computed: computed || node.type === "Identifier",
  };
}

/** The values an expression reads: "count" of count.toString(), nothing of a function's own name. */
function rootNames(node: Expression, into: Set<string>): void {
  const callees = new Set<unknown>();
  const labels = new Set<unknown>();
  walk(node, (one: AnyNode) => {
    if (one.type === "CallExpression") callees.add(one.callee);
    if (one.type === "MemberExpression" && one.computed !== true) labels.add(one.property);
    if (one.type === "Property" && one.computed !== true) labels.add(one.key);
    if (one.type === "ArrowFunctionExpression") for (const own of one.params as []) labels.add(own);
    if (one.type !== "Identifier" || callees.has(one) || labels.has(one)) return;
    into.add(String(one.name));
  });
}
