// What an account may use in a day (facts 4.1). The day starts with the first use and ends 24 hours later.
import { account, type QuotaName } from "./account.ts";
import { ServiceError } from "./errors.ts";
import type { Execution } from "./execution.ts";
import type { Platform } from "./platform.ts";
import type { World } from "./world.ts";

const DAY_MS = 86_400_000;

export function quotaLeft(world: World, user: string, name: QuotaName, now: number): number {
  return account.dailyQuotas[name] - used(world, user, name, now);
}

export function useQuota(
  world: World,
  user: string,
  name: QuotaName,
  now: number,
  amount: number,
): void {
  const key = `${user} ${name}`;
  const known = world.state.quotas[key];
  const running = known !== undefined && now < known.startedAt + DAY_MS;
  const next = running
    ? { startedAt: known.startedAt, used: known.used + amount }
    : { startedAt: now, used: amount };
  world.apply(["set", ["quotas", key], next]);
}

/** Reading and writing counts too, at a hundred times a mail's allowance; booked once per run. */
export function countUse(platform: Platform, execution: Execution, op: string): void {
  const name = quotaOf(op);
  if (name === null) return;
  const before = execution.used.get(name) ?? 0;
  const { world, clock } = platform;
  if (before >= quotaLeft(world, execution.effectiveUser, name, clock.now())) {
    const service = name === "properties" ? "properties" : "gmail";
    throw new ServiceError(`Service invoked too many times for one day: ${service}.`);
  }
  execution.used.set(name, before + 1);
}

export function bookUses({ world, clock }: Platform, execution: Execution): void {
  for (const [name, amount] of execution.used) {
    useQuota(world, execution.effectiveUser, name, clock.now(), amount);
  }
  execution.used.clear();
}

function quotaOf(op: string): QuotaName | null {
  if (op.startsWith("Properties.")) return "properties";
  if (op.startsWith("Gmail") && !/\.(send|sendEmail)$/.test(op)) return "gmailReadWrite";
  return null;
}

function used(world: World, user: string, name: QuotaName, now: number): number {
  const known = world.state.quotas[`${user} ${name}`];
  return known !== undefined && now < known.startedAt + DAY_MS ? known.used : 0;
}
