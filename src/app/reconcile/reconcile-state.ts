// How far Stripe's own list of events has been read, kept in one script property; and when it is asked again.
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { nothingDue } from "../cursor";
import type { KeyKind } from "../history/history-state";
import type { Created } from "./reconcile-page";

/** A reading from the newest event down to `from`; events that come meanwhile stand above it and are the next one's. */
export interface Sweep {
  /** Stripe's `created`, in seconds. */
  readonly from: number;
  /** The newest that its first page held. */
  readonly top: number;
  /** Id after which it goes on; "" for the first page. */
  readonly after: string;
}
export interface Hearing {
  /** Stripe's `created` when it first answered; what was before is the history's. Null: it has not yet. */
  readonly since: number | null;
  /** Ids of that very second which were there already. */
  readonly before: readonly string[];
  /** The newest `created` of any reading that came to its end. */
  readonly newest: number;
  /** Ids at the head of the last list: dealt with. */
  readonly seen: readonly string[];
  readonly sweep: Sweep | null;
  /** By our clock, for waits alone: when a reading last came to its end, met something new, went back further. */
  readonly lookedAt: number;
  readonly newsAt: number;
  readonly deepAt: number;
  /** When more was missed than Stripe lists, until the history has told of it; 0: nothing. */
  readonly gapAt: number;
  /** Events that no webhook had brought. */
  readonly found: number;
  /** Why Stripe could not be asked; how often in a row; when it is asked again, epoch ms. */
  readonly why: string;
  readonly fails: number;
  readonly retryAt: number;
}
export type Sweeping = Hearing & { readonly sweep: Sweep };
type State = Readonly<Record<KeyKind, Hearing | null>>;
type Kept = Readonly<Record<string, string>>;

const PROPERTY = "reconcile";
/** Sooner, and a lively day would spend its trigger minutes on asking; later, and mails go to people who have paid. */
const LOOK_MS = 5 * MINUTE_MS;
/** Where nothing is owed and nothing came for a day, a new buyer is the only one who could wait. */
const RESTING_LOOK_MS = 30 * MINUTE_MS;
/** Each silence may last a whole time-out; the first is often over after a minute. */
const RETRY_MS = MINUTE_MS;
const RETRY_MAX_MS = 30 * MINUTE_MS;
/** Whoever was not heard for longer may have been paid by anybody: no mail goes before a few tries, a quarter of an hour. */
const STALE_MS = HOUR_MS;
const TRIES_AWAITED = 4;
/** Stripe's list is complete within seconds or, on a bad day, within minutes. */
const OVERLAP_S = HOUR_MS / SECOND_MS;
/** Once a day it goes back as far as Stripe itself repeats a webhook: a very bad day of Stripe's is healed by that. */
const DEEP_S = (3 * DAY_MS) / SECOND_MS;
/** Stripe lists 30 days; the last of them may be gone while it is read. */
export const LISTED_MS = 29 * DAY_MS;
/** Two hearings must fit into one property of 9 KB. */
const SEEN_CHARACTERS_MAX = 3_000;

export function hearingOf(kept: Kept, kind: KeyKind): Hearing | null {
  return stateOf(kept)[kind];
}

/** What stands in the list when it is asked next is old then: it was told to another version of the file. */
export function forgetHearing(ports: Ports): void {
  ports.properties.remove(PROPERTY);
}

export function keepHearing(ports: Ports, kept: Kept, kind: KeyKind, hearing: Hearing): void {
  ports.properties.set(PROPERTY, withHearing(kept, kind, hearing));
}

function withHearing(kept: Kept, kind: KeyKind, hearing: Hearing): string {
  return JSON.stringify({ ...stateOf(kept), [kind]: hearing });
}

function stateOf(kept: Kept): State {
  const unheard: State = { live: null, test: null };
  try {
    return { ...unheard, ...(JSON.parse(kept[PROPERTY] ?? "{}") as Partial<State>) };
  } catch {
    return unheard;
  }
}

export const UNARMED: Hearing = {
  ...{ since: null, before: [], newest: 0, seen: [], sweep: null },
  ...{ lookedAt: 0, newsAt: 0, deepAt: 0, gapAt: 0, found: 0 },
  ...{ why: "", fails: 0, retryAt: 0 },
};

/** Nothing that stands in the list by now is news. By Stripe's clock: ours may be another. */
export function begunHearing(created: Created, now: number): Hearing {
  const since = Math.max(0, ...created.map(([, at]) => at));
  const before = created.filter(([, at]) => at === since).map(([id]) => id);
  const times = { lookedAt: now, newsAt: now, deepAt: now };
  return { ...UNARMED, ...times, since, before, newest: since };
}

export function isTime(hearing: Hearing, kept: Kept, now: number): boolean {
  if (hearing.why !== "") return hearing.retryAt <= now;
  if (hearing.sweep !== null) return true;
  const rests = nothingDue(kept) && passed(hearing.newsAt, now) > DAY_MS;
  return passed(hearing.lookedAt, now) >= (rests ? RESTING_LOOK_MS : LOOK_MS);
}

/** True: Stripe was not heard for long, and the next answer is worth waiting for. */
export function isAwaited({ since, why, fails, lookedAt }: Hearing, now: number): boolean {
  const failed = since !== null && why !== "" && fails <= TRIES_AWAITED;
  return failed && passed(lookedAt, now) > STALE_MS;
}

/** A clock that was put back must not make it wait for the old time. */
function passed(sinceMs: number, now: number): number {
  return Math.abs(now - sinceMs);
}

/** The reading it goes on with, or a new one. */
export function sweeping(before: Hearing, gap: boolean, healed: boolean, now: number): Sweeping {
  const gapAt = gap ? now : healed ? 0 : before.gapAt;
  const asked = { ...before, gapAt, why: "", retryAt: 0 };
  if (before.sweep !== null && !gap) return { ...asked, sweep: before.sweep };
  const deep = passed(before.deepAt, now) >= DAY_MS;
  const from = Math.max(before.since ?? 0, before.newest - (deep ? DEEP_S : OVERLAP_S));
  const sweep = { from, top: 0, after: "" };
  // Then every one is looked up in Events, whatever was made of it.
  return deep ? { ...asked, sweep, deepAt: now, seen: [] } : { ...asked, sweep };
}

/** More was missed than Stripe lists, and nothing was done about it yet. */
export function isGap({ lookedAt, gapAt }: Hearing, now: number): boolean {
  return passed(lookedAt, now) > LISTED_MS && gapAt <= lookedAt;
}

export interface PageStored {
  /** Events that nobody had told of. */
  readonly added: number;
  /** Ids that others have told of, not yet read back. */
  readonly waiting: readonly string[];
}

/** After a page that is stored. */
export function pageRead(
  hearing: Sweeping,
  page: { readonly created: Created; readonly hasMore: boolean },
  { added, waiting }: PageStored,
  now: number,
): Hearing {
  const { sweep } = hearing;
  const first = sweep.after === "";
  const ids = page.created.map(([id]) => id);
  const top = Math.max(sweep.top, ...page.created.map(([, at]) => at));
  const newest = page.hasMore ? hearing.newest : Math.max(hearing.newest, top);
  const isNews = ids.some((id) => !hearing.seen.includes(id) && !hearing.before.includes(id));
  return {
    ...hearing,
    newest,
    seen: first ? fitting(ids.filter((id) => !waiting.includes(id))) : hearing.seen,
    sweep: page.hasMore ? { ...sweep, top, after: ids[ids.length - 1] ?? "" } : null,
    lookedAt: page.hasMore ? hearing.lookedAt : now,
    newsAt: isNews ? now : hearing.newsAt,
    found: hearing.found + added,
    fails: 0,
  };
}

function fitting(ids: readonly string[]): readonly string[] {
  let characters = 0;
  return ids.filter((id) => {
    characters += id.length + 3;
    return characters <= SEEN_CHARACTERS_MAX;
  });
}

export function notHeard(hearing: Hearing, why: string, now: number): Hearing {
  const waitMs = Math.min(RETRY_MAX_MS, RETRY_MS * 2 ** hearing.fails);
  return { ...hearing, why, fails: hearing.fails + 1, retryAt: now + waitMs };
}

/** With that hearing in place of the one that stands. */
export function keptWith(kept: Kept, kind: KeyKind, hearing: Hearing): Kept {
  return { ...kept, [PROPERTY]: withHearing(kept, kind, hearing) };
}
