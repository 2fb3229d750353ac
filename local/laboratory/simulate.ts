// Plays seed after seed, tells how far it is on stderr, and what came of it in one line on stdout.
import v8 from "node:v8";
import { historyOf } from "./draw.ts";
import { describe } from "./history.ts";
import type { Finding } from "./judge.ts";
import { type Bundle, Lab } from "./lab.ts";
import { type Played, play } from "./play.ts";
import { type Sabotage, sabotaged } from "./sabotage.ts";
import { shrink } from "./shrink.ts";

export interface Simulation {
  readonly seeds: number;
  readonly from: number;
  readonly days: number;
  readonly sabotage: Sabotage | null;
  /** So many of what fails are made small: each costs some hundred histories; the others are told by their seed. */
  readonly shrunkMax: number;
  /** A line for people. */
  readonly tell: (line: string) => void;
}
export interface Summary {
  readonly seeds: number;
  readonly virtualDays: number;
  readonly executions: number;
  readonly kills: number;
  readonly sends: number;
  readonly duplicates: number;
  readonly losses: number;
  readonly review: number;
  /** Names of the rules that broke. */
  readonly brokenInvariants: readonly string[];
}
export interface Failed {
  readonly seed: number;
  readonly findings: readonly Finding[];
}

/** Many short lives: what lives for one execution is hardly worth optimising. */
const ENGINE_FLAGS = ["--interrupt-budget=1000000", "--heap-growing-percent=60"];
const TELL_EVERY = 25;

export function simulate(bundle: Bundle, wanted: Simulation): Summary {
  const { seeds, from, days, sabotage, shrunkMax, tell } = wanted;
  for (const flag of ENGINE_FLAGS) v8.setFlagsFromString(flag);
  const base = Lab.open(sabotage === null ? bundle : sabotaged(bundle, sabotage));
  const tally = new Tally();
  for (let seed = from; seed < from + seeds; seed += 1) {
    const failed = tally.add(seed, play(base, historyOf(seed, days)));
    if (failed !== null) tellOf(base, failed, wanted, tally.failed.length <= shrunkMax);
    const done = seed - from + 1;
    if (done % TELL_EVERY === 0) tell(`${done} of ${seeds} seeds, ${tally.failed.length} failed`);
    // What is weakened is to be found once.
    if (sabotage !== null && failed !== null) break;
  }
  return tally.summary();
}

/** The command that plays it again, and the few steps that are enough to break it. */
function tellOf(base: Lab, { seed, findings }: Failed, wanted: Simulation, small: boolean): void {
  const { days, sabotage, tell } = wanted;
  const weak = sabotage === null ? "" : ` --sabotage ${sabotage}`;
  tell(`seed ${seed} broke: npm run simulate -- --seeds 1 --from ${seed} --days ${days}${weak}`);
  for (const { rule, what } of findings) tell(`  ${rule}: ${what}`);
  const [first] = findings;
  if (!small || first === undefined) return;
  const breaks = (history: Parameters<typeof play>[1]) =>
    play(base, history).findings.some(({ rule }) => rule === first.rule);
  const { steps } = shrink(historyOf(seed, days), breaks);
  tell(`  enough for "${first.rule}":`);
  for (const step of steps) tell(`    ${describe(step)}`);
}

class Tally {
  readonly failed: Failed[] = [];
  readonly #played: Played[] = [];

  add(seed: number, played: Played): Failed | null {
    this.#played.push(played);
    if (played.findings.length === 0) return null;
    const failed = { seed, findings: played.findings };
    this.failed.push(failed);
    return failed;
  }

  summary(): Summary {
    const sum = (of: (played: Played) => number) =>
      this.#played.reduce((total, played) => total + of(played), 0);
    const findings = this.failed.flatMap((one) => one.findings);
    return {
      seeds: this.#played.length,
      virtualDays: sum(({ virtualDays }) => virtualDays),
      executions: sum(({ executions }) => executions),
      kills: sum(({ kills }) => kills),
      sends: sum(({ sends }) => sends),
      duplicates: findings.filter(({ kind }) => kind === "duplicate").length,
      losses: findings.filter(({ kind }) => kind === "loss").length,
      review: sum(({ review }) => review),
      brokenInvariants: [...new Set(findings.map(({ rule }) => rule))],
    };
  }
}
