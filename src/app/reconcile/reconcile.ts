// Asks Stripe itself what happened: a webhook that Google drops still looks delivered, and never comes again (design 5).
import type { Settings } from "../../model/settings";
import { DAY_MS, MINUTE_MS } from "../../model/time";
import type { Ports, StripeAnswer } from "../../ports";
import { lineOf } from "../check-words";
import { highWaterOf } from "../cursor";
import { disarmedOf } from "../disarmed/disarmed";
import { readDoorConfig } from "../doors/door-config";
import { appendEvents, markStop } from "../doors/record-event";
import {
  beginAgain,
  beginClosed,
  historyOf,
  type KeyKind,
  keyKind,
} from "../history/history-state";
import { writeStartHere } from "../report-run";
import { keyProblem } from "../stripe/ask-stripe";
import type { Ask } from "../stripe/payment-details";
import { hearingCheck } from "./reconcile-check";
import {
  askEvents,
  createdOf,
  type Listed,
  rowOf,
  type StoredKeys,
  storedKeys,
} from "./reconcile-page";
import {
  begunHearing,
  type Hearing,
  hearingOf,
  isAwaited,
  isGap,
  isTime,
  keepHearing,
  keptWith,
  notHeard,
  type PageStored,
  pageRead,
  type Sweeping,
  sweeping,
  UNARMED,
} from "./reconcile-state";

type Kept = Readonly<Record<string, string>>;
type Unheard = Extract<StripeAnswer, { kind: "unreachable" }>;

/** "goes on": there is more than this run could learn, and a payment may be among it: no mail goes before. */
export type Look = "nothing" | "news" | "goes on";
export interface StripeNews {
  /** Asks where it is time; a second call in the same run gives the same answer. */
  readonly look: () => Look;
  /** For the rest of the run: what the list has brought whole is not asked for once more. */
  readonly ports: Ports;
}
/** What a run learns by its look. */
interface Heard {
  readonly copies: Map<string, unknown>;
  /** Stripe gave no answer: each further try may take its whole time-out. */
  silent: Unheard | null;
  /** As Events stood before the first page; null: nothing asked for it yet. */
  stored: StoredKeys | null;
  added: number;
  /** Rows of Events are missing: what is not known here may have been delivered by the newer version. */
  older: boolean;
  /** Something may have been paid that this run cannot know: Events was busy, or too much was missed. */
  holds: boolean;
}
interface Run {
  readonly ports: Ports;
  readonly kept: Kept;
  readonly kind: KeyKind;
  readonly ask: Ask;
  readonly heard: Heard;
  readonly now: number;
}

/** A page may take a minute: a hundred new rows. Google ends a run at six. */
const LAST_PAGE_BEGINS_MS = 2.5 * MINUTE_MS;

export function stripeNews(ports: Ports, kept: Kept, startedAt: number): StripeNews {
  const heard = nothingHeard();
  let told: Look | null = null;
  const look = () => {
    told ??= lookNow(ports, kept, startedAt, heard);
    return told;
  };
  const get = (path: string, apiKey: string): StripeAnswer => {
    const body = heard.copies.get(path);
    if (body !== undefined) return { kind: "found", body };
    return heard.silent ?? ports.stripe.get(path, apiKey);
  };
  return { look, ports: { ...ports, stripe: { get } } };
}

function nothingHeard(): Heard {
  return { copies: new Map(), silent: null, stored: null, added: 0, older: false, holds: false };
}

/** True: it has never been asked, or a reading was left before its end, and this run goes on. */
export function mustAsk(kept: Kept, now: number): boolean {
  const kind = kindAsked(kept);
  if (kind === null) return false;
  const { since, sweep, retryAt } = hearingOf(kept, kind) ?? UNARMED;
  return (since === null || sweep !== null) && retryAt <= now;
}

/** Stripe gave an answer when it was asked last. */
export function isHeard(kept: Kept): boolean {
  const kind = kindAsked(kept);
  const hearing = kind === null ? null : hearingOf(kept, kind);
  return hearing !== null && hearing.since !== null && hearing.why === "";
}

/** Null: no key fits the mode, or the file is an older version that its owner has not looked at. */
function kindAsked(kept: Kept): KeyKind | null {
  if (disarmedOf(kept) !== null) return null;
  const apiKey = kept.stripe_key ?? "";
  return keyProblem(apiKey, modeOf(kept)) === "" ? keyKind(apiKey) : null;
}

function modeOf(kept: Kept): Settings["mode"] {
  return readDoorConfig(kept).live ? "LIVE" : "REHEARSAL";
}

function lookNow(ports: Ports, kept: Kept, now: number, heard: Heard): Look {
  const kind = kindAsked(kept);
  if (kind === null) return "nothing";
  const before = hearingOf(kept, kind);
  if (before !== null && !isTime(before, kept, now)) {
    return isAwaited(before, now) ? "goes on" : "nothing";
  }
  const ask: Ask = (path) => ports.stripe.get(path, kept.stripe_key ?? "");
  const run: Run = { ports, kept, kind, ask, heard, now };
  const after = before === null || before.since === null ? armed(run) : swept(run, before);
  if (heard.older) return "nothing";
  tell(run, after);
  const goesOn = after.sweep !== null && after.why === "";
  if (heard.holds || goesOn || isAwaited(after, now)) return "goes on";
  return heard.added > 0 ? "news" : "nothing";
}

/** From here on everything is heard. What was before, the history says: its reading must not have ended before this. */
function armed(run: Run): Hearing {
  const { ports, kept, kind } = run;
  const hearing = begin(run);
  if (hearing.why === "" && historyOf(kept)[kind] !== null) beginAgain(ports, kept, kind);
  return hearing;
}

function begin(run: Run): Hearing {
  const { ports, kept, kind, now } = run;
  const answer = askEvents(run.ask, "");
  if (answer.kind === "unreachable") {
    return unheard(run, hearingOf(kept, kind) ?? UNARMED, answer);
  }
  answersAgain(run);
  const hearing = begunHearing(createdOf(answer.events), now);
  keepHearing(ports, kept, kind, hearing);
  return hearing;
}

/** Before the first page of the history: what happens while it is read is heard, too. */
export function armBefore(ports: Ports, kept: Kept, ask: Ask): void {
  const kind = keyKind(kept.stripe_key ?? "");
  if ((hearingOf(kept, kind)?.since ?? null) !== null) return;
  begin({ ports, kept, kind, ask, heard: nothingHeard(), now: ports.clock.now() });
}

function swept(run: Run, before: Hearing): Hearing {
  const { ports, kept, kind, now } = run;
  const gap = isGap(before, now);
  if (gap) beginClosed(ports, kept);
  // What is kept says still that marketing may go.
  run.heard.holds = gap;
  const healed = (historyOf(kept)[kind]?.doneAt ?? 0) > before.gapAt;
  const old = () => ports.clock.now() - now > LAST_PAGE_BEGINS_MS;
  let hearing: Hearing = sweeping(before, gap, healed, now);
  while (hearing.sweep !== null && hearing.why === "" && !old()) {
    const next = readPage(run, { ...hearing, sweep: hearing.sweep });
    if (next === null) break;
    hearing = next;
  }
  return hearing;
}

/** Events first, then how far we are: a run that was cut reads the page again, and knows its events by their keys. Null: not now. */
function readPage(run: Run, hearing: Sweeping): Hearing | null {
  const { ports, kept, kind, now } = run;
  const { from, after } = hearing.sweep;
  const answer = askEvents(
    run.ask,
    `&created[gte]=${from}${after === "" ? "" : `&starting_after=${after}`}`,
  );
  if (answer.kind === "unreachable") {
    // The event at which it stood is listed no more: once more from the newest.
    if (answer.refused && after !== "") {
      return { ...hearing, sweep: { ...hearing.sweep, after: "" } };
    }
    return unheard(run, hearing, answer);
  }
  answersAgain(run);
  const stored = store(run, hearing, answer.events);
  if (stored === null) return null;
  const { hasMore, events } = answer;
  const next = pageRead(hearing, { created: createdOf(events), hasMore }, stored, now);
  keepHearing(ports, kept, kind, next);
  return next;
}

/** What it was silent about can be asked for now, and no clock tells of it: a pass looks at all that waits. */
function answersAgain({ ports, kept, kind }: Run): void {
  const fails = hearingOf(kept, kind)?.fails ?? 0;
  if (fails > 0) markStop(ports);
}

/** The oldest first, as they happened. Null: not now. */
function store(run: Run, { seen, before }: Hearing, events: readonly Listed[]): PageStored | null {
  const { ports, heard } = run;
  const dealtWith = new Set([...seen, ...before]);
  const unseen = events.filter(({ id }) => !dealtWith.has(id));
  if (unseen.length === 0) return { added: 0, waiting: [] };
  for (const { id, copy } of unseen) heard.copies.set(`events/${id}`, copy);
  heard.stored ??= storedKeys(ports);
  const { settled, waiting, lastRow } = heard.stored;
  heard.older = lastRow < highWaterOf(run.kept).events;
  if (heard.older) return null;
  const fresh = unseen.filter(({ id }) => !settled.has(id) && !waiting.has(id));
  const rows = fresh.flatMap((one) => rowOf(ports, one)).reverse();
  if (!appendEvents(ports, rows)) {
    heard.holds = true;
    return null;
  }
  heard.added += rows.length;
  // What others have told may still turn out to be false: it is looked at once more.
  const others = unseen.map(({ id }) => id).filter((id) => waiting.has(id));
  return { added: rows.length, waiting: others };
}

function unheard(run: Run, hearing: Hearing, answer: Unheard): Hearing {
  const { ports, kept, kind, heard, now } = run;
  if (answer.refused) readInstead(run);
  else heard.silent = answer;
  const next = notHeard(hearing, answer.why, now);
  keepHearing(ports, kept, kind, next);
  return next;
}

/** A key that may not read events may still read charges and checkouts: who has paid is marked by them. */
function readInstead({ ports, kept, kind, now }: Run): void {
  const reading = historyOf(kept)[kind];
  const reads = reading !== null && reading.list !== null;
  if (!reads && now - (reading?.doneAt ?? 0) >= DAY_MS) beginAgain(ports, kept, kind);
}

/** Start here is written only where what it says has changed. */
function tell({ ports, kept, kind, now }: Run, after: Hearing): void {
  const { language } = readDoorConfig(kept);
  const lines = [kept, keptWith(kept, kind, after)].flatMap((one) => {
    const check = hearingCheck(one, modeOf(kept));
    return check === null ? [] : [lineOf(check, language, now)];
  });
  const [was, is] = lines;
  if (was === undefined || is === undefined) return;
  if (was.state === is.state && was.what_to_do === is.what_to_do) return;
  writeStartHere(ports, [is]);
}
