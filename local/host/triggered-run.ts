// A run that a trigger starts: it draws on the day's trigger minutes, and is refused when they are used up.
import type { Execution } from "./execution.ts";
import { quotaLeft, useQuota } from "./quota.ts";
import type { Runner } from "./runner.ts";

const USED_UP = "Service using too much computer time for one day";

export function runTriggered(
  runner: Runner,
  execution: Execution,
  event: Readonly<Record<string, unknown>>,
): void {
  const { platform } = runner;
  const { effectiveUser, startedAt } = execution;
  if (quotaLeft(platform, effectiveUser, "triggerRunMs") > 0) {
    const path = execution.functionName;
    runner.run(execution, { path, event, args: [], wants: "value" });
  } else runner.refuse(execution, USED_UP);
  const ranMs = platform.clock.now() - startedAt;
  if (ranMs > 0) useQuota(platform, effectiveUser, "triggerRunMs", startedAt, ranMs);
  platform.world.commit();
}
