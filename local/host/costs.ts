// The cost model: how many simulated milliseconds a service call takes. Figures measured elsewhere can replace ours.
import { readFileSync } from "node:fs";
import data from "./costs.json" with { type: "json" };
import { type Cost, type Measured, readMeasured } from "./measured-costs.ts";

export class Costs {
  readonly #calls: Readonly<Record<string, Cost>>;
  /** What an execution has used before its first line runs. */
  readonly startMs: number;
  readonly #found = new Map<string, Cost>();

  constructor({ start, calls }: Measured = {}) {
    this.#calls = { ...data.calls, ...calls };
    this.startMs = (start ?? data.start).callMs;
  }

  /** `file`: a cost file, or the report of a self-test. */
  static from(file: string | undefined): Costs {
    if (file === undefined) return new Costs();
    return new Costs(readMeasured(readFileSync(file, "utf8"), file));
  }

  ms(op: string, cells: number): number {
    const cost = this.#found.get(op) ?? this.#look(op);
    return cost.callMs + cost.cellMs * cells;
  }

  #look(op: string): Cost {
    const service = op.slice(0, op.indexOf("."));
    const getter = op.startsWith("Range.get") ? this.#calls["Range.get"] : undefined;
    const cost = this.#calls[op] ?? getter ?? this.#calls[`${service}.*`] ?? this.#calls["*"];
    if (cost === undefined) throw new Error(`costs.json: no entry for ${op} and no "*".`);
    this.#found.set(op, cost);
    return cost;
  }
}
