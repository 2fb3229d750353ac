// What the last run left behind, so that an idle tick need read no row (design 3 and 5).
import type { Ports } from "../ports";
import { SPILL_PREFIX } from "./record-event";

export interface Cursor {
  /** Last row of Events when it was read. */
  readonly eventsRow: number;
  /** The stop mark then. */
  readonly mark: string;
  /** Earliest next_at of an open row, epoch ms; null when none waits; 0: go on at once. */
  readonly nextDue: number | null;
  /** Rows are compared at least every ten minutes: typed and undone edits are all seen. */
  readonly lookAgainAt: number;
}

/** "compare": nothing came and nothing is due, but it is time to look for edits no trigger told of. */
export function whatToDo(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  now: number,
): "nothing" | "compare" | "work" {
  const cursor = readCursor(kept);
  if (cursor === null) return "work";
  if ((kept.stop_mark ?? "") !== cursor.mark || (kept.sending_run ?? "") !== "") return "work";
  if (cursor.nextDue !== null && cursor.nextDue <= now) return "work";
  if (Object.keys(kept).some((key) => key.startsWith(SPILL_PREFIX))) return "work";
  if (ports.store.lastRow("Events") !== cursor.eventsRow) return "work";
  return now >= cursor.lookAgainAt ? "compare" : "nothing";
}

/** Puts off the next comparison; everything else stands as it was. */
export function comparedAt(
  ports: Ports,
  kept: Readonly<Record<string, string>>,
  lookAgainAt: number,
): void {
  const cursor = readCursor(kept);
  if (cursor !== null) writeCursor(ports, { ...cursor, lookAgainAt });
}

export function writeCursor(ports: Ports, cursor: Cursor): void {
  ports.properties.set("cursor", JSON.stringify(cursor));
}

function readCursor(kept: Readonly<Record<string, string>>): Cursor | null {
  try {
    return kept.cursor === undefined ? null : (JSON.parse(kept.cursor) as Cursor);
  } catch {
    return null;
  }
}
