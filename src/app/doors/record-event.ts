// The one way an event enters: appended under the script lock, or spilled into a property, or honestly not stored.
import type { EventRow, Outcome } from "../../../sheets-schema/index";
import { byteLength } from "../../model/byte-length";
import { cutText } from "../../model/one-line";
import type { Ports } from "../../ports";

/** Longer waits let 30 waiting requests starve the triggers (facts 1.33). */
const LOCK_WAIT_MS = 8_000;
/** An append costs 0.3 s: the lock is held for less than 3 s, and doors get in between. */
const ROWS_PER_LOCK = 8;
/** A property holds 9 KB; the rest is for its key and for wide characters. */
const SPILL_BYTES_MAX = 8 * 1024;
/** Of the 500 KB store. Stripe needs only an id and may go further than forms. */
const STORE_MAX_FORMS = 250_000;
const STORE_MAX_STRIPE = 450_000;
export const SPILL_PREFIX = "spill:";

export interface NewEvent {
  readonly source: "form" | "stripe" | "page" | "sheet" | "api" | "rule" | "import" | "mailbox";
  readonly type: string;
  readonly key: string;
  readonly who: string;
  readonly payload: string;
  readonly occurredAt: number;
  readonly outcome?: Outcome;
  readonly reason?: string;
  /** True for whatever can stop a send: the batch then looks again before its next mail. */
  readonly stops: boolean;
}

/** False: nothing could be stored, and the sender must be told to come again. */
export function recordEvent(
  ports: Ports,
  event: NewEvent,
  properties: Readonly<Record<string, string>>,
): boolean {
  const row = eventRow(ports, event);
  const stored = appended(ports, row) || spilled(ports, event, row, properties);
  // Without its mark a running batch would not look again; whoever sent it comes again, and it counts once.
  return stored && (!event.stops || marked(ports, row.id));
}

/** True: all are in. False: Events was busy; the first ones may be in, the others are not. */
export function appendEvents({ locks, store }: Ports, rows: readonly EventRow[]): boolean {
  for (let from = 0; from < rows.length; from += ROWS_PER_LOCK) {
    const some = rows.slice(from, from + ROWS_PER_LOCK);
    if (!locks.intake(LOCK_WAIT_MS, () => store.append("Events", some)).held) return false;
  }
  return true;
}

/** A fresh random value, never a counter: two doors at once must not write the same mark. */
export function markStop(ports: Ports): void {
  ports.properties.set("stop_mark", ports.secrets.uuid());
}

function marked(ports: Ports, eventId: string): boolean {
  try {
    markStop(ports);
    return true;
  } catch (error) {
    ports.log.warn(`${eventId} is stored, its stop mark is not: ${String(error)}`);
    return false;
  }
}

export function eventRow(ports: Ports, event: NewEvent): EventRow {
  return {
    id: `e_${ports.secrets.uuid().replace(/-/g, "").slice(0, 16)}`,
    received_at: ports.clock.now(),
    occurred_at: event.occurredAt,
    source: event.source,
    type: event.type,
    key: event.key,
    who: event.who,
    payload: event.payload,
    outcome: event.outcome ?? "",
    reason: event.reason ?? "",
  };
}

function appended(ports: Ports, row: EventRow): boolean {
  try {
    return appendEvents(ports, [row]);
  } catch (error) {
    ports.log.warn(`Events: append failed, spilling ${row.id}: ${String(error)}`);
    return false;
  }
}

function spilled(
  ports: Ports,
  event: NewEvent,
  row: EventRow,
  properties: Readonly<Record<string, string>>,
): boolean {
  const storeMax = event.source === "stripe" ? STORE_MAX_STRIPE : STORE_MAX_FORMS;
  if (sizeOf(properties) > storeMax) return false;
  try {
    ports.properties.set(`${SPILL_PREFIX}${row.id}`, fitted(row));
    return true;
  } catch (error) {
    ports.log.warn(`spill of ${row.id} failed: ${String(error)}`);
    return false;
  }
}

/** The row as JSON within the size of a property: the payload's long texts give way first. */
function fitted(row: EventRow): string {
  for (const charactersMax of [2_000, 500, 100, 20]) {
    const text = JSON.stringify({ ...row, payload: shortened(row.payload, charactersMax) });
    if (byteLength(text) <= SPILL_BYTES_MAX) return text;
  }
  return JSON.stringify({ ...row, payload: "" });
}

function shortened(payload: string, charactersMax: number): string {
  const cut = (_key: string, value: unknown) =>
    typeof value === "string" ? cutText(value, Math.max(charactersMax, 254)) : value;
  return payload === "" ? "" : JSON.stringify(JSON.parse(payload), cut);
}

function sizeOf(properties: Readonly<Record<string, string>>): number {
  return Object.entries(properties).reduce(
    (sum, [key, value]) => sum + byteLength(key) + byteLength(value),
    0,
  );
}
