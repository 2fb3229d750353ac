// What the last run left behind, so that an idle tick need read no row (design 3 and 5).
import type { Ports } from "../ports";
import { SPILL_PREFIX } from "./record-event";

export interface Cursor {
  /** Last row of Events when it was read. */
  readonly eventsRow: number;
  /** Events that still wait for an outcome. */
  readonly pending: number;
  /** The stop mark then. */
  readonly mark: string;
  /** Earliest next_at of an open row, epoch ms; null when none waits; 0: go on at once. */
  readonly nextDue: number | null;
  /** Rows are compared at least every ten minutes: typed and undone edits are all seen. */
  readonly lookAgainAt: number;
}

export function isIdle(ports: Ports, kept: Readonly<Record<string, string>>, now: number): boolean {
  const cursor = readCursor(kept);
  if (cursor === null || now >= cursor.lookAgainAt || cursor.pending > 0) return false;
  if ((kept.stop_mark ?? "") !== cursor.mark || (kept.sending_run ?? "") !== "") return false;
  if (cursor.nextDue !== null && cursor.nextDue <= now) return false;
  if (Object.keys(kept).some((key) => key.startsWith(SPILL_PREFIX))) return false;
  return ports.store.lastRow("Events") === cursor.eventsRow;
}

export function writeCursor(ports: Ports, cursor: Cursor): void {
  ports.properties.set("cursor", JSON.stringify(cursor));
}

/** Epoch ms; 0 when no run has been. */
export function lookAgainAt(kept: Readonly<Record<string, string>>): number {
  return readCursor(kept)?.lookAgainAt ?? 0;
}

function readCursor(kept: Readonly<Record<string, string>>): Cursor | null {
  try {
    return kept.cursor === undefined ? null : (JSON.parse(kept.cursor) as Cursor);
  } catch {
    return null;
  }
}
