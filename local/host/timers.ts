// Fires clock triggers that are due, in the order of their times.
import { clockEvent } from "./clock-event.ts";
import { Execution } from "./execution.ts";
import type { Platform } from "./platform.ts";
import { quotaLeft, useQuota } from "./quota.ts";
import type { Runner } from "./runner.ts";
import { nextFiring } from "./schedule.ts";
import type { TriggerState } from "./world-state.ts";

const FIRINGS_PER_BATCH = 25;

/** Everything due up to now, each trigger once. */
export function fireDue(runner: Runner): number {
  const { clock, world } = runner.platform;
  const now = clock.now();
  const due = clockTriggers(runner.platform).filter(
    (trigger) => (trigger.nextAt ?? now + 1) <= now,
  );
  for (const trigger of due) if (world.state.triggers[trigger.id]) fire(runner, trigger);
  return due.length;
}

/** Moves the clock to `to`, firing what comes due; at most once per trigger in each `everyMs`. */
export function fireUntil(runner: Runner, to: number, everyMs: number | undefined): number {
  const { clock } = runner.platform;
  return clock.simulate(() => {
    const start = clock.now();
    let ran = 0;
    const fireNext = (): boolean => {
      const next = earliest(runner.platform);
      if (next === null || (next.nextAt ?? 0) > to) return false;
      clock.moveTo(next.nextAt ?? 0);
      const at = clock.now();
      ran += 1;
      fire(runner, next);
      if (everyMs !== undefined) skipRestOfInterval(runner.platform, next.id, at, start, everyMs);
      return true;
    };
    let more = true;
    while (more) {
      runner.batch(() => {
        for (let count = 0; more && count < FIRINGS_PER_BATCH; count += 1) more = fireNext();
      });
    }
    clock.moveTo(to);
    if (everyMs !== undefined) endLaziness(runner.platform, clock.now());
    runner.platform.world.commitClock();
    return ran;
  });
}

/** Only this move was lazy: from its end on every trigger keeps its own pace again. */
function endLaziness(platform: Platform, now: number): void {
  for (const trigger of clockTriggers(platform)) {
    if (!trigger.schedule) continue;
    const next = nextFiring(trigger.schedule, now);
    if (next !== null && (trigger.nextAt ?? 0) > next) setNext(platform, trigger, next);
  }
}

function skipRestOfInterval(
  platform: Platform,
  id: string,
  firedAt: number,
  start: number,
  everyMs: number,
): void {
  const trigger = platform.world.state.triggers[id];
  if (!trigger?.schedule || trigger.nextAt === null) return;
  const intervalEnd = start + (Math.floor((firedAt - start) / everyMs) + 1) * everyMs;
  if (trigger.nextAt >= intervalEnd) return;
  // The firing at the interval's very beginning belongs to the next interval.
  setNext(platform, trigger, nextFiring(trigger.schedule, intervalEnd - 1));
}

function clockTriggers(platform: Platform): TriggerState[] {
  return Object.values(platform.world.state.triggers)
    .filter((trigger) => trigger.kind === "clock" && trigger.nextAt !== null)
    .sort((left, right) => (left.nextAt ?? 0) - (right.nextAt ?? 0));
}

function earliest(platform: Platform): TriggerState | null {
  let first: TriggerState | null = null;
  for (const trigger of Object.values(platform.world.state.triggers)) {
    if (trigger.kind !== "clock" || trigger.nextAt === null) continue;
    if (first === null || trigger.nextAt < (first.nextAt ?? 0)) first = trigger;
  }
  return first;
}

function fire(runner: Runner, trigger: TriggerState): void {
  const { platform } = runner;
  const { clock, manifest, world } = platform;
  const startedAt = clock.now();
  // Before the run, so that a run which is cut off does not fire again at once.
  reschedule(platform, trigger.id);
  const execution = new Execution(
    trigger.handler,
    "clock",
    trigger.creator,
    trigger.creator,
    startedAt,
  );
  execution.triggerId = trigger.id;
  const fields = clockEvent(startedAt, trigger.id, manifest.timeZone);
  const minutesLeft = quotaLeft(world, trigger.creator, "triggerRunMs", startedAt) > 0;
  if (minutesLeft) {
    const event = { kind: "clock", fields };
    runner.run(execution, { path: trigger.handler, event, args: [], wants: "value" });
  } else runner.refuse(execution, "Service using too much computer time for one day");
  const ranMs = clock.now() - startedAt;
  if (ranMs > 0) useQuota(world, trigger.creator, "triggerRunMs", startedAt, ranMs);
  reschedule(platform, trigger.id);
  world.commit();
}

/** Skips what fell into the run. A handler may have deleted its own trigger, or made it anew. */
function reschedule(platform: Platform, id: string): void {
  const trigger = platform.world.state.triggers[id];
  if (!trigger?.schedule) return;
  setNext(platform, trigger, nextFiring(trigger.schedule, platform.clock.now()));
}

function setNext(platform: Platform, trigger: TriggerState, nextAt: number | null): void {
  platform.world.apply(["set", ["triggers", trigger.id, "nextAt"], nextAt]);
}
