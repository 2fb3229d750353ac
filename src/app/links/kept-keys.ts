// Keys that addresses carry: of links in mails, and of keyed posts. Each can be changed; those before it hold for a while.
import { DAY_MS } from "../../model/time";
import type { Ports } from "../../ports";

type Kept = Readonly<Record<string, string>>;
export type KeyName = "link_secret" | "hook_key";

/** One that is given out no more, and until when it is taken. */
interface Former {
  readonly key: string;
  readonly until: number;
}
/** Links hold for three years (link-token.ts); other programs are told of a new address within a week. */
export const HOLDS_MS: Readonly<Record<KeyName, number>> = {
  link_secret: (3 * 365 + 1) * DAY_MS,
  hook_key: 7 * DAY_MS,
};
/** A property holds 9 KB. */
const FORMER_MAX = 20;

/** What is given out now. Links have had no key of their own from the beginning. */
export function keyNow(kept: Kept, name: KeyName): string {
  return (kept[name] ?? "") || (name === "link_secret" ? (kept.token_secret ?? "") : "");
}

/** What is taken, the newest first; never an empty one. */
export function keysTaken(kept: Kept, name: KeyName, now: number): readonly string[] {
  const former = formerOf(kept, name).flatMap(({ key, until }) => (now < until ? [key] : []));
  return [keyNow(kept, name), ...former].filter((key) => key !== "");
}

/** When the last of those before it ends; null: there is none. */
export function formerUntil(kept: Kept, name: KeyName, now: number): number | null {
  const ends = formerOf(kept, name).flatMap(({ until }) => (now < until ? [until] : []));
  return ends.length === 0 ? null : Math.max(...ends);
}

/** `leaked`: none before it is taken any more. What was noted first is never more than what holds. */
export function changeKey(ports: Ports, name: KeyName, leaked: boolean): void {
  const { properties, secrets, clock } = ports;
  const kept = properties.all();
  const now = clock.now();
  const key = keyNow(kept, name);
  const before = formerOf(kept, name).filter(({ until }) => now < until);
  const until = now + HOLDS_MS[name];
  const former = leaked || key === "" ? [] : [{ key, until }, ...before];
  if (former.length === 0) properties.remove(placeOf(name));
  else properties.set(placeOf(name), JSON.stringify(former.slice(0, FORMER_MAX)));
  properties.set(name, (secrets.uuid() + secrets.uuid()).replace(/-/g, ""));
}

function placeOf(name: KeyName): string {
  return `${name}_before`;
}

function formerOf(kept: Kept, name: KeyName): readonly Former[] {
  try {
    return JSON.parse(kept[placeOf(name)] ?? "[]") as readonly Former[];
  } catch {
    return [];
  }
}
