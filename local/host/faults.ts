// What befalls service calls by arrangement: a hook asked before each, and a fault set for the next execution.
import type { CallFault, CallHook, Fault } from "./contract.ts";
import { Killed, SERVER_ERROR, ServiceError } from "./errors.ts";
import type { Execution } from "./execution.ts";

export class Faults {
  #hook: CallHook | null = null;
  #next: Fault | null = null;

  set hook(hook: CallHook | null) {
    this.#hook = hook;
  }

  inject(fault: Fault): void {
    this.#next = fault;
  }

  /** The one that was set for the next execution, which this is. */
  take(): Fault | null {
    const fault = this.#next;
    this.#next = null;
    return fault;
  }

  /** How long a piece of work may take before it counts as a loop without an end. */
  get limitMs(): number {
    if (this.#hook !== null) return HOOKED_MS_MAX;
    return this.#next === null ? WORK_MS_MAX : WORK_MS_MAX_UNDER_FAULT;
  }

  /** Asked when a call begins; other executions may run to their end before the answer. */
  ask(execution: Execution, op: string): CallFault | undefined {
    const { number, functionName, calls, depth } = execution;
    const index = calls.length;
    if (execution.fault?.atCall === index) return execution.fault;
    if (execution.quiet) return undefined;
    return this.#hook?.({ execution: number, function: functionName, index, op, depth });
  }
}

// Real work takes milliseconds, on a busy machine a second; a loop without an end would hang for good.
const WORK_MS_MAX = 60_000;
const WORK_MS_MAX_UNDER_FAULT = 5_000;
/** A hook may play whole histories. */
const HOOKED_MS_MAX = 3_600_000;

export function meet(fault: CallFault | undefined, when: CallFault["when"]): void {
  if (fault?.when !== when) return;
  if (fault.kind === "kill") throw new Killed("The execution was killed.");
  throw new ServiceError(fault.message ?? SERVER_ERROR);
}
