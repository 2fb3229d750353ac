// A run that a trigger starts: it draws on the day's trigger minutes, and is refused when they are used up.
import type { Entrance } from "./entrances.ts";
import type { Execution } from "./execution.ts";
import type { Platform } from "./platform.ts";
import { quotaLeft, useQuota } from "./quota.ts";
import type { Runner } from "./runner.ts";

const USED_UP = "Service using too much computer time for one day";

export function runTriggered(runner: Runner, execution: Execution, event: object): void {
  const { launch, leave } = enterByTrigger(runner.platform, execution, event);
  if (hasMinutes(runner.platform, execution)) leave(runner.run(execution, launch));
  else refuseTriggered(runner, execution);
}

export function hasMinutes(platform: Platform, { effectiveUser }: Execution): boolean {
  return quotaLeft(platform, effectiveUser, "triggerRunMs") > 0;
}

export function refuseTriggered(runner: Runner, execution: Execution): void {
  runner.refuse(execution, USED_UP);
}

/** Its end books the minutes. */
export function enterByTrigger(
  platform: Platform,
  execution: Execution,
  event: object,
): Entrance<null> {
  return {
    execution,
    launch: { path: execution.functionName, event, args: [], wants: "value" },
    leave: () => {
      const { effectiveUser, startedAt } = execution;
      const ranMs = platform.clock.now() - startedAt;
      if (ranMs > 0) useQuota(platform, effectiveUser, "triggerRunMs", startedAt, ranMs);
      platform.world.commit();
      return null;
    },
  };
}
