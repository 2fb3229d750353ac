// How far a zone's clock is ahead: by the engine's own table of zones, which costs no call; by the platform's where it lacks one.
import type { Zones } from "../model/zone";

/** Clocks are put forward and back at some quarter of an hour. */
const QUARTER_MS = 15 * 60 * 1000;
const SUMMER_2026_MS = Date.UTC(2026, 6, 1);
const BERLIN_IN_SUMMER_MS = 2 * 60 * 60 * 1000;

/** For one execution: what was asked is remembered. */
export function makeZones(): Zones {
  const known = new Map<string, number | null>();
  let measure: Zones["offsetMs"] | undefined;
  return {
    offsetMs(zone, atMs) {
      const quarter = Math.floor(atMs / QUARTER_MS);
      const key = `${quarter} ${zone}`;
      const before = known.get(key);
      if (before !== undefined) return before;
      measure ??= engineKnowsZones() ? engineTable() : platformOffset;
      const offset = measure(zone, quarter * QUARTER_MS);
      known.set(key, offset);
      return offset;
    },
  };
}

export function engineKnowsZones(): boolean {
  try {
    return engineTable()("Europe/Berlin", SUMMER_2026_MS) === BERLIN_IN_SUMMER_MS;
  } catch {
    return false;
  }
}

export function engineTable(): Zones["offsetMs"] {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (zone, atMs) => {
    try {
      const format = formats.get(zone) ?? formatOf(zone);
      formats.set(zone, format);
      return shownBy(format, atMs) - atMs;
    } catch {
      return null;
    }
  };
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const number = "numeric" as const;
  const parts = { year: number, month: number, day: number, hour: number, minute: number };
  return new Intl.DateTimeFormat("en-US", { timeZone: zone, hourCycle: "h23", ...parts });
}

function shownBy(format: Intl.DateTimeFormat, atMs: number): number {
  const shown: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(new Date(atMs))) shown[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = shown;
  return Date.UTC(year, month - 1, day, hour % 24, minute);
}

/** The platform takes a zone it does not know for GMT and says nothing: such a name is no zone. */
export function platformOffset(zone: string, atMs: number): number | null {
  try {
    const shown = Utilities.formatDate(new Date(atMs), zone, "yyyy-MM-dd'T'HH:mm:ss'Z' z");
    const [at = "", name] = shown.split(" ");
    const offset = Date.parse(at) - atMs;
    const named = name !== "GMT" || /^(GMT|UTC|Etc\/|Africa\/|Atlantic\/|Europe\/)/.test(zone);
    return Number.isNaN(offset) || !named ? null : offset;
  } catch {
    return null;
  }
}
