// How long what is kept (Settings keep): "Contacts 2 y, Events 3 y". What is not named is kept.
import { DAY_MS } from "./time";

export const KEPT = ["Contacts", "Payers", "Events", "Sends", "Unmatched", "Runs"] as const;
export type KeptName = (typeof KEPT)[number];
export type Keep = Readonly<Partial<Record<KeptName, number>>>;

/** What is younger may still decide something. */
const LEAST_DAYS = 90;
const DAYS: Readonly<Record<string, number>> = { d: 1, m: 30, y: 365 };

/** In ms; null: a part of it is none. */
export function parseKeep(seen: string): Keep | null {
  const keep: Partial<Record<KeptName, number>> = {};
  for (const part of seen.split(/[,，]/).map((one) => one.trim())) {
    const [, named = "", count = "0", unit = ""] =
      /^([a-z]+) (\d{1,4}) ?([dmy])$/i.exec(part) ?? [];
    const name = KEPT.find((one) => one.toLowerCase() === named.toLowerCase());
    const days = Number(count) * (DAYS[unit.toLowerCase()] ?? 0);
    if (name === undefined || name in keep || days < LEAST_DAYS) return null;
    keep[name] = days * DAY_MS;
  }
  return keep;
}

/** Its parts as they are written, for a page. */
export function keptDays(ms: number): number {
  return Math.round(ms / DAY_MS);
}
