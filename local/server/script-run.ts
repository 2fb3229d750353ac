// google.script.run: any visitor of any page may call every top-level function, with arguments of
// their own making (facts 3.1 to 3.3). Kept honest here, since the bundle's safety rests on it.
import { readFileSync } from "node:fs";
import { parse } from "acorn";
import type { Host } from "../host/contract.ts";

type ScriptRunAnswer = { readonly result: unknown } | { readonly error: string };

/** `names` are the script's own top-level functions; what the language brings is not among them. */
export function runForVisitor(host: Host, names: readonly string[], body: string): ScriptRunAnswer {
  const call = parseCall(body);
  if (!call) return { error: "The call could not be read: {function, args} is expected." };
  if (!names.includes(call.name)) return { error: `Script function not found: ${call.name}` };
  try {
    const outcome = host.run({ function: call.name, args: call.args, from: "page" });
    return { result: outcome.result ?? null };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** Methods of objects and names ending in _ are invisible to visitors. */
export function visibleFunctions(codeFile: string): readonly string[] {
  const program = parse(readFileSync(codeFile, "utf8"), { ecmaVersion: "latest" });
  const names = program.body.flatMap((statement) => {
    if (statement.type === "FunctionDeclaration") return [statement.id.name];
    if (statement.type !== "VariableDeclaration") return [];
    return statement.declarations.flatMap(({ id, init }) =>
      id.type === "Identifier" && isFunction(init?.type) ? [id.name] : [],
    );
  });
  return names.filter((name) => !name.endsWith("_"));
}

function isFunction(type: string | undefined): boolean {
  return type === "FunctionExpression" || type === "ArrowFunctionExpression";
}

function parseCall(body: string): { name: string; args: readonly unknown[] } | null {
  let call: unknown;
  try {
    call = JSON.parse(body);
  } catch {
    return null;
  }
  if (typeof call !== "object" || call === null) return null;
  const { function: name, args } = call as { function?: unknown; args?: unknown };
  if (typeof name !== "string") return null;
  return { name, args: Array.isArray(args) ? args : [] };
}
