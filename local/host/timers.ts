// Fires clock triggers that are due, in the order of their times.
import { clockEvent } from "./clock-event.ts";
import { Execution } from "./execution.ts";
import type { Platform } from "./platform.ts";
import type { Runner } from "./runner.ts";
import { nextFiring } from "./schedule.ts";
import { runTriggered } from "./triggered-run.ts";
import type { TriggerState } from "./world-state.ts";

const FIRINGS_PER_BATCH = 25;

/** Everything due up to now, each trigger once. */
export function fireDue(runner: Runner): number {
  const { clock, world } = runner.platform;
  const now = clock.now();
  const due = clockTriggers(runner.platform).filter(
    (trigger) => (trigger.nextAt ?? now + 1) <= now,
  );
  let ran = 0;
  for (const trigger of due) if (world.state.triggers[trigger.id]) ran += fire(runner, trigger);
  return ran;
}

/** Moves the clock to `to`, firing what comes due; at most once per trigger in each `everyMs`. */
export function fireUntil(runner: Runner, to: number, everyMs: number | undefined): number {
  const { clock, weather } = runner.platform;
  return clock.simulate(() => {
    if (weather.now.ticks === "none") return passOver(runner.platform, to);
    const start = clock.now();
    let ran = 0;
    const fireNext = (): boolean => {
      const next = earliest(runner.platform);
      if (next === null || (next.nextAt ?? 0) > to) return false;
      clock.moveTo(next.nextAt ?? 0);
      const at = clock.now();
      ran += fire(runner, next);
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

/** What came due on the way has not run, and is over. */
function passOver(platform: Platform, to: number): number {
  const due = clockTriggers(platform).filter(({ nextAt }) => (nextAt ?? 0) <= to);
  platform.clock.moveTo(to);
  for (const { id } of due) reschedule(platform, id);
  platform.world.commitClock();
  return 0;
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
    .filter((trigger) => trigger.kind === "clock" && trigger.nextAt !== null && !trigger.stopped)
    .sort((left, right) => (left.nextAt ?? 0) - (right.nextAt ?? 0));
}

function earliest(platform: Platform): TriggerState | null {
  let first: TriggerState | null = null;
  for (const trigger of Object.values(platform.world.state.triggers)) {
    if (trigger.kind !== "clock" || trigger.nextAt === null || trigger.stopped) continue;
    if (first === null || trigger.nextAt < (first.nextAt ?? 0)) first = trigger;
  }
  return first;
}

/** How many runs came of it. */
function fire(runner: Runner, trigger: TriggerState): number {
  const { platform } = runner;
  const { world, weather } = platform;
  // Before the run, so that a run which is cut off does not fire again at once.
  reschedule(platform, trigger.id);
  const times = { normal: 1, late: 1, twice: 2, none: 0 }[weather.now.ticks];
  for (let time = 0; time < times; time += 1) runTimer(runner, trigger);
  reschedule(platform, trigger.id);
  world.commit();
  return times;
}

function runTimer(runner: Runner, trigger: TriggerState): void {
  runTriggered(runner, ...timerRun(runner.platform, trigger));
}

/** What runs when a clock trigger fires, and the event it is given. */
export function timerRun(
  { clock, manifest }: Platform,
  { id, handler, creator }: TriggerState,
): readonly [Execution, { readonly kind: "clock"; readonly fields: object }] {
  const startedAt = clock.now();
  const execution = new Execution(handler, "clock", creator, creator, startedAt);
  execution.triggerId = id;
  return [execution, { kind: "clock", fields: clockEvent(startedAt, id, manifest.timeZone) }];
}

/** As the platform does now and then (facts 9.7). */
export function stopTrigger({ world }: Platform, id: string): void {
  if (!world.state.triggers[id]) throw new Error(`There is no trigger ${id}; see triggers().`);
  world.apply(["set", ["triggers", id, "stopped"], true]);
  world.commit();
}

/** Skips what fell into the run. A handler may have deleted its own trigger, or made it anew. */
function reschedule(platform: Platform, id: string): void {
  const trigger = platform.world.state.triggers[id];
  if (!trigger?.schedule) return;
  const next = nextFiring(trigger.schedule, platform.clock.now());
  const late = platform.weather.now.ticks === "late" && next !== null;
  setNext(platform, trigger, late ? next + lateByMs(next) : next);
}

/** One to nine minutes, as if by chance and yet always the same. */
function lateByMs(due: number): number {
  return (1 + ((Math.imul(Math.floor(due / 60_000), 0x9e3779b1) >>> 16) % 9)) * 60_000;
}

function setNext(platform: Platform, trigger: TriggerState, nextAt: number | null): void {
  platform.world.apply(["set", ["triggers", trigger.id, "nextAt"], nextAt]);
}
