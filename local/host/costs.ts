// The cost model: how many simulated milliseconds a service call takes.
import data from "./costs.json" with { type: "json" };

interface Cost {
  readonly callMs: number;
  readonly cellMs: number;
}
const table: Readonly<Record<string, Cost>> = data.calls;
const found = new Map<string, Cost>();

/** What an execution has used before its first line runs. */
export const startMs = data.start.callMs;

export function costMs(op: string, cells: number): number {
  const cost = found.get(op) ?? look(op);
  return cost.callMs + cost.cellMs * cells;
}

function look(op: string): Cost {
  const service = op.slice(0, op.indexOf("."));
  const getter = op.startsWith("Range.get") ? table["Range.get"] : undefined;
  const cost = table[op] ?? getter ?? table[`${service}.*`] ?? table["*"];
  if (cost === undefined) throw new Error(`costs.json: no entry for ${op} and no "*".`);
  found.set(op, cost);
  return cost;
}
