// Ports of which any one call can fail: before it acts, after it acted, or as the last of a killed run.
import type { Ports } from "../../src/ports";

export interface Fault {
  /** Which call, counted from 0. */
  readonly at: number;
  readonly when: "before" | "after";
  /** The whole run ends there: every later call fails, too. */
  readonly kill: boolean;
}

const GUARDED = [
  "store",
  "mailer",
  "locks",
  "properties",
  "stripe",
  "triggers",
  "workbook",
  "archive",
] as const;

/** The same ports, with one fault; `calls` fills up with what was called. */
export function faulty(ports: Ports, fault: Fault | null, calls: string[] = []): Ports {
  let dead = false;
  const guard = <T>(name: string, work: () => T): T => {
    const at = calls.push(name) - 1;
    if (dead) throw new Error(`${name}: the run is over.`);
    if (fault?.at !== at) return work();
    dead = fault.kill;
    if (fault.when === "after") work();
    throw new Error(`${name} failed ${fault.when} it acted.`);
  };
  const guarded = GUARDED.map((port) => [port, watched(port, ports[port], guard)] as const);
  return { ...ports, ...Object.fromEntries(guarded) };
}

type Guard = <T>(name: string, work: () => T) => T;

function watched<P extends object>(port: string, target: P, guard: Guard): P {
  return new Proxy(target, {
    get(_, name) {
      const value = Reflect.get(target, name, target) as unknown;
      if (typeof value !== "function") return value;
      return (...args: unknown[]) =>
        guard(`${port}.${String(name)}`, () => Reflect.apply(value, target, args) as unknown);
    },
  });
}

/** Each of that many calls failing before and after it acts, for each kind: as a killed run, or not. */
export function everyFault(callCount: number, kinds: readonly boolean[]): readonly Fault[] {
  const at = Array.from({ length: callCount }, (_, index) => index);
  return at.flatMap((index) =>
    kinds.flatMap((kill) =>
      (["before", "after"] as const).map((when) => ({ at: index, when, kill })),
    ),
  );
}
