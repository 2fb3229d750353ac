// The script as compiled, and how it is run: services first, then the bundle, then one function.
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import type { Door } from "./door.ts";
import { type Landing, type Launch, ScriptRoom } from "./script-room.ts";

/** Compiled once per process. */
let services: vm.Script | null = null;

export class ScriptProgram {
  readonly #services: vm.Script;
  readonly #bundle: vm.Script | null;
  readonly #syntaxError: string = "";
  readonly #functions = new Map<string, boolean>();
  readonly #left: ScriptRoom[] = [];

  constructor(
    readonly codeFile: string,
    readonly code: string,
    servicesSource: string,
  ) {
    services ??= new vm.Script(servicesSource, { filename: "services.js" });
    this.#services = services;
    try {
      this.#bundle = new vm.Script(this.code, { filename: pathToFileURL(codeFile).href });
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      this.#bundle = null;
      this.#syntaxError = `SyntaxError: ${error.message}`;
    }
  }

  /** Whether the code declares such a function at its top level, as simple triggers need. */
  hasFunction(name: string): boolean {
    const known = this.#functions.get(name);
    if (known !== undefined) return known;
    const has = new RegExp(`^(?:async )?function\\s+${name}\\s*\\(`, "m").test(this.code);
    this.#functions.set(name, has);
    return has;
  }

  /**
   * `warm`: in a context that an earlier execution has left. The bundle's own variables stay as they are, so this is
   * for a bundle that keeps nothing in them.
   */
  run(door: Door, launch: Launch, warm: boolean): Landing {
    if (this.#bundle === null) return { ok: false, error: this.#syntaxError };
    const left = warm ? this.#left.pop() : undefined;
    const room = left ?? new ScriptRoom();
    const enter = room.furnish(this.#services, door);
    try {
      if (left === undefined) room.evaluate(this.#bundle);
      const landing = enter(launch);
      // One that was cut off in the middle does not come to this.
      if (warm) this.#left.push(room);
      return landing;
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
