// Time zones: what a clock on the wall shows at an instant, and back.

const HOUR_MS = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, Map<number, number>>();

/** Zone minus UTC at an instant, in milliseconds. */
export function offsetMsAt(zone: string, instant: number): number {
  const known = cacheOf(zone);
  // Every zone in use since 1972 changes its offset on a quarter of an hour.
  const quarter = Math.floor(instant / (HOUR_MS / 4));
  const cached = known.get(quarter);
  if (cached !== undefined) return cached;
  const offset = measureOffset(zone, quarter * (HOUR_MS / 4));
  known.set(quarter, offset);
  return offset;
}

/** The wall clock's reading as if it were UTC. */
export function wallMs(zone: string, instant: number): number {
  return instant + offsetMsAt(zone, instant);
}

/** The instant a wall clock reading means; in a gap the later, in an overlap the earlier. */
export function instantOfWall(zone: string, wall: number): number {
  const first = wall - offsetMsAt(zone, wall - 24 * HOUR_MS);
  if (wallMs(zone, first) === wall) return first;
  const second = wall - offsetMsAt(zone, wall + 24 * HOUR_MS);
  return wallMs(zone, second) === wall ? second : first;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}

function cacheOf(zone: string): Map<number, number> {
  const known = offsets.get(zone) ?? new Map<number, number>();
  if (known.size > 20_000) known.clear();
  offsets.set(zone, known);
  return known;
}

function measureOffset(zone: string, instant: number): number {
  if (zone === "Etc/UTC" || zone === "UTC" || zone === "GMT") return 0;
  const fields: Record<string, number> = {};
  for (const part of formatOf(zone).formatToParts(instant)) fields[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  const wall = Date.UTC(year, month - 1, day, hour % 24, minute, second);
  return wall - Math.floor(instant / 1000) * 1000;
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, format);
  return format;
}
