// One execution in a lane: it goes from call to call, and stops before each until it is told to go on.
import { type Door, openDoor } from "./door.ts";
import type { Entrance } from "./entrances.ts";
import type { Execution } from "./execution.ts";
import type { Lane, LaneMessage } from "./lane.ts";
import { borrowLane, returnLane } from "./lane-pool.ts";
import type { LaneOutcome, LanePoint } from "./lanes.ts";
import { ops } from "./ops/all.ts";
import { lockName } from "./ops/locks.ts";
import type { Finished, Runner } from "./runner.ts";

/** What it waits for: a call of its own, possible from a moment on, or as soon as a lock is free. */
interface Pending {
  readonly op: string;
  readonly args: string;
  readonly from: number;
  readonly lock: string | null;
}
type Enter = () => Entrance<unknown> | { readonly kind: string };

const WAITS_FOR_LOCK = new Set(["Lock.tryLock", "Lock.waitLock"]);
const SLEEP = "Utilities.sleep";

export class LaneExecution {
  readonly #runner: Runner;
  readonly #number: number;
  readonly #name: string;
  readonly #enter: Enter;
  #entrance: Entrance<unknown> | null = null;
  #lane: Lane | null = null;
  #door: Door = () => "x";
  #pending: Pending | null = null;
  outcome: LaneOutcome = { outcome: "killed", answer: null, error: "It never began." };
  finished = false;

  constructor(runner: Runner, number: number, name: string, enter: Enter) {
    this.#runner = runner;
    this.#number = number;
    this.#name = name;
    this.#enter = enter;
  }

  get point(): LanePoint {
    const index = this.#entrance === null ? 0 : this.#entrance.execution.calls.length + 1;
    const op = this.#pending?.op ?? "start";
    return { lane: this.#number, function: this.#name, index, op };
  }

  get isReady(): boolean {
    const { clock, locks } = this.#runner.platform;
    if (this.#pending === null || clock.now() >= this.#pending.from) return true;
    const { lock } = this.#pending;
    return lock !== null && locks.isFreeFor(lock, this.#execution);
  }

  get readyAt(): number {
    return this.#pending?.from ?? 0;
  }

  step(): void {
    if (this.#pending === null) this.#begin();
    else {
      const { op, args } = this.#pending;
      this.#pending = null;
      this.#goOn(this.#answer(this.#door(op, args)));
    }
  }

  /** The whole thing was broken off: what is left of the script runs without effect. */
  abandon(): void {
    if (this.#lane === null) return;
    this.#execution.deadBecause ||= "The lanes were abandoned.";
    this.#goOn(this.#answer("x"));
  }

  get #execution(): Execution {
    if (this.#entrance === null) throw new Error("A lane was asked before it had begun.");
    return this.#entrance.execution;
  }

  #begin(): void {
    const { platform, program } = this.#runner;
    const entrance = this.#enter();
    if ("kind" in entrance) {
      this.#settle({ outcome: "ok", answer: entrance, error: "" });
      return;
    }
    this.#entrance = entrance;
    const { execution, launch } = entrance;
    const refused = this.#runner.refusal(execution);
    if (refused !== null) {
      this.#leave(refused);
      return;
    }
    this.#runner.begin(execution);
    this.#door = openDoor(platform, execution);
    this.#lane = borrowLane(platform.manifest.timeZone);
    this.#goOn(this.#lane.start(program, launch, platform.warm, platform.clock.now()));
  }

  #answer(text: string): LaneMessage {
    if (this.#lane === null) throw new Error("A lane was answered before it had begun.");
    return this.#lane.answer(text, this.#runner.platform.clock.now());
  }

  /** As far as the next call that others can notice. */
  #goOn(first: LaneMessage): void {
    let message = first;
    while (message.kind === "call") {
      this.#pending = this.#toWaitFor(message.op, message.args);
      if (this.#pending !== null) return;
      message = this.#answer(this.#door(message.op, message.args));
    }
    if (this.#lane !== null) returnLane(this.#runner.platform.manifest.timeZone, this.#lane);
    this.#lane = null;
    this.#leave(this.#runner.finish(this.#execution, message.landing));
  }

  #toWaitFor(op: string, args: string): Pending | null {
    if (this.#execution.deadBecause !== "") return null;
    const now = this.#runner.platform.clock.now();
    if (op === SLEEP) {
      const [ms = 0] = JSON.parse(args) as number[];
      // Whoever asks for nonsense is told so at once.
      return ms > 0
        ? { op, args: JSON.stringify([sleptMs(ms)]), from: now + ms, lock: null }
        : null;
    }
    if (ops[op]?.form === "free") return null;
    if (!WAITS_FOR_LOCK.has(op)) return { op, args, from: now, lock: null };
    const [name = "", waitMs = 0] = JSON.parse(args) as [string, number];
    const lock = lockName(this.#execution, name);
    // The wait is over by the time of its turn.
    return { op, args: JSON.stringify([name, 0]), from: now + Math.max(0, waitMs), lock };
  }

  #leave(finished: Finished): void {
    const { outcome, error } = finished;
    try {
      const answer = this.#entrance?.leave(finished) ?? null;
      this.#settle({ outcome, answer, error });
    } catch {
      // A failure as a person would see it; the outcome tells it.
      this.#settle({ outcome, answer: null, error });
    }
  }

  #settle(outcome: LaneOutcome): void {
    this.outcome = outcome;
    this.finished = true;
  }
}

/** Its time has passed already, but too long a sleep is still refused. */
function sleptMs(ms: number): number {
  return ms > 300_000 ? ms : 0;
}
