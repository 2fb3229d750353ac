// What a clock shows in a zone. A cell holds wall time: in the hour that autumn repeats, two instants look the same.
import type { WallTime } from "../model/date-words";

/** Longer than any clock has ever been put back. */
const REPEATED_MS_MAX = 3 * 60 * 60 * 1000;
const HALF_A_YEAR_MS = 182 * 24 * 60 * 60 * 1000;
/** Zones whose clocks show GMT all year, as far as they are in use. */
const ALWAYS_GMT =
  /^(GMT|Greenwich|Iceland|Etc\/(GMT|Greenwich)|Atlantic\/(Reykjavik|St_Helena)|America\/Danmarkshavn|Africa\/(Abidjan|Accra|Bamako|Banjul|Bissau|Conakry|Dakar|Freetown|Lome|Monrovia|Nouakchott|Ouagadougou|Sao_Tome))$/;

export function sameWallTime(one: number, other: number): boolean {
  if (Math.abs(one - other) > REPEATED_MS_MAX) return false;
  const zone = fileZone();
  const [first, second] = [one, other].map((at) => shown(at, zone, "yyyy-MM-dd HH:mm:ss"));
  return first === second;
}

export function wallTime(atMs: number, zone: string): WallTime {
  const known = isKnown(zone, atMs) ? zone : fileZone();
  return { text: shown(atMs, known, "yyyy-MM-dd HH:mm"), zone: known };
}

/** The platform takes a zone it does not know for GMT and says nothing; "GMT+99" it counts out. */
function isKnown(zone: string, atMs: number): boolean {
  if (zone === "" || /^GMT[+-]/.test(zone)) return false;
  try {
    const names = [atMs, atMs + HALF_A_YEAR_MS].map((at) => shown(at, zone, "z"));
    return names.some((name) => name !== "GMT") || ALWAYS_GMT.test(zone);
  } catch {
    return false;
  }
}

function fileZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}

function shown(atMs: number, zone: string, pattern: string): string {
  return Utilities.formatDate(new Date(atMs), zone, pattern);
}
