// What the last run left behind, so that an idle tick need read no row (design 3 and 5).
import type { Ports } from "../ports";
import { SPILL_PREFIX } from "./record-event";
import { responseNews } from "./response-tab";

export interface Cursor {
  /** Last row of Events when it was read. */
  readonly eventsRow: number;
  /** The stop mark then. */
  readonly mark: string;
  /** When a row needs a mail or a waiting event another try, epoch ms; null: no clock does. */
  readonly nextDue: number | null;
  /** Rows are compared at least every ten minutes: typed and undone edits are all seen. */
  readonly lookAgainAt: number;
  /** A run that left mails unsure puts off its own recovery; a run that was cut left no such word. */
  readonly recoverAt: number;
  /** Where the most rows ever seen end, empty ones left out. Fewer: an old version was restored. */
  readonly highWater: HighWater;
  /** Rows and people that stood at its end. Fewer: a person deleted some since. Absent: an older version left it. */
  readonly stood?: Stood;
}
export interface Stood {
  readonly queue: number;
  readonly contacts: number;
}
export interface HighWater {
  readonly events: number;
  readonly sends: number;
}

type Kept = Readonly<Record<string, string>>;

/** "compare": nothing came and nothing is due, but it is time to look for edits no trigger told of. */
export function whatToDo(ports: Ports, kept: Kept, now: number): "nothing" | "compare" | "work" {
  const cursor = readCursor(kept);
  if (cursor === null || (kept.stop_mark ?? "") !== cursor.mark) return "work";
  if (cursor.nextDue !== null && cursor.nextDue <= now) return "work";
  if ((kept.sending_run ?? "") !== "" && cursor.recoverAt <= now) return "work";
  if (Object.keys(kept).some((key) => key.startsWith(SPILL_PREFIX))) return "work";
  if (ports.store.lastRow("Events") !== cursor.eventsRow) return "work";
  if (responseNews(ports, kept)) return "work";
  return now >= cursor.lookAgainAt ? "compare" : "nothing";
}

/** Puts off the next comparison; everything else stands as it was. */
export function comparedAt(ports: Ports, kept: Kept, lookAgainAt: number): void {
  const cursor = readCursor(kept);
  if (cursor !== null) writeCursor(ports, { ...cursor, lookAgainAt });
}

export function writeCursor(ports: Ports, cursor: Cursor): void {
  ports.properties.set("cursor", JSON.stringify(cursor));
}

export function highWaterOf(kept: Kept): HighWater {
  return readCursor(kept)?.highWater ?? { events: 0, sends: 0 };
}

/** Null: not counted yet. */
export function stoodOf(kept: Kept): Stood | null {
  return readCursor(kept)?.stood ?? null;
}

/** True: no row waits for its time. */
export function nothingDue(kept: Kept): boolean {
  return readCursor(kept)?.nextDue === null;
}

/** The owner says that what is missing was meant to go. */
export function forgetHighWater(ports: Ports): void {
  ports.properties.remove("cursor");
}

function readCursor(kept: Kept): Cursor | null {
  try {
    return kept.cursor === undefined ? null : (JSON.parse(kept.cursor) as Cursor);
  } catch {
    return null;
  }
}
