// Breaks one execution at each of its service calls in turn, lets the platform go on, and looks at what came of it.
import type { CallFault } from "../host/contract.ts";
import { Accidents } from "./accidents.ts";
import { Clockwork } from "./clockwork.ts";
import type { Deed } from "./history.ts";
import { type Finding, judge } from "./judge.ts";
import { HOUR_MS, type Lab } from "./lab.ts";
import type { Person } from "./people.ts";
import { Stage } from "./stage.ts";

export interface SweepCase {
  readonly name: string;
  readonly people: readonly Person[];
  /** The function whose calls are counted. */
  readonly of: "doPost" | "jobs.tick" | "menu.runBatch";
  readonly prepare: (stage: Stage) => void;
  /** Ends in the execution that is to be broken. */
  readonly act: (stage: Stage) => void;
}
/** At each call: a fault, or what somebody does just then. */
export interface Blow {
  readonly name: string;
  readonly fault: CallFault | null;
  readonly inside: Deed | null;
}
export interface Swept {
  readonly calls: number;
  readonly tries: number;
  readonly review: number;
  readonly sends: number;
  readonly findings: readonly (Finding & { readonly at: string })[];
}

/** A mail that may have gone is looked for during an hour; then a person is asked. */
const SETTLE_MS = 3 * HOUR_MS;

/** `every`: of so many calls one. */
export function sweep(base: Lab, one: SweepCase, blows: readonly Blow[], every = 1): Swept {
  const prepared = new Stage(base.fork(), one.people);
  one.prepare(prepared);
  const calls = countCalls(prepared.fork(), one);
  const findings: Swept["findings"][number][] = [];
  const total = { tries: 0, review: 0, sends: 0 };
  for (let call = 1; call <= calls; call += every) {
    // A sample meets each kind of blow as well, one after the other.
    const some = every === 1 ? blows : blows.filter((_, at) => at === total.tries % blows.length);
    for (const blow of some) {
      const stage = prepared.fork();
      const played = strike(stage, one, call, blow);
      total.tries += 1;
      total.review += played.review;
      total.sends += played.sends;
      const at = `${one.name}, ${blow.name} at call ${call} of ${calls}`;
      findings.push(...played.findings.map((finding) => ({ ...finding, at })));
      stage.lab.host.close();
    }
  }
  return { calls, ...total, findings };
}

function countCalls(stage: Stage, one: SweepCase): number {
  let calls = 0;
  stage.lab.host.onCall(({ function: name, index }) => {
    if (name === one.of) calls = Math.max(calls, index);
    return undefined;
  });
  one.act(stage);
  return calls;
}

function strike(stage: Stage, one: SweepCase, call: number, { fault: what, inside }: Blow) {
  const since = stage.now;
  const accidents = new Accidents(stage);
  accidents.arm({ do: "accident", on: one.of, op: "", call, fault: what, inside });
  one.act(stage);
  accidents.disarm();
  new Clockwork(stage.lab, HOUR_MS / 2).moveTo(stage.now + SETTLE_MS);
  return judge(stage, [], since);
}
