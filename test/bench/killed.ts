// A kill before and after every service call of a run, each in a copy of its own: what goes twice, what never goes.
import type { Host } from "../../local/host/contract.ts";
import { lastRun } from "./bench-office.ts";

export interface Kills {
  readonly points: number;
  /** Mails that went more than once: at the worst point, and over all points. */
  readonly worst: number;
  readonly twice: number;
  readonly never: number;
}
interface Acts {
  readonly act: (host: Host) => void;
  readonly recover: (host: Host) => void;
}

/** Killed before and after each of its service calls, each time in a copy; then it runs on. */
export function killedEverywhere(
  prepared: Host,
  addresses: readonly string[],
  { act, recover }: Acts,
): Kills {
  const whole = prepared.fork();
  act(whole);
  const calls = lastRun(whole).calls.length;
  const known = prepared.outbox().length;
  const found = { points: 0, worst: 0, twice: 0, never: 0 };
  for (let atCall = 1; atCall <= calls; atCall += 1) {
    for (const when of ["before", "after"] as const) {
      const host = prepared.fork();
      host.inject({ atCall, kind: "kill", when });
      attempt(() => act(host));
      recover(host);
      const went = host.outbox().slice(known);
      const counts = addresses.map((address) => went.filter(({ to }) => to === address).length);
      const twice = counts.reduce((sum, count) => sum + Math.max(0, count - 1), 0);
      found.points += 1;
      found.twice += twice;
      found.worst = Math.max(found.worst, twice);
      found.never += counts.filter((count) => count === 0).length;
    }
  }
  return found;
}

function attempt(act: () => void): void {
  try {
    act();
  } catch {
    // Whoever pressed the button sees that it failed.
  }
}
