// What the parsed code of one file says: free names, clocks and chance, the length of functions.
import { SourceMap } from "node:module";
import type { CallExpression, MemberExpression, NewExpression } from "acorn";
import { parse } from "acorn";
import { transformSync } from "esbuild";
import { analyze } from "eslint-scope";
import { type AnyNode, walk } from "../../build/checks/script.mjs";
import type { SourceFile } from "./files.js";

interface Parsed {
  readonly tree: ReturnType<typeof parse>;
  /** The line in the file as written, of an offset in the code without types. */
  readonly lineAt: (offset: number) => number;
}

/** esbuild takes the types out; the map leads back to the lines as written. */
function parsed({ path, text }: SourceFile): Parsed {
  const loader = path.endsWith(".ts") ? "ts" : "js";
  const options = { loader, sourcemap: true, sourcefile: path, target: "es2022" } as const;
  const { code, map } = transformSync(text, options);
  const tree = parse(code, { ecmaVersion: "latest", sourceType: "module", ranges: true });
  const source = new SourceMap(JSON.parse(map));
  const starts = lineStarts(code);
  const lineAt = (offset: number): number => {
    const line = starts.filter((start) => start <= offset).length - 1;
    const entry = source.findEntry(line, offset - (starts[line] ?? 0));
    return "originalLine" in entry ? entry.originalLine + 1 : 0;
  };
  return { tree, lineAt };
}

const lineStarts = (code: string): readonly number[] => [
  0,
  ...[...code.matchAll(/\n/g)].map((match) => match.index + 1),
];

/** Names the file uses and nobody in it defines, with their lines. */
export function freeNames(file: SourceFile): readonly { name: string; line: number }[] {
  const { tree, lineAt } = parsed(file);
  const program = tree as unknown as Parameters<typeof analyze>[0];
  const scopes = analyze(program, { ecmaVersion: 2022, sourceType: "module" });
  return (scopes.globalScope?.through ?? []).map(({ identifier }) => ({
    name: identifier.name,
    line: lineAt(identifier.range?.[0] ?? 0),
  }));
}

/** Where the file asks a clock or chance, or waits: now, new Date(), Math.random(), await. */
export function impurities(file: SourceFile): readonly { what: string; line: number }[] {
  const { tree, lineAt } = parsed(file);
  const found: { what: string; line: number }[] = [];
  walk(tree, (node) => {
    const what = impurity(node);
    if (what !== "") found.push({ what, line: lineAt(node.start) });
  });
  return found;
}

function impurity(node: AnyNode): string {
  if (node.type === "AwaitExpression" || node.async === true) return "async";
  if (node.type === "MemberExpression") return memberImpurity(node as unknown as MemberExpression);
  if (node.type !== "NewExpression" && node.type !== "CallExpression") return "";
  const { callee, arguments: given } = node as unknown as NewExpression | CallExpression;
  if (callee.type !== "Identifier" || callee.name !== "Date") return "";
  return node.type === "CallExpression" || given.length === 0 ? "new Date()" : "";
}

function memberImpurity({ object, property }: MemberExpression): string {
  if (object.type !== "Identifier" || property.type !== "Identifier") return "";
  const name = `${object.name}.${property.name}`;
  return ["Date.now", "Math.random", "performance.now"].includes(name) ? `${name}()` : "";
}

const FUNCTIONS = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"];

/** Each function's first line and how many lines it takes, as written. */
export function functionLengths(file: SourceFile): readonly { line: number; lines: number }[] {
  const { tree, lineAt } = parsed(file);
  const found: { line: number; lines: number }[] = [];
  walk(tree, (node) => {
    if (!FUNCTIONS.includes(node.type)) return;
    const line = lineAt(node.start);
    found.push({ line, lines: lineAt(node.end - 1) - line + 1 });
  });
  return found;
}
