// Self-test: how long service calls take here.
import type { CallTime } from "../../model/probe";

export class Stopwatch {
  readonly #times = new Map<string, CallTime>();

  /** What `work` gives. Of several times the last stands: the first call of a service is slower than all others. */
  of<T>(call: string, work: () => T): T {
    const from = Date.now();
    const value = work();
    this.#times.set(call, { call, ms: Date.now() - from });
    return value;
  }

  /** A call that carries many cells: what it takes beyond the same call with one. */
  ofCells(call: string, cells: number, work: () => unknown): void {
    const from = Date.now();
    work();
    const { ms = 0 } = this.#times.get(call) ?? {};
    const cellMs = Math.max(0, Date.now() - from - ms) / cells;
    this.#times.set(call, { call, ms, cellMs: Math.round(cellMs * 10_000) / 10_000 });
  }

  times(): readonly CallTime[] {
    return [...this.#times.values()];
  }
}
