// What the last run left behind, so that an idle tick need read no row (design 3 and 5).
import { HOUR_MS, MINUTE_MS } from "../model/time";
import type { Ports } from "../ports";
import { SPILL_PREFIX } from "./doors/record-event";
import { ERASE_PREFIX } from "./persons-data/erase-wanted";
import { responseNews } from "./response/response-tab";

export interface Cursor {
  /** Last row of Events when it was read. */
  readonly eventsRow: number;
  /** The stop mark then. */
  readonly mark: string;
  /** When a row needs a mail or a waiting event another try, epoch ms; null: no clock does. */
  readonly nextDue: number | null;
  /** Rows are compared at least every ten minutes: typed and undone edits are all seen. */
  readonly lookAgainAt: number;
  /** When tabs that are seldom edited were last read. Absent: an older version left it. */
  readonly wholeAt?: number;
  /** When all of Events was last read. Absent: an older version left it. */
  readonly readAt?: number;
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

/** Typed, pasted and undone edits are all seen within this time, also when no trigger told of them. */
export const LOOK_AGAIN_MS = 10 * MINUTE_MS;

export interface Glance {
  /** "compare": nothing came and nothing is due, but it is time to look for edits no trigger told of. */
  readonly next: "nothing" | "compare" | "work";
  /** Last row of Events; null: it was not asked for. */
  readonly eventsRow: number | null;
}

/** `seen`: where Events ended a moment ago. */
export function whatToDo(ports: Ports, kept: Kept, now: number, seen: number | null): Glance {
  const cursor = readCursor(kept);
  if (cursor === null || hasWork(cursor, kept, now)) return { next: "work", eventsRow: null };
  const eventsRow = seen ?? ports.store.lastRow("Events");
  const news = eventsRow !== cursor.eventsRow || responseNews(ports, kept);
  if (news) return { next: "work", eventsRow };
  return { next: now >= cursor.lookAgainAt ? "compare" : "nothing", eventsRow };
}

/** A run sends, or was cut while it sent and has not been recovered. */
export function mailsUnderWay({ sending_run = "" }: Kept): boolean {
  return sending_run !== "";
}

/** Spilled events, and people to be erased. */
const WAITS = [SPILL_PREFIX, ERASE_PREFIX];

function hasWork({ mark, nextDue, recoverAt }: Cursor, kept: Kept, now: number): boolean {
  if ((kept.stop_mark ?? "") !== mark || (nextDue !== null && nextDue <= now)) return true;
  if (mailsUnderWay(kept) && recoverAt <= now) return true;
  return Object.keys(kept).some((key) => WAITS.some((one) => key.startsWith(one)));
}

/** An edit that a trigger told of is seen at the next run. Of what no trigger tells, these tabs are read for once an hour. */
const WHOLE_EVERY_MS = HOUR_MS;

/** No edit was told of, and quiet ticks look often enough for those nobody told of. */
export function mayBeBrief(kept: Kept, now: number): boolean {
  const cursor = readCursor(kept);
  if (cursor === null || (kept.stop_mark ?? "") !== cursor.mark) return false;
  const { lookAgainAt, wholeAt = 0 } = cursor;
  // While every tick has work, none is quiet.
  const late = now >= lookAgainAt + LOOK_AGAIN_MS || now >= wholeAt + 2 * WHOLE_EVERY_MS;
  // A clock that is put back must not make it brief for days.
  return !late && lookAgainAt <= now + LOOK_AGAIN_MS && wholeAt <= now;
}

/** Time for a quiet tick to read what is seldom edited. */
export function isWholeDue(kept: Kept, now: number): boolean {
  return now >= (readCursor(kept)?.wholeAt ?? 0) + WHOLE_EVERY_MS;
}

/** No pass has read Events for an hour: as many rows may have come since as a person took away, and it ends where it did. */
export function isReadDue(kept: Kept, now: number): boolean {
  return now >= (readCursor(kept)?.readAt ?? 0) + HOUR_MS;
}

/** What a brief run leaves as it was. */
export function looksOf(kept: Kept): Pick<Cursor, "lookAgainAt" | "wholeAt"> {
  const { lookAgainAt = 0, wholeAt = 0 } = readCursor(kept) ?? {};
  return { lookAgainAt, wholeAt };
}

/** Puts off the next comparison; everything else stands as it was. `read`: what it read besides the Queue. */
export function comparedAt(
  ports: Ports,
  kept: Kept,
  now: number,
  read: Pick<Cursor, "wholeAt" | "readAt">,
): void {
  const cursor = readCursor(kept);
  if (cursor === null) return;
  writeCursor(ports, { ...cursor, ...read, lookAgainAt: now + LOOK_AGAIN_MS });
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
