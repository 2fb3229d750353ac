// Two runs at the same time, in every order: the first goes on to its i-th call, the other to its j-th, then each to its end.
import type { WebRequest } from "../host/contract.ts";
import { interleave, type LaneJob } from "../host/lanes.ts";
import { Clockwork } from "./clockwork.ts";
import { type Finding, judge } from "./judge.ts";
import { HOUR_MS, type Lab } from "./lab.ts";
import { Stage } from "./stage.ts";
import type { SweepCase } from "./sweep.ts";

export interface Overlapped {
  readonly pairs: number;
  readonly findings: readonly (Finding & { readonly at: string })[];
}
type Job = (stage: Stage) => LaneJob;

export const TICK: Job = () => ({ run: { function: "jobs.tick" } });
export const MENU: Job = () => ({ run: { function: "menu.runBatch", answers: ["OK"] } });
export const FORM: Job = ({ people }) => {
  const fields = { form: "geo", email: people[0]?.email ?? "", name: people[0]?.name ?? "" };
  const body = new URLSearchParams({ ...fields, consent: "yes" }).toString();
  const contentType = "application/x-www-form-urlencoded";
  const request: WebRequest = { method: "POST", query: "", contentType, body };
  return { request };
};

const SETTLE_MS = 3 * HOUR_MS;

/** Every pair of boundaries; `every`: of so many of each run's boundaries one. */
export function overlap(
  base: Lab,
  { name, people, prepare }: SweepCase,
  [first, second]: readonly [Job, Job],
  every = 1,
): Overlapped {
  const prepared = new Stage(base.fork(), people);
  prepare(prepared);
  const findings: Overlapped["findings"][number][] = [];
  let pairs = 0;
  let firstEnded = false;
  for (let i = 0; !firstEnded; i += every) {
    let secondEnded = false;
    for (let j = 1; !secondEnded; j += every) {
      const stage = prepared.fork();
      const since = stage.now;
      const reached = turns(stage, [first(stage), second(stage)], i, j);
      firstEnded = reached.first < i;
      secondEnded = reached.second < j;
      new Clockwork(stage.lab, HOUR_MS / 2).moveTo(stage.now + SETTLE_MS);
      const at = `${name}: ${i} calls of one, ${j} of the other`;
      findings.push(...judge(stage, [], since).findings.map((one) => ({ ...one, at })));
      stage.lab.host.close();
      pairs += 1;
    }
  }
  return { pairs, findings };
}

/** How many calls each had made when it was to give way. */
function turns(stage: Stage, jobs: readonly LaneJob[], i: number, j: number) {
  const made = [0, 0];
  const choose = (points: readonly { readonly lane: number; readonly index: number }[]): number => {
    for (const { lane, index } of points) made[lane] = index;
    const place = (lane: number) => points.findIndex((point) => point.lane === lane);
    if (place(0) < 0 || place(1) < 0) return 0;
    if ((made[0] ?? 0) <= i) return place(0);
    return (made[1] ?? 0) <= j ? place(1) : place(0);
  };
  interleave(stage.lab.host, jobs, { choose });
  const reached = (lane: number) => made[lane] ?? 0;
  return { first: reached(0), second: reached(1) };
}
