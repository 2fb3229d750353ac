// Several executions at the same time: each runs in a lane of its own, and at every service call somebody chooses whose
// turn it is. Whoever waits for a lock or sleeps is not to be chosen before its time on the simulated clock.
import type { Host, RunCall, WebRequest } from "./contract.ts";
import { type Entrance, enterAsPerson, enterByWeb } from "./entrances.ts";
import { LaneExecution } from "./lane-execution.ts";
import type { Finished, Runner } from "./runner.ts";
import { runnerOf } from "./runner-of.ts";
import { timerRun } from "./timers.ts";
import { enterByTrigger, hasMinutes, refuseTriggered } from "./triggered-run.ts";

/** What shall happen at the same time as the others. */
export type LaneJob =
  | { readonly run: RunCall }
  | { readonly request: WebRequest }
  /** A clock trigger with this handler fires. */
  | { readonly tick: string }
  /** A person's act through the host; done at one stroke when its turn comes. */
  | { readonly act: (host: Host) => void };

/** Somebody who could go on now: with the call named, or with its beginning (index 0). */
export interface LanePoint {
  /** The job's place in the list. */
  readonly lane: number;
  readonly function: string;
  readonly index: number;
  readonly op: string;
}
/** Which of the points goes on, by its place in the list. */
export type Choose = (points: readonly LanePoint[]) => number;

export interface LaneOutcome {
  readonly outcome: Finished["outcome"];
  /** A WebAnswer or a RunOutcome; null for whoever has none. */
  readonly answer: unknown;
  readonly error: string;
}
export interface Interleaved {
  /** In the order of the jobs. */
  readonly outcomes: readonly LaneOutcome[];
  /** The turns as they were taken: "0 jobs.tick 3 Range.getValues". */
  readonly trace: readonly string[];
}

export function interleave(
  host: Host,
  jobs: readonly LaneJob[],
  { choose }: { readonly choose: Choose },
): Interleaved {
  const runner = runnerOf(host);
  const { clock } = runner.platform;
  const parts = jobs.map((job, lane) => participant(host, runner, job, lane));
  const trace: string[] = [];
  const play = () => {
    for (let open = unfinished(parts); open.length > 0; open = unfinished(parts)) {
      const ready = open.filter((part) => part.isReady);
      if (ready.length === 0) clock.moveTo(Math.min(...open.map((part) => part.readyAt)));
      else takeTurn(ready, choose, trace);
    }
  };
  try {
    clock.simulate(() => runner.inZone(play));
  } finally {
    for (const part of unfinished(parts)) part.abandon();
  }
  return { outcomes: parts.map((part) => part.outcome), trace };
}

/** One of those at the same time, whatever it is. */
interface Participant {
  readonly point: LanePoint;
  readonly isReady: boolean;
  /** When it will be at the latest; only asked while it is not. */
  readonly readyAt: number;
  readonly finished: boolean;
  readonly outcome: LaneOutcome;
  step(): void;
  abandon(): void;
}

function unfinished(parts: readonly Participant[]): Participant[] {
  return parts.filter((part) => !part.finished);
}

function takeTurn(ready: readonly Participant[], choose: Choose, trace: string[]): void {
  const points = ready.map((part) => part.point);
  const chosen = ready.length === 1 ? 0 : choose(points);
  const [part, point] = [ready[chosen], points[chosen]];
  if (part === undefined || point === undefined) {
    throw new Error(`choose: saw ${chosen}; one of 0 to ${ready.length - 1} is needed.`);
  }
  trace.push(`${point.lane} ${point.function} ${point.index} ${point.op}`);
  part.step();
}

function participant(host: Host, runner: Runner, job: LaneJob, lane: number): Participant {
  if ("act" in job) return personsAct(host, job.act, lane);
  return new LaneExecution(runner, lane, nameOf(job), () => enter(runner, job));
}

function nameOf(job: Exclude<LaneJob, { readonly act: unknown }>): string {
  if ("run" in job) return job.run.function;
  if ("tick" in job) return job.tick;
  return job.request.method === "GET" ? "doGet" : "doPost";
}

function enter(
  runner: Runner,
  job: Exclude<LaneJob, { readonly act: unknown }>,
): Entrance<unknown> | { readonly kind: string } {
  const { platform } = runner;
  if ("run" in job) return enterAsPerson(platform, job.run);
  if ("request" in job) return enterByWeb(platform, job.request);
  const { triggers } = platform.world.state;
  const trigger = Object.values(triggers).find(({ handler }) => handler === job.tick);
  if (trigger === undefined) throw new Error(`No trigger calls ${job.tick}; see triggers().`);
  const [execution, event] = timerRun(platform, trigger);
  if (hasMinutes(platform, execution)) return enterByTrigger(platform, execution, event);
  refuseTriggered(runner, execution);
  return { kind: "refused" };
}

function personsAct(host: Host, act: (host: Host) => void, lane: number): Participant {
  const part = {
    point: { lane, function: "person", index: 0, op: "act" },
    isReady: true,
    readyAt: 0,
    finished: false,
    outcome: { outcome: "ok", answer: null, error: "" } as LaneOutcome,
    step: () => {
      part.finished = true;
      act(host);
    },
    abandon: () => undefined,
  };
  return part;
}
