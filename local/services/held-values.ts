// Readings of long ranges, remembered as long as the context lasts: what passes the door is only what differs from the last
// one. A script gets arrays and dates of its own each time, as it may change them.
import type { Rect } from "./range-area.ts";
import type { Wire } from "./wire.ts";

type Value = string | number | boolean | Date;
type Answer =
  | readonly [state: string, rows: Wire[][]]
  | readonly [state: string, none: null, changed: readonly (readonly [number, Wire[]])[]];
/** The host's end of the door. Of a state that it does not know it tells everything. */
export type AskSince = (state: string, rows: number) => Answer;

interface Line {
  readonly cells: Value[];
  /** Where dates stand, as epoch milliseconds. */
  readonly dates: readonly number[];
}
interface Held {
  state: string;
  readonly lines: (Line | undefined)[];
}

/** A short range is read faster than compared. */
const LONG_FROM_ROWS = 50;
/** The engine's own, which needs not ask the clock; taken before it is replaced. */
const EngineDate = Date;

const held = new Map<string, Held>();

export function isLong({ rows }: Rect): boolean {
  return rows >= LONG_FROM_ROWS;
}

export function readHeld(sheetId: number, area: Rect, ask: AskSince): Value[][] {
  const key = [sheetId, area.row, area.col, area.cols].join();
  const known = held.get(key);
  const [state, all, changed] = ask(known?.state ?? "", known?.lines.length ?? 0);
  const now: Held = known && all === null ? known : { state, lines: (all ?? []).map(toLine) };
  now.state = state;
  for (const [index, wires] of changed ?? []) now.lines[index] = toLine(wires);
  now.lines.length = area.rows;
  held.set(key, now);
  const blank: Value[] = Array.from({ length: area.cols }, () => "");
  const values: Value[][] = [];
  for (let at = 0; at < area.rows; at += 1) {
    const line = now.lines[at];
    values.push(line === undefined ? blank.slice() : copied(line));
  }
  return values;
}

function toLine(wires: Wire[]): Line {
  const dates: number[] = [];
  // In place: another array for each of ten thousand rows would have to be cleared away again.
  const cells = wires as Value[];
  for (const [index, wire] of wires.entries()) {
    if (wire === null) cells[index] = "";
    else if (Array.isArray(wire)) {
      dates.push(index);
      cells[index] = wire[0];
    }
  }
  return { cells, dates };
}

function copied({ cells, dates }: Line): Value[] {
  const copy = cells.slice();
  for (const index of dates) copy[index] = new EngineDate(Number(cells[index]));
  return copy;
}
