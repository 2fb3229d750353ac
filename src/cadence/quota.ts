// Whose mail goes when the day's quota does not suffice for all, and when the others try again (design 5).
import type { MailClass } from "../model/flow";
import { DAY_MS, MINUTE_MS } from "../model/time";
import { LATE_AT_ONCE, SLOT_MS } from "./late";

/** Whoever has waited so long for a place goes before others, ... */
const AGED_MS = 3 * DAY_MS;
/** ... one place in so many: asked-for mail alone may never use up every day's quota. */
const AGED_SHARE = 10;
/** Nothing of ours went in a day, so others used the quota, and nobody knows when it comes back: whoever asks finds out. */
const UNKNOWN_MS = DAY_MS;
/** More than this is a Workspace account: its quota lets late mails follow one another sooner. */
export const CONSUMER_RECIPIENTS = 100;

interface Due {
  readonly dueAt: number;
  readonly step: { readonly class: MailClass };
}
export interface Places<D> {
  readonly goes: readonly D[];
  readonly waits: readonly D[];
}

/** `due`: the most urgent first. Marketing leaves the owner's own mails their reserve; asked-for mail may use it. */
export function placesFor<D extends Due>(
  due: readonly D[],
  quotaLeft: number,
  reserve: number,
  now: number,
): Places<D> {
  const free = Math.max(0, quotaLeft - reserve);
  const first = aged(due, now).slice(0, Math.floor(free / AGED_SHARE));
  const chosen = new Set<D>(first);
  let left = quotaLeft - chosen.size;
  for (const one of due) {
    const kept = one.step.class === "marketing" ? reserve : 0;
    if (chosen.has(one) || left <= kept) continue;
    chosen.add(one);
    left -= 1;
  }
  return {
    goes: due.filter((one) => chosen.has(one)),
    waits: due.filter((one) => !chosen.has(one)),
  };
}

function aged<D extends Due>(due: readonly D[], now: number): readonly D[] {
  return due.filter(({ dueAt }) => now - dueAt > AGED_MS).sort((a, b) => a.dueAt - b.dueAt);
}

/** When a place is free again at the latest: a day after the first mail of the last 24 hours. */
export function quotaBackAt(sentAt: Iterable<number>, now: number): number {
  let first = Number.POSITIVE_INFINITY;
  for (const at of sentAt) if (at > now - DAY_MS && at < first) first = at;
  return first === Number.POSITIVE_INFINITY ? now + UNKNOWN_MS : first + DAY_MS;
}

/** Of mails held until one hour, so many in each of its quarters: a night's mails take the morning, not one moment. */
export function heldAtOnce(mostRecipients: number): number {
  return mostRecipients > CONSUMER_RECIPIENTS ? LATE_AT_ONCE : 5;
}

/** From one displaced mail to the next, so that a new day does not begin with a burst. */
export function placeGapMs(mostRecipients: number): number {
  return mostRecipients > CONSUMER_RECIPIENTS ? MINUTE_MS : SLOT_MS;
}
