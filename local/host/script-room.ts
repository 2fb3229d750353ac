// A bare context of the engine, as Apps Script has it once the services are in.
import vm from "node:vm";
import type { Door } from "./door.ts";

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

/** As `start` of the services gives them. */
interface Services {
  readonly enter: (door: Door) => void;
  readonly launch: (launchJson: string) => string;
}
type Context = vm.Context & { __launch?: () => string };

const LAUNCH = new vm.Script(
  "(() => { const launch = globalThis.__launch; delete globalThis.__launch; return launch(); })()",
  { filename: "launch.js" },
);

export class ScriptRoom {
  readonly #context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    microtaskMode: "afterEvaluate",
  }) as Context;
  #services: Services | null = null;

  /** The way in: calls one function. Services that are there already only get a door of this execution. */
  furnish(source: vm.Script, door: Door): (launch: Launch) => Landing {
    if (this.#services === null) {
      const start = source.runInContext(this.#context) as (door: Door) => Services;
      this.#services = start(door);
    } else this.#services.enter(door);
    const { launch: launcher } = this.#services;
    return (launch) => {
      this.#context.__launch = () => launcher(JSON.stringify(launch));
      return JSON.parse(LAUNCH.runInContext(this.#context) as string) as Landing;
    };
  }

  evaluate(script: vm.Script): void {
    script.runInContext(this.#context);
  }
}
