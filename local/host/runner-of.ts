// The inside of a host, for those parts of the laboratory that need more than its contract.
import type { Host } from "./contract.ts";
import type { Runner } from "./runner.ts";

const runners = new WeakMap<Host, Runner>();

export function noteRunner(host: Host, runner: Runner): void {
  runners.set(host, runner);
}

export function runnerOf(host: Host): Runner {
  const runner = runners.get(host);
  if (runner === undefined) throw new Error("Only what openHost or fork has made is a host here.");
  return runner;
}
