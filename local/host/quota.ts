// What an account may use in a day (facts 4.1). The day starts with the first use and ends 24 hours later, or rolls.
import { account, type QuotaName } from "./account.ts";
import { ServiceError } from "./errors.ts";
import type { Execution } from "./execution.ts";
import type { Platform } from "./platform.ts";
import type { QuotaUse } from "./world-state.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

export function quotaLeft(platform: Platform, user: string, name: QuotaName): number {
  return limitOf(platform, name) - usedUntil(platform, user, name, platform.clock.now());
}

/** What the account is told, which may lag behind what it has left. */
export function quotaShown(platform: Platform, user: string, name: QuotaName): number {
  const until = platform.clock.now() - platform.weather.now.quotaLagMs;
  return limitOf(platform, name) - usedUntil(platform, user, name, until);
}

export function useQuota(
  platform: Platform,
  user: string,
  name: QuotaName,
  now: number,
  amount: number,
): void {
  const { world, weather } = platform;
  const key = `${user} ${name}`;
  const known = world.state.quotas[key];
  const running = known !== undefined && now < known.startedAt + DAY_MS;
  const window = running
    ? { startedAt: known.startedAt, used: known.used + amount }
    : { startedAt: now, used: amount };
  const counted = weather.now.rollingQuota || weather.now.quotaLagMs > 0;
  const parts = counted ? { parts: partsWith(known, now, amount) } : {};
  world.apply(["set", ["quotas", key], { ...window, ...parts }]);
}

/** Reading and writing counts too, at a hundred times a mail's allowance; booked once per run. */
export function countUse(platform: Platform, execution: Execution, op: string): void {
  const name = quotaOf(op);
  if (name === null) return;
  const before = execution.used.get(name) ?? 0;
  if (before >= quotaLeft(platform, execution.effectiveUser, name)) {
    const service = name === "properties" ? "properties" : "gmail";
    throw new ServiceError(`Service invoked too many times for one day: ${service}.`);
  }
  execution.used.set(name, before + 1);
}

export function bookUses(platform: Platform, execution: Execution): void {
  for (const [name, amount] of execution.used) {
    useQuota(platform, execution.effectiveUser, name, platform.clock.now(), amount);
  }
  execution.used.clear();
}

function limitOf({ workspace }: Platform, name: QuotaName): number {
  return (workspace ? account.workspaceQuotas : account.dailyQuotas)[name];
}

function quotaOf(op: string): QuotaName | null {
  if (op.startsWith("Properties.")) return "properties";
  if (op.startsWith("Gmail") && !/\.(send|sendEmail)$/.test(op)) return "gmailReadWrite";
  return null;
}

/** `until`: uses after it are not known yet. */
function usedUntil(platform: Platform, user: string, name: QuotaName, until: number): number {
  const { world, weather, clock } = platform;
  const known = world.state.quotas[`${user} ${name}`];
  if (known === undefined) return 0;
  const { rollingQuota } = weather.now;
  if (!rollingQuota && clock.now() >= known.startedAt + DAY_MS) return 0;
  if (!rollingQuota && until >= clock.now()) return known.used;
  const from = rollingQuota ? until - DAY_MS : known.startedAt - 1;
  return partsOf(known).reduce(
    (sum, [at, amount]) => (at > from && at <= until ? sum + amount : sum),
    0,
  );
}

/** Those of one minute are one, of the last one's time. */
function partsWith(known: QuotaUse | undefined, now: number, amount: number): QuotaUse["parts"] {
  const recent = partsOf(known).filter(([then]) => then > now - DAY_MS);
  const last = recent[recent.length - 1];
  if (last === undefined || minuteOf(last[0]) !== minuteOf(now)) return [...recent, [now, amount]];
  return [...recent.slice(0, -1), [now, last[1] + amount]];
}

function minuteOf(at: number): number {
  return Math.floor(at / MINUTE_MS);
}

function partsOf(known: QuotaUse | undefined): NonNullable<QuotaUse["parts"]> {
  return known?.parts ?? (known === undefined ? [] : [[known.startedAt, known.used]]);
}
