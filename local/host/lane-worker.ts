// The thread of one lane: runs one execution at a time, and asks the host for every service call.
import { workerData } from "node:worker_threads";
import type { Door } from "./door.ts";
import { LANE, LaneWire } from "./lane-wire.ts";
import { ScriptProgram } from "./script-context.ts";
import type { Launch } from "./script-room.ts";

/** What the host sends: a program to keep, or an execution to run. */
export type LaneOrder =
  | {
      readonly kind: "program";
      readonly id: number;
      readonly codeFile: string;
      readonly code: string;
    }
  | {
      readonly kind: "run";
      readonly program: number;
      readonly launch: Launch;
      readonly warm: boolean;
    };

interface Start {
  readonly memory: SharedArrayBuffer;
  readonly services: string;
}

const PROGRAMS_KEPT = 2;
const { memory, services } = workerData as Start;
const wire = new LaneWire(memory, LANE);
const programs = new Map<number, ScriptProgram>();

function ask(message: string): string {
  wire.send(message);
  return wire.receive() ?? "";
}

/** The clock stands still between two calls, so reading it needs no turn. */
const door: Door = (op, argsJson) =>
  op === "now" ? String(wire.clock) : ask(`${op}\n${argsJson}`);

function obey(order: LaneOrder): string {
  if (order.kind === "run") {
    const landing = programs.get(order.program)?.run(door, order.launch, order.warm);
    return `\n${JSON.stringify(landing)}`;
  }
  programs.set(order.id, new ScriptProgram(order.codeFile, order.code, services));
  for (const oldest of [...programs.keys()].slice(0, -PROGRAMS_KEPT)) programs.delete(oldest);
  return "\n";
}

let order = wire.receive() ?? "";
for (;;) order = ask(obey(JSON.parse(order) as LaneOrder));
