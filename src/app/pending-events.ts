// Events that wait to be applied: spilled ones brought home, edits noticed, and the rows still without an outcome.
import type { EventRow } from "../../sheets-schema/index";
import { waitsForLive } from "../events/stripe-payment";
import type { Settings } from "../model/settings";
import type { Ports, StoredRow } from "../ports";
import type { EditedRow } from "./book";
import { appendEvents, eventRow, SPILL_PREFIX } from "./doors/record-event";
import { LISTED_MS } from "./reconcile/reconcile-state";
import { isUnheard } from "./unmatched/unheard";
import { resolvedPayment } from "./unmatched/unmatched";

export interface EventLog {
  /** Without an outcome, in sheet order; behind them what Stripe was silent about, as soon as it answers again. */
  readonly pending: readonly EventRow[];
  /**
   * Key → id of the event that settled it. Refused and unmatched ones settle nothing: the true one, or a better answer,
   * may still come. Nor does a keyed post for which nobody waited: the same may be posted once somebody does.
   */
  readonly settled: ReadonlyMap<string, string>;
  /** Given up after a day of Stripe's silence that lasts, and neither told again nor named by a person since. */
  readonly unheard: readonly EventRow[];
  /** How many there are: rows that a person left empty are none. */
  readonly count: number;
}

/** `asksAgain`: Stripe answers, and may be asked once more for what it was silent about. */
export function readEvents(
  { store, clock }: Ports,
  mode: Settings["mode"],
  asksAgain: boolean,
): EventLog {
  const settled = new Map<string, string>();
  const pending: EventRow[] = [];
  const silent: EventRow[] = [];
  let count = 0;
  const rows = store.read("Events");
  for (const { cells } of rows) {
    if (cells.id === "") continue;
    count += 1;
    // A payment that came while the sheet rehearsed is still a payment when it goes LIVE.
    const rehearsed = cells.outcome === "IGNORED" && waitsForLive(cells.reason);
    if (cells.outcome === "" || (rehearsed && mode === "LIVE")) pending.push(cells);
    else if (rehearsed) continue;
    else if (isUnheard(cells)) silent.push(cells);
    else if (settles(cells) && !settled.has(cells.key)) settled.set(cells.key, cells.id);
  }
  const unheard = stillUnheard(silent, rows);
  const asked = asksAgain ? unheard.filter((event) => isListed(event, clock.now())) : [];
  return {
    pending: [...pending, ...asked],
    ...{ settled, count, unheard: unheard.filter((event) => !asked.includes(event)) },
  };
}

/** Neither told again with an outcome since, nor named by a person. */
function stillUnheard(
  silent: readonly EventRow[],
  rows: readonly StoredRow<"Events">[],
): readonly EventRow[] {
  if (silent.length === 0) return [];
  const others = rows.filter(({ cells }) => cells.outcome !== "" && !isUnheard(cells));
  const keys = others.flatMap(({ cells: { key } }) => [key, ...resolvedPayment(key)]);
  const heard = new Set(keys);
  return silent.filter(({ key }) => !heard.has(key));
}

/** Later Stripe knows it no more, and its "unknown" would say nothing. */
function isListed({ received_at }: EventRow, now: number): boolean {
  return now - (received_at ?? now) < LISTED_MS;
}

function settles({ outcome, key, source }: EventRow): boolean {
  return key !== "" && (outcome === "APPLIED" || (outcome === "IGNORED" && source !== "api"));
}

/** Appends what doors could only spill. A property goes away only after its row is flushed. False: not now. */
export function drainSpill(ports: Ports, kept: Readonly<Record<string, string>>): boolean {
  const spilled = Object.entries(kept).filter(([key]) => key.startsWith(SPILL_PREFIX));
  if (spilled.length === 0) return true;
  const known = new Set(ports.store.read("Events").map(({ cells }) => cells.id));
  const rows = spilled.flatMap(([, value]) => parsedRow(value)).filter(({ id }) => !known.has(id));
  if (!appendEvents(ports, rows)) return false;
  for (const [key] of spilled) ports.properties.remove(key);
  return true;
}

/** Edits seen in the Queue become events; one already recorded by the edit door is not recorded twice. Null: not now. */
export function recordEdits(
  ports: Ports,
  edited: readonly EditedRow[],
  recorded: readonly EventRow[],
): readonly EventRow[] | null {
  const keys = new Set(recorded.map(({ key }) => key));
  const rows = edited.map((edit) => editEvent(ports, edit)).filter(({ key }) => !keys.has(key));
  return appendEvents(ports, rows) ? rows : null;
}

/** The seal is part of the key: made twice at the same state it is one edit. */
export function editEvent(
  ports: Ports,
  { id, email, sealed, changes }: EditedRow,
  start = "edit:",
): EventRow {
  const text = JSON.stringify([id, sealed, changes]);
  return eventRow(ports, {
    source: "sheet",
    type: "edit",
    key: `${start}${ports.secrets.digest(text).slice(0, 24)}`,
    who: email,
    payload: JSON.stringify({ enrollment: id, changes }),
    occurredAt: ports.clock.now(),
    stops: false,
  });
}

function parsedRow(value: string): EventRow[] {
  try {
    const row = JSON.parse(value) as EventRow | null;
    return row === null ? [] : [row];
  } catch {
    return [];
  }
}
