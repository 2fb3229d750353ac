// Runs the script in a fresh bare context: services first, then the bundle, then one function.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import type { Door } from "./door.ts";
import { servicesSource } from "./services-source.ts";

/** What is to be called, as the launcher inside the context understands it. */
export interface Launch {
  readonly path: string;
  readonly event: unknown;
  readonly args: readonly unknown[];
  /** "data": what google.script.run may carry; anything else is an error. */
  readonly wants: "page" | "value" | "data";
}
/** What the launcher answers. */
export type Landing =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: string };

const LAUNCH = new vm.Script(
  "(() => { const launch = globalThis.__launch; delete globalThis.__launch; return launch(); })()",
  { filename: "launch.js" },
);

const PROGRAMS_KEPT = 4;
const programs = new Map<string, ScriptProgram>();
let services: vm.Script | null = null;

/** Compiled once per process, whoever runs it. */
export function loadProgram(codeFile: string): ScriptProgram {
  const code = readFileSync(codeFile, "utf8");
  const key = `${codeFile}\n${code}`;
  const program = programs.get(key) ?? new ScriptProgram(codeFile, code);
  programs.delete(key);
  programs.set(key, program);
  for (const oldest of [...programs.keys()].slice(0, -PROGRAMS_KEPT)) programs.delete(oldest);
  return program;
}

export class ScriptProgram {
  readonly #services: vm.Script;
  readonly #bundle: vm.Script | null;
  readonly #code: string;
  readonly #syntaxError: string = "";

  constructor(codeFile: string, code: string) {
    services ??= new vm.Script(servicesSource(), { filename: "services.js" });
    this.#services = services;
    this.#code = code;
    try {
      this.#bundle = new vm.Script(this.#code, { filename: pathToFileURL(codeFile).href });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#bundle = null;
      this.#syntaxError = `SyntaxError: ${error.message}`;
    }
  }

  /** Whether the code declares such a function at its top level, as simple triggers need. */
  hasFunction(name: string): boolean {
    return new RegExp(`^(?:async )?function\\s+${name}\\s*\\(`, "m").test(this.#code);
  }

  run(door: Door, launch: Launch): Landing {
    if (this.#bundle === null) return { ok: false, error: this.#syntaxError };
    const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
      microtaskMode: "afterEvaluate",
    }) as vm.Context & { __launch?: () => string };
    const start = this.#services.runInContext(context) as (
      door: Door,
    ) => (launch: string) => string;
    const launcher = start(door);
    try {
      this.#bundle.runInContext(context);
      context.__launch = () => launcher(JSON.stringify(launch));
      return JSON.parse(LAUNCH.runInContext(context) as string) as Landing;
    } catch (error) {
      return { ok: false, error: describe(error) };
    }
  }
}

/** Errors come from another realm, so their shape is all there is to go by. */
function describe(error: unknown): string {
  if (typeof error !== "object" || error === null) return String(error);
  const { name, message } = error as { name?: string; message?: string };
  return `${name ?? "Error"}: ${message ?? String(error)}`;
}
