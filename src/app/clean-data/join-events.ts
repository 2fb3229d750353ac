// The events by which two rows of Contacts become one person, or two again.
import type { ContactRow, EventRow } from "../../../sheets-schema/index";
import { pairKey } from "../../events/same-person";
import { hadOf, type Shares } from "../../model/joined-marks";
import type { Ports } from "../../ports";
import { appendEvents, eventRow, markStop } from "../doors/record-event";

export const JOINED = "person.joined";
export const PARTED = "person.parted";

/** What a row of Events says of two people. */
export interface TwoTold {
  readonly kept: string;
  readonly merged: string;
  /** Null: the event that tells of it is gone. */
  readonly shares: Shares | null;
  /** Of a parting: the event that had joined them. */
  readonly join: string;
}

/** Null: it is about something else. */
export function twoIn({ type, payload }: Pick<EventRow, "type" | "payload">): TwoTold | null {
  if (type !== JOINED && type !== PARTED) return null;
  try {
    const { kept, merged, shares, join } = JSON.parse(payload) as Partial<TwoTold>;
    if (typeof kept !== "string" || typeof merged !== "string") return null;
    return { kept, merged, shares: shares ?? null, join: typeof join === "string" ? join : "" };
  } catch {
    return null;
  }
}

/** False: Events was busy. Asked for again before it was applied it is the same event. */
export function wantJoined(ports: Ports, kept: ContactRow, merged: ContactRow): boolean {
  const events = ports.store.read("Events").map(({ cells }) => cells);
  const shares = { had: hadOf(kept), took: hadOf(merged) };
  const payload = { kept: kept.id, merged: merged.id, shares };
  return wanted(ports, events, JOINED, payload);
}

export function wantParted(ports: Ports, kept: ContactRow, merged: ContactRow): boolean {
  const events = ports.store.read("Events").map(({ cells }) => cells);
  const join = joinOf(events, kept.id, merged.id);
  const shares = join === undefined ? null : twoIn(join)?.shares;
  const payload = { kept: kept.id, merged: merged.id, shares, join: join?.id };
  return wanted(ports, events, PARTED, payload);
}

/** The last one that made them one. */
export function joinOf(events: readonly EventRow[], kept: string, merged: string) {
  const own = events.filter((event) => {
    const told = event.type === JOINED ? twoIn(event) : null;
    return told?.kept === kept && told.merged === merged;
  });
  return own.pop();
}

function wanted(
  ports: Ports,
  events: readonly EventRow[],
  type: typeof JOINED | typeof PARTED,
  payload: { readonly kept: string; readonly merged: string },
): boolean {
  const { kept, merged } = payload;
  const other = type === JOINED ? PARTED : JOINED;
  // However often they were parted before, this joining is another one.
  const again = (event: EventRow) => event.type === other || event.outcome === "IGNORED";
  const pair = [JOINED, PARTED].map((one) => `${one}:${kept}:${merged}:`);
  const own = events.filter(({ key }) => pair.some((start) => key.startsWith(start)));
  const turn = own.filter(again).length;
  const key = `${type}:${kept}:${merged}:${turn}`;
  const known = events.some((event) => event.key === key);
  const event = eventRow(ports, {
    ...{ source: "sheet", type, key, who: kept, payload: JSON.stringify(payload) },
    ...{ occurredAt: ports.clock.now(), stops: true },
  });
  if (!known && !appendEvents(ports, [event])) return false;
  markStop(ports);
  return true;
}

/** A person has looked, and they are two. */
const APART = "person.apart";

export function sayApart(ports: Ports, one: string, other: string, why: string): boolean {
  const key = `${APART}:${pairKey(one, other)}`;
  const known = ports.store.read("Events").some(({ cells }) => cells.key === key);
  const event = eventRow(ports, {
    ...{ source: "sheet", type: APART, key, who: one },
    payload: JSON.stringify({ kept: one, merged: other }),
    ...{ occurredAt: ports.clock.now(), outcome: "APPLIED", reason: why, stops: false },
  });
  return known || appendEvents(ports, [event]);
}

/** Pairs that are known to be two: said so, or parted last. */
export function apartIn(events: readonly EventRow[]): ReadonlySet<string> {
  const apart = new Set<string>();
  for (const event of events) {
    const two = event.type.startsWith("person.") ? pairIn(event.payload) : null;
    if (two === null) continue;
    if (event.type === JOINED) apart.delete(two);
    else if (event.type === PARTED || event.type === APART) apart.add(two);
  }
  return apart;
}

function pairIn(payload: string): string | null {
  const two = twoIn({ type: JOINED, payload });
  return two === null ? null : pairKey(two.kept, two.merged);
}

/** Ids of everybody who was ever joined with them, by any way; without their own. */
export function everJoined(events: readonly EventRow[], id: string): readonly string[] {
  const pairs = events.flatMap((event) => (event.type === JOINED ? (twoIn(event) ?? []) : []));
  const ids = new Set([id]);
  for (let size = 0; size !== ids.size; ) {
    size = ids.size;
    for (const { kept, merged } of pairs) {
      if (ids.has(kept) || ids.has(merged)) ids.add(kept).add(merged);
    }
  }
  ids.delete(id);
  return [...ids];
}
