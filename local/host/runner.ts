// Runs executions one after the other (one inside the other when a script fetches itself), and ends
// each as the platform does: flush, free the locks, keep a record.
import { account } from "./account.ts";
import type { ExecutionRecord } from "./contract.ts";
import { openDoor } from "./door.ts";
import { inLanguage } from "./error-language.ts";
import { Killed, ServiceError, TIME_EXCEEDED } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { flush } from "./flush.ts";
import type { Platform } from "./platform.ts";
import { bookUses } from "./quota.ts";
import type { ScriptProgram } from "./script-context.ts";
import type { Landing, Launch } from "./script-room.ts";
import { withinTime } from "./time-net.ts";

const RECORDS_MAX = 2000;
const TOO_MANY_REQUESTS =
  "Service invoked too many times in a short time: exec qps. Try Utilities.sleep(1000) between calls.";
const TOO_MANY_RUNS =
  "There are too many scripts running simultaneously for this Google user account.";

export interface Finished {
  readonly outcome: ExecutionRecord["outcome"];
  readonly value: unknown;
  /** As a person would see it; empty when all went well. */
  readonly error: string;
}

export class Runner {
  readonly records: ExecutionRecord[];
  #started = 0;
  /** Innermost last. */
  readonly #running: Execution[] = [];
  #inBatch = false;

  constructor(
    readonly platform: Platform,
    readonly program: ScriptProgram,
    records: readonly ExecutionRecord[] = [],
  ) {
    this.records = [...records];
  }

  run(execution: Execution, launch: Launch): Finished {
    const refused = this.refusal(execution);
    if (refused !== null) return refused;
    let finished = killed(TIME_EXCEEDED);
    this.batch(() => {
      finished = this.#runOne(execution, launch);
    });
    return finished;
  }

  /** When thirty are running already. */
  refusal(execution: Execution): Finished | null {
    const { crowded } = this.platform.weather.now;
    const isFull = crowded || this.#running.length >= account.simultaneousExecutionsMax;
    if (!isFull || execution.quiet) return null;
    return this.refuse(execution, execution.cause === "web" ? TOO_MANY_REQUESTS : TOO_MANY_RUNS);
  }

  /** Several runs under one net. Those cut off by it end as killed. */
  batch(work: () => void): void {
    if (this.#inBatch) {
      work();
      return;
    }
    this.#inBatch = true;
    try {
      this.inZone(() => {
        // The net costs more than most executions do; whoever opens a warm host has one of their own.
        if (this.platform.warm) work();
        else if (!withinTime(work, this.platform.faults.limitMs)) this.#cutOff();
      });
    } finally {
      this.#inBatch = false;
    }
  }

  /** Dates inside a context follow the process; outside of runs the process keeps its own zone. */
  inZone<T>(work: () => T): T {
    const zone = process.env.TZ;
    useTimeZone(this.platform.manifest.timeZone);
    try {
      return work();
    } finally {
      useTimeZone(zone);
    }
  }

  #cutOff(): void {
    for (const execution of this.#running.splice(0).reverse()) {
      execution.deadBecause ||= TIME_EXCEEDED;
      this.#keep(execution, this.#end(execution, { ok: false, error: TIME_EXCEEDED }));
    }
  }

  #runOne(execution: Execution, launch: Launch): Finished {
    const { platform } = this;
    execution.depth = this.#running.length;
    this.begin(execution);
    const landing = this.program.run(openDoor(platform, execution), launch, platform.warm);
    return this.finish(execution, landing);
  }

  begin(execution: Execution): void {
    const { clock, costs, faults } = this.platform;
    this.#started += 1;
    execution.number = this.#started;
    this.#running.push(execution);
    if (execution.quiet) return;
    execution.fault = faults.take();
    if (clock.simulated) clock.move(costs.startMs);
  }

  finish(execution: Execution, landing: Landing): Finished {
    this.#running.splice(this.#running.indexOf(execution), 1);
    const finished = this.#end(execution, landing);
    if (execution.hostMistake !== null) throw execution.hostMistake;
    if (!execution.quiet) this.#keep(execution, finished);
    return finished;
  }

  /** Notes an execution that the platform would not even start. */
  refuse(execution: Execution, reason: string): Finished {
    const refused = { outcome: "error", value: null, error: reason } as const;
    this.#keep(execution, refused);
    return refused;
  }

  #end(execution: Execution, landing: Landing): Finished {
    const { platform } = this;
    try {
      if (execution.deadBecause !== "") return killed(execution.deadBecause);
      flush(platform, execution);
    } catch (error) {
      if (error instanceof Killed) return killed(error.message);
      if (!(error instanceof ServiceError)) throw error;
      const text = inLanguage(error.message, platform.weather.now.language);
      const first = landing.ok ? `Exception: ${text}` : landing.error;
      return { outcome: "error", value: null, error: first };
    } finally {
      execution.buffered = [];
      bookUses(platform, execution);
      execution.deadBecause ||= "ended";
      platform.locks.releaseAll(execution);
      // What the run cost must not be given back by a crash.
      if (platform.clock.simulated) platform.world.commitClock();
      else platform.world.commit();
    }
    if (landing.ok) return { outcome: "ok", value: landing.value, error: "" };
    return { outcome: "error", value: null, error: landing.error };
  }

  #keep(execution: Execution, finished: Finished): void {
    const { clock } = this.platform;
    this.records.push(execution.record(clock.now(), finished.outcome, finished.error));
    // Now and then, not each time: the list is long.
    if (this.records.length > 2 * RECORDS_MAX) this.records.splice(0, RECORDS_MAX);
  }
}

function killed(reason: string): Finished {
  return { outcome: "killed", value: null, error: reason };
}

function useTimeZone(zone: string | undefined): void {
  if (process.env.TZ === zone) return;
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
}
