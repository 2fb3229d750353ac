// Wall times of the file's own zone to instants and back, with few questions to the platform.
import type { Wall } from "../../events/adopt-date";
import { MINUTE_MS, SECOND_MS } from "../../model/time";
import type { Workbook } from "../../ports";

/** Clocks are put back and forward at some quarter of an hour: one question for each is enough. */
const QUARTER_MS = 15 * MINUTE_MS;

export interface WallReader {
  readonly instantOf: (wall: Wall) => number;
  /** "2026-03-02 09:00:30": sorts as it happened, but for the hour that autumn repeats. */
  readonly wallOf: (at: number) => string;
}

export function wallReader(workbook: Workbook): WallReader {
  const offsets = new Map<number, number>();
  const offsetAt = (at: number): number => {
    const from = Math.floor(at / QUARTER_MS) * QUARTER_MS;
    const known = offsets.get(from) ?? offsetOf(workbook, from);
    offsets.set(from, known);
    return known;
  };
  return {
    instantOf({ year, month, day, hour, minute, second }) {
      const shown = Date.UTC(year, month - 1, day, hour, minute, second);
      const near = shown - offsetAt(shown);
      return shown - offsetAt(near);
    },
    wallOf(at) {
      const shown = new Date(Math.floor((at + offsetAt(at)) / SECOND_MS) * SECOND_MS);
      return shown.toISOString().slice(0, 19).replace("T", " ");
    },
  };
}

/** How far the file's clock is ahead of UTC. */
function offsetOf(workbook: Workbook, at: number): number {
  const shown = Date.parse(`${workbook.wallTime(at, "").text.replace(" ", "T")}:00Z`);
  return Number.isNaN(shown) ? 0 : shown - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}
