// The one way out of a script's context: a name and JSON in, one string out.
// "=" and JSON is a result, "!" and a text an exception, "x" the end of the execution.
import { account } from "./account.ts";
import { inLanguage } from "./error-language.ts";
import { Killed, ServiceError, TIME_EXCEEDED } from "./errors.ts";
import type { Execution } from "./execution.ts";
import { meet } from "./faults.ts";
import { flush } from "./flush.ts";
import { JsonText } from "./grid/row-texts.ts";
import type { Call, Op } from "./op.ts";
import { ops } from "./ops/all.ts";
import type { Platform } from "./platform.ts";
import { countUse } from "./quota.ts";
import { checkScope } from "./scopes.ts";

export type Door = (op: string, argsJson: string) => string;

const DEAD = "x";

export function openDoor(platform: Platform, execution: Execution): Door {
  return (name, argsJson) => {
    if (execution.deadBecause !== "") return DEAD;
    // Reading the clock is not a call.
    if (name === "now") return String(platform.clock.now());
    try {
      const result = perform(platform, execution, name, argsJson);
      return `=${result instanceof JsonText ? result.text : (JSON.stringify(result) ?? "null")}`;
    } catch (error) {
      if (error instanceof ServiceError) {
        return `!${inLanguage(error.message, platform.weather.now.language)}`;
      }
      if (!(error instanceof Killed)) execution.hostMistake = error;
      execution.deadBecause ||= error instanceof Error ? error.message : String(error);
      return DEAD;
    } finally {
      platform.world.commit();
    }
  };
}

function perform(
  platform: Platform,
  execution: Execution,
  name: string,
  argsJson: string,
): unknown {
  const op = ops[name];
  if (op === undefined) throw new Error(`The door has no ${name}.`);
  const args = JSON.parse(argsJson) as readonly unknown[];
  checkScope(name, platform.manifest, execution.simple);
  const call: Call = { platform, execution, cells: 0 };
  if (op.form === "free") return op.run(call, ...args);
  execution.calls.push(name);
  const fault = platform.faults.ask(execution, name);
  countUse(platform, execution, name);
  meet(fault, "before");
  const result = act(op, name, call, args);
  spend(platform, execution, platform.costs.ms(name, call.cells));
  meet(fault, "after");
  return result;
}

function act(op: Op, name: string, call: Call, args: readonly unknown[]): unknown {
  if (op.form === "writes") {
    call.execution.buffered.push({ op: name, args });
    return null;
  }
  if (op.form === "reads" || op.form === "acts") {
    const cells = flush(call.platform, call.execution);
    if (cells > 0) spend(call.platform, call.execution, call.platform.costs.ms("flush", cells));
  }
  return op.run(call, ...args);
}

/** Moves the simulated clock, and ends an execution that has used up its time. */
function spend(platform: Platform, execution: Execution, ms: number): void {
  const { clock } = platform;
  if (clock.simulated) clock.move(ms);
  const limitMs = execution.simple ? account.simpleTriggerMsMax : account.executionMsMax;
  if (clock.now() - execution.startedAt > limitMs) throw new Killed(TIME_EXCEEDED);
}
