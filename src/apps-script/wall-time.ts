// A cell holds wall time: in the hour that autumn repeats, two instants look the same.

/** Longer than any clock has ever been put back. */
const REPEATED_MS_MAX = 3 * 60 * 60 * 1000;

export function sameWallTime(one: number, other: number): boolean {
  if (Math.abs(one - other) > REPEATED_MS_MAX) return false;
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const [first, second] = [one, other].map((at) =>
    Utilities.formatDate(new Date(at), zone, "yyyy-MM-dd HH:mm:ss"),
  );
  return first === second;
}
