// What an account may use in a day. The day starts with the first use and ends 24 hours later.
import { account, type QuotaName } from "./account.ts";
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

function used(world: World, user: string, name: QuotaName, now: number): number {
  const known = world.state.quotas[`${user} ${name}`];
  return known !== undefined && now < known.startedAt + DAY_MS ? known.used : 0;
}
