// Units of time. Instants are epoch milliseconds everywhere in the code.

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

const UNITS_MS: Readonly<Record<string, number>> = {
  min: MINUTE_MS,
  h: HOUR_MS,
  d: DAY_MS,
};

/** Cells keep whole seconds; rounding up keeps "not before" true. */
export function toWholeSecond(instantMs: number): number {
  return Math.ceil(instantMs / SECOND_MS) * SECOND_MS;
}

/** "2026-03-02". */
export function utcDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** "48 h", "7 d", "30 min" or "0" in milliseconds; null for anything else. */
export function parseWait(seen: string): number | null {
  const wait = seen.trim().toLowerCase();
  if (wait === "0") return 0;
  const match = /^(\d{1,5}) ?(min|h|d)$/.exec(wait);
  const unitMs = UNITS_MS[match?.[2] ?? ""];
  return match?.[1] === undefined || unitMs === undefined ? null : Number(match[1]) * unitMs;
}
