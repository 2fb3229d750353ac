// What comes back is read every ten minutes: bounces, complaints, answers become events before anything is sent. At most a
// tenth of what the account may read and run in a day; what is not reached then is reached tomorrow.
import { DAY_MS, MINUTE_MS } from "../../model/time";
import type { ArrivedMail, Ports } from "../../ports";
import { highWaterOf, mailsUnderWay } from "../cursor";
import { appendEvents } from "../doors/record-event";
import { isBeatDue } from "../timer/heartbeat";
import { mailEvents } from "./mailbox-events";
import { tellWaiting } from "./mailbox-waiting";

type Kept = Readonly<Record<string, string>>;

interface State {
  /** Mails that came before are read, epoch ms. */
  readonly from: number;
  /** Those of the last minutes, which the next look finds again: a search may know a mail late. */
  readonly seen: readonly string[];
  /** Of this day (UTC), how long it took and how much was read. */
  readonly day: number;
  readonly ms: number;
  readonly read: number;
  /** Whose answers wait for the owner. */
  readonly waiting: readonly string[];
}
const PROPERTY = "mailbox";
/** Conversations a look: some seconds. */
const THREADS_MAX = 100;
/** With looks that find nothing a tenth of 90 trigger minutes, and of 20,000 readings (facts 4). */
const MS_A_DAY = 7 * MINUTE_MS;
const READ_A_DAY = 2_000;
/** Gmail's search lags behind by some minutes. */
const OVERLAP_MS = 20 * MINUTE_MS;
const SEEN_MAX = 300;
/** The first look goes back to the first mail, so far at most: the timer may have rested since. */
const FIRST_MAX_MS = 7 * DAY_MS;
/** Of a crowded time only its beginning. */
const HALVES_MAX = 6;

/**
 * As often as the beat is kept, and never before a first mail has gone: until then it costs one look at the size of Sends.
 * True: there are events now. Never throws.
 */
export function hearMail(ports: Ports, kept: Kept, now: number): boolean {
  if (!isBeatDue(kept, now)) return false;
  try {
    if (!hasMailed(ports, kept)) return false;
    const state = stateOf(kept, now);
    if (state === null) keep(ports, newState(ports, now));
    else if (state.ms < MS_A_DAY && state.read < READ_A_DAY) return look(ports, kept, state, now);
  } catch (error) {
    ports.log.warn(`the mailbox was not read: ${String(error)}`);
  }
  return false;
}

/** The run that sent the very first may have failed before it had counted it. */
function hasMailed({ store }: Ports, kept: Kept): boolean {
  return highWaterOf(kept).sends > 1 || store.lastRow("Sends") > 1;
}

function look(ports: Ports, kept: Kept, state: State, now: number): boolean {
  const { mails, threads, until } = listed(ports, state.from, now);
  const fresh = mails.filter(({ id }) => !state.seen.includes(id));
  const heard = fresh.length === 0 ? NOTHING : mailEvents(ports, kept, fresh);
  // The events stand before the place in the mailbox is noted: a run cut in between reads the same mails again, and knows them.
  if (!appendEvents(ports, heard.rows)) return false;
  const waiting = tellWaiting(ports, kept, [...state.waiting, ...heard.answered], heard.rows);
  if (mails.length === 0 && waiting.join() === state.waiting.join()) return false;
  keep(ports, {
    // Of mails that a cut run has sent, Sends does not know the conversation yet: what answers them is met once more.
    ...(mailsUnderWay(kept) ? state : further(state, fresh, until, now)),
    ms: state.ms + ports.clock.now() - now,
    read: state.read + threads + heard.read,
    waiting,
  });
  return heard.rows.length > 0;
}

function further(state: State, fresh: readonly ArrivedMail[], until: number, now: number): State {
  return {
    ...state,
    from: until < now ? until : Math.max(state.from, now - OVERLAP_MS),
    seen: [...state.seen, ...fresh.map(({ id }) => id)].slice(-SEEN_MAX),
  };
}

const NOTHING = { rows: [], answered: [], read: 0 };

interface Listed {
  readonly mails: readonly ArrivedMail[];
  readonly threads: number;
  readonly until: number;
}

/** Of more than a look can take, those that came first. */
function listed({ mailbox }: Ports, from: number, now: number): Listed {
  let until = now;
  let found = mailbox.arrived(from, until, THREADS_MAX);
  let { threads } = found;
  for (let half = 0; half < HALVES_MAX && found.threads >= THREADS_MAX; half += 1) {
    until = from + Math.floor((until - from) / 2);
    found = mailbox.arrived(from, until, THREADS_MAX);
    threads += found.threads;
  }
  return { mails: found.mails, threads, until };
}

function newState({ store }: Ports, now: number): State {
  const sent = store.read("Sends").map(({ cells }) => cells.planned_at ?? now);
  const recent = sent.filter((at) => at > now - FIRST_MAX_MS);
  const from = recent.reduce((one, other) => Math.min(one, other), now - OVERLAP_MS);
  return { from, seen: [], day: dayOf(now), ms: 0, read: 0, waiting: [] };
}

/** Null: it was never read. A new day has nothing used up. */
function stateOf(kept: Kept, now: number): State | null {
  try {
    const state = JSON.parse(kept[PROPERTY] ?? "null") as State | null;
    if (state === null || state.day === dayOf(now)) return state;
    return { ...state, day: dayOf(now), ms: 0, read: 0 };
  } catch {
    return null;
  }
}

function dayOf(now: number): number {
  return Math.floor(now / DAY_MS);
}

function keep(ports: Ports, state: State): void {
  ports.properties.set(PROPERTY, JSON.stringify(state));
}
