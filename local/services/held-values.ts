// Readings of long ranges, remembered within one execution: what passes the door is only what differs from the last one.
// A script gets arrays and dates of its own each time, as it may change them.
import { executionCount } from "./door.ts";
import type { Rect } from "./range-area.ts";
import type { Wire } from "./wire.ts";

type Value = string | number | boolean | Date;
type Answer =
  | readonly [version: number, rows: Wire[][]]
  | readonly [version: number, none: null, changed: readonly (readonly [number, Wire[]])[]];
/** The host's end of the door. */
export type AskSince = (version: number, rows: number) => Answer;

interface Line {
  readonly cells: Value[];
  /** Where dates stand, as epoch milliseconds. */
  readonly dates: readonly number[];
}
interface Held {
  version: number;
  readonly lines: (Line | undefined)[];
}

/** A short range is read faster than compared. */
const LONG_FROM_ROWS = 50;
/** No grid has changed less often than never. */
const NOTHING = -1;

/** The engine's own, which needs not ask the clock; taken before it is replaced. */
const EngineDate = Date;

const held = new Map<string, Held>();
let heldIn = 0;

export function isLong({ rows }: Rect): boolean {
  return rows >= LONG_FROM_ROWS;
}

export function readHeld(sheetId: number, area: Rect, ask: AskSince): Value[][] {
  if (heldIn !== executionCount()) held.clear();
  heldIn = executionCount();
  const key = [sheetId, area.row, area.col, area.cols].join();
  const known = held.get(key);
  const [version, all, changed] = ask(known?.version ?? NOTHING, known?.lines.length ?? 0);
  const now: Held = known && all === null ? known : { version, lines: (all ?? []).map(toLine) };
  now.version = version;
  for (const [index, wires] of changed ?? []) now.lines[index] = toLine(wires);
  now.lines.length = area.rows;
  held.set(key, now);
  const blank: Value[] = Array.from({ length: area.cols }, () => "");
  // Not map, which leaves holes where a blank row was not sent.
  return Array.from(now.lines, (line) => (line === undefined ? blank.slice() : copied(line)));
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
