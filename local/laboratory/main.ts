// The command line of the laboratory.
import { parseArgs } from "node:util";
import type { Bundle } from "./lab.ts";
import { SABOTAGES, type Sabotage } from "./sabotage.ts";
import { simulate } from "./simulate.ts";

const SHRUNK_MAX = 3;

/** The exit code: 0 only without a finding. */
export function main(args: readonly string[], bundle: Bundle): number {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seeds: { type: "string", default: "100" },
      from: { type: "string", default: "1" },
      days: { type: "string", default: "30" },
      sabotage: { type: "string" },
    },
  });
  const summary = simulate(bundle, {
    seeds: countOf("seeds", values.seeds),
    from: countOf("from", values.from),
    days: countOf("days", values.days),
    sabotage: sabotageOf(values.sabotage),
    shrunkMax: SHRUNK_MAX,
    tell: (line) => console.error(line),
  });
  console.log(JSON.stringify(summary));
  return summary.brokenInvariants.length === 0 ? 0 : 1;
}

function countOf(name: string, text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new Error(`--${name} ${text}: a whole number from 1 on is needed.`);
}

function sabotageOf(name: string | undefined): Sabotage | null {
  if (name === undefined) return null;
  const known = SABOTAGES.find((one) => one === name);
  if (known !== undefined) return known;
  throw new Error(`--sabotage ${name}: there are ${SABOTAGES.join(", ")}.`);
}
