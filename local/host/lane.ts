// The host's side of one lane: a thread that runs an execution as far as its next service call, and no further.
import { Worker } from "node:worker_threads";
import { bundleText } from "./bundle-text.ts";
import { HOST, LaneWire, newMemory } from "./lane-wire.ts";
import type { LaneOrder } from "./lane-worker.ts";
import type { ScriptProgram } from "./script-context.ts";
import type { Landing, Launch } from "./script-room.ts";
import { servicesSource } from "./services-source.ts";

/** A call it waits for, or its end. */
export type LaneMessage =
  | { readonly kind: "call"; readonly op: string; readonly args: string }
  | { readonly kind: "end"; readonly landing: Landing };

/** Far longer than any execution computes between two calls, even on a busy machine. */
const TURN_MS_MAX = 60_000;

let source: string | null = null;
const programNumbers = new WeakMap<ScriptProgram, number>();
let programsSeen = 0;

export class Lane {
  readonly #wire: LaneWire;
  readonly #worker: Worker;
  readonly #known = new Set<number>();
  #cutOff = false;

  constructor() {
    const memory = newMemory();
    this.#wire = new LaneWire(memory, HOST);
    source ??= bundleText("local/host/lane-worker.ts", { format: "cjs", platform: "node" });
    const workerData = { memory, services: servicesSource() };
    this.#worker = new Worker(source, { eval: true, workerData });
    this.#worker.unref();
  }

  start(program: ScriptProgram, launch: Launch, warm: boolean, now: number): LaneMessage {
    const number = this.#teach(program);
    return this.#turn({ kind: "run", program: number, launch, warm }, now);
  }

  answer(text: string, now: number): LaneMessage {
    this.#wire.clock = now;
    this.#wire.send(text);
    return this.#receive();
  }

  /** It did not give its turn back in time, and is of no use any more. */
  get isCutOff(): boolean {
    return this.#cutOff;
  }

  #teach(program: ScriptProgram): number {
    const number = numberOf(program);
    if (this.#known.has(number)) return number;
    // The thread keeps as few programs as this.
    if (this.#known.size === 2) this.#known.clear();
    this.#known.add(number);
    const { codeFile, code } = program;
    this.#turn({ kind: "program", id: number, codeFile, code }, 0);
    return number;
  }

  #turn(order: LaneOrder, now: number): LaneMessage {
    return this.answer(JSON.stringify(order), now);
  }

  #receive(): LaneMessage {
    const message = this.#wire.receive(TURN_MS_MAX);
    if (message === null) {
      this.#cutOff = true;
      void this.#worker.terminate();
      return { kind: "end", landing: { ok: false, error: "Exceeded maximum execution time" } };
    }
    const cut = message.indexOf("\n");
    const [op, rest] = [message.slice(0, cut), message.slice(cut + 1)];
    if (op !== "") return { kind: "call", op, args: rest };
    const landing = rest === "" ? { ok: true, value: null } : JSON.parse(rest);
    return { kind: "end", landing: landing as Landing };
  }
}

function numberOf(program: ScriptProgram): number {
  const known = programNumbers.get(program);
  if (known !== undefined) return known;
  programsSeen += 1;
  programNumbers.set(program, programsSeen);
  return programsSeen;
}
