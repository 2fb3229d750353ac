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

type Launcher = (launchJson: string) => string;
type Context = vm.Context & { __launch?: () => string };

const LAUNCH = new vm.Script(
  "(() => { const launch = globalThis.__launch; delete globalThis.__launch; return launch(); })()",
  { filename: "launch.js" },
);

/** The services put a clock of their own into these; whoever furnishes a room again begins from the engine's. */
const REMEMBER = new vm.Script(
  `(() => {
    const [EngineDate, now, engineIntl] = [Date, Date.now, Intl];
    const formatter = Intl.DateTimeFormat.prototype;
    const format = Object.getOwnPropertyDescriptor(formatter, "format");
    const plain = { writable: true, configurable: true, enumerable: false };
    return () => {
      EngineDate.now = now;
      Object.defineProperty(EngineDate.prototype, "constructor", { ...plain, value: EngineDate });
      Object.defineProperty(globalThis, "Date", { ...plain, value: EngineDate });
      Object.defineProperty(globalThis, "Intl", { ...plain, value: engineIntl });
      Object.defineProperty(formatter, "format", format);
    };
  })()`,
  { filename: "remember.js" },
);

export class ScriptRoom {
  readonly #context = vm.createContext(vm.constants.DONT_CONTEXTIFY, {
    microtaskMode: "afterEvaluate",
  }) as Context;
  #restore: (() => void) | null = null;

  /** The way in: calls one function. */
  furnish(services: vm.Script, door: Door): (launch: Launch) => Landing {
    if (this.#restore === null) this.#restore = REMEMBER.runInContext(this.#context) as () => void;
    else this.#restore();
    const start = services.runInContext(this.#context) as (door: Door) => Launcher;
    const launcher = start(door);
    return (launch) => {
      this.#context.__launch = () => launcher(JSON.stringify(launch));
      return JSON.parse(LAUNCH.runInContext(this.#context) as string) as Landing;
    };
  }

  evaluate(script: vm.Script): void {
    script.runInContext(this.#context);
  }
}
