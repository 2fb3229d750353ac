// One page of Stripe's list of events, newest first; and its events as the webhook would have brought them.
import type { EventRow } from "../../../sheets-schema/index";
import { readHookBody } from "../../events/stripe-hook";
import { occurredAt, STRIPE_TYPES } from "../../events/stripe-payment";
import { listAt, numberAt, textAt, valueAt } from "../../events/stripe-value";
import type { Ports, StripeAnswer } from "../../ports";
import { eventRow } from "../doors/record-event";
import type { Ask } from "../stripe/payment-details";

/** An event as Stripe has it, whole. */
export interface Listed {
  readonly id: string;
  /** In seconds. */
  readonly created: number;
  readonly copy: unknown;
}
/** Id and `created` of each. */
export type Created = readonly (readonly [string, number])[];
interface EventsPage {
  readonly kind: "page";
  readonly events: readonly Listed[];
  readonly hasMore: boolean;
}

/** As many as Stripe gives at once, of the types that tell of money; it takes twenty types at most. */
export const EVENTS_LIST = `events?limit=100${STRIPE_TYPES.map((type) => `&types[]=${type}`).join("")}`;

export function askEvents(
  ask: Ask,
  more: string,
): EventsPage | Extract<StripeAnswer, { kind: "unreachable" }> {
  const answer = ask(EVENTS_LIST + more);
  if (answer.kind === "found") return eventsPage(answer.body);
  if (answer.kind === "unreachable") return answer;
  return { kind: "unreachable", why: "Stripe answered 404", refused: true };
}

export function eventsPage(body: unknown): EventsPage {
  const events = listAt(body, "data").flatMap((copy): Listed[] => {
    const [id, created] = [textAt(copy, "id"), numberAt(copy, "created")];
    return id === "" || created === null ? [] : [{ id, created, copy }];
  });
  const hasMore = valueAt(body, "has_more") === true && events.length > 0;
  return { kind: "page", events, hasMore };
}

export function createdOf(events: readonly Listed[]): Created {
  return events.map(({ id, created }) => [id, created] as const);
}

/** The same row under the same key: of list and webhook, whichever comes second is a repeat. */
export function rowOf(ports: Ports, { copy }: Listed): readonly EventRow[] {
  const body = readHookBody(JSON.stringify(copy));
  if (body === null) return [];
  const { eventId, type, claims } = body;
  const row = eventRow(ports, {
    source: "stripe",
    type,
    key: eventId,
    who: "",
    payload: JSON.stringify({ id: eventId, claims, via: "list" }),
    occurredAt: occurredAt(copy),
    stops: true,
  });
  return [row];
}

/** Keys of Stripe's events that stand in Events: `waiting` have no outcome yet, `settled` have one that counts. */
export interface StoredKeys {
  readonly waiting: ReadonlySet<string>;
  readonly settled: ReadonlySet<string>;
  /** Number of the last row; 1: there is none but the headers. */
  readonly lastRow: number;
}

/** None that was refused: that may have been somebody else's body. */
export function storedKeys({ store }: Ports): StoredKeys {
  const waiting = new Set<string>();
  const settled = new Set<string>();
  const rows = store.read("Events");
  for (const { cells } of rows) {
    const { source, key, outcome } = cells;
    if (source !== "stripe" || outcome === "REFUSED") continue;
    (outcome === "" ? waiting : settled).add(key);
  }
  return { waiting, settled, lastRow: rows[rows.length - 1]?.row ?? 1 };
}
