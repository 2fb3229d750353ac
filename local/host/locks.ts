// The three locks of a script. Each is held by at most one execution and ends with it.
import type { Execution } from "./execution.ts";

export class Locks {
  readonly #holders = new Map<string, Execution>();

  isFreeFor(name: string, execution: Execution): boolean {
    const holder = this.#holders.get(name);
    return holder === undefined || holder === execution;
  }

  take(name: string, execution: Execution): void {
    this.#holders.set(name, execution);
  }

  isHeldBy(name: string, execution: Execution): boolean {
    return this.#holders.get(name) === execution;
  }

  release(name: string, execution: Execution): void {
    if (this.isHeldBy(name, execution)) this.#holders.delete(name);
  }

  releaseAll(execution: Execution): void {
    for (const name of [...this.#holders.keys()]) this.release(name, execution);
  }
}
