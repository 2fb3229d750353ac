// The heartbeat as a property, for whoever does not see the sheet: the doors, the hourly watch, a monitor outside.
import { MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";

type Kept = Readonly<Record<string, string>>;

/** Google starts a minute's trigger when it finds the time; this is no delay any more. */
const LATE_MS = 30 * MINUTE_MS;
/** As often as rows are compared: an idle tick in between writes nothing. */
const KEEP_MS = 10 * MINUTE_MS;
const SHOWN_EVERY_MIN = 5;
const BEAT = "beat";

/** When the timer last ran, to within ten minutes; null: never since this version came. */
export function beatOf(kept: Kept): number | null {
  return instantIn(kept, BEAT);
}

export function instantIn(kept: Kept, property: string): number | null {
  const at = Number(kept[property] ?? "");
  return at > 0 ? at : null;
}

/** 0: in time, or never begun. */
export function lateMs(kept: Kept, now: number): number {
  const since = now - (beatOf(kept) ?? now);
  return since > LATE_MS ? since : 0;
}

/** On Start here, to within five minutes: looking up its cell each minute would cost some of the day's trigger minutes. */
export function isShown(kept: Kept, now: number): boolean {
  const late = now - (beatOf(kept) ?? 0) >= KEEP_MS || (kept.timer_late ?? "") !== "";
  return late || Math.floor(now / MINUTE_MS) % SHOWN_EVERY_MIN === 0;
}

export function keepBeat(ports: Ports, kept: Kept, now: number): void {
  if (isBeatDue(kept, now)) beginBeat(ports, now);
}

/** Every ten minutes. */
export function isBeatDue(kept: Kept, now: number): boolean {
  return now - (beatOf(kept) ?? 0) >= KEEP_MS;
}

/** From here on the timer is expected to run. */
export function beginBeat({ properties }: Ports, now: number): void {
  properties.set(BEAT, String(now));
}
