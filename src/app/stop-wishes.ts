// The promise that a wish to stop takes effect within a day, measured: from the wish to the last mail that still went.
import type { EventRow, SendRow } from "../../sheets-schema/index";
import { mailEventType } from "../events/mail-event";

export interface StopWishes {
  readonly count: number;
  /** Of all of them the longest. */
  readonly slowestMs: number;
}
interface Rows {
  readonly events: readonly EventRow[];
  readonly sends: readonly SendRow[];
}

const WISHES = ["unsubscribe", mailEventType("stop"), mailEventType("complained")];
const GOES_ON = "reader.on";

/** Of those that came in from the first instant to just before the second. */
export function stopWishes({ events, sends }: Rows, from: number, to: number): StopWishes {
  const wishes = events.filter(({ type, received_at, outcome }) => {
    const fresh = received_at !== null && from <= received_at && received_at < to;
    return fresh && WISHES.includes(type) && (outcome === "APPLIED" || outcome === "");
  });
  const took = wishes.map((wish) => {
    const { who, occurred_at, received_at, outcome } = wish;
    const asked = occurred_at ?? received_at ?? to;
    const till = goesOnAt(events, who, asked);
    const mails = sends.flatMap(({ contact, class: kind, sent_at }) => {
      const late = sent_at !== null && asked < sent_at && sent_at < till;
      return late && contact === who && kind === "marketing" ? [sent_at] : [];
    });
    // One that no run has taken in yet has had no effect yet.
    return Math.max((outcome === "" ? to : received_at) ?? asked, ...mails) - asked;
  });
  return { count: wishes.length, slowestMs: Math.max(0, ...took) };
}

/** When the same person asked for mails again. */
function goesOnAt(events: readonly EventRow[], who: string, after: number): number {
  const times = events.flatMap(({ type, who: whose, occurred_at }) =>
    type === GOES_ON && whose === who && occurred_at !== null && occurred_at > after
      ? [occurred_at]
      : [],
  );
  return Math.min(Number.POSITIVE_INFINITY, ...times);
}
