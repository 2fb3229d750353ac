// How far the payment history is read, kept in one script property; and whether marketing may begin (design 4.3).
import type { Words } from "../../../sheets-schema/index";
import { ownValue } from "../../model/own-value";
import type { Settings } from "../../model/settings";
import { MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { HISTORY, HISTORY_LIST_WORDS } from "../../words/history";

/** Charges first: they alone say what was refunded. Customers last: they only add ids to people we know. */
export const HISTORY_LISTS = ["charges", "checkout/sessions", "customers"] as const;
export type HistoryList = (typeof HISTORY_LISTS)[number];

/** A test key and a live key see two different histories. */
export type KeyKind = "live" | "test";

export interface Reading {
  /** Null: nothing is being read. */
  readonly list: HistoryList | null;
  /** Id of the last object read of that list. */
  readonly after: string;
  readonly objects: number;
  readonly payments: number;
  /** Who was not marked as paid before. */
  readonly people: number;
  /** Payments that name nobody. */
  readonly nobody: number;
  /** Stripe could not be asked: why, and when it is asked again, epoch ms. */
  readonly why: string;
  readonly retryAt: number;
  /** When it was last read to its end; null: never. */
  readonly doneAt: number | null;
}
export interface HistoryState {
  readonly live: Reading | null;
  readonly test: Reading | null;
  /** When a person last said by a list who has paid. */
  readonly listedAt: number | null;
  /** Addresses on those lists. */
  readonly listed: number;
  /** When the sheet last went LIVE with a live key: no list from before knows who has paid since it was written. */
  readonly wentLiveAt: number | null;
}

type Kept = Readonly<Record<string, string>>;

const PROPERTY = "history";
/** Stripe in trouble is often well again after this; a missing permission a person has to give. */
export const HISTORY_RETRY_MS = 30 * MINUTE_MS;
const UNREAD: HistoryState = {
  ...{ live: null, test: null, listedAt: null, listed: 0 },
  wentLiveAt: null,
};

export function historyOf(kept: Kept): HistoryState {
  try {
    return { ...UNREAD, ...(JSON.parse(kept[PROPERTY] ?? "{}") as Partial<HistoryState>) };
  } catch {
    return UNREAD;
  }
}

export function keepHistory(ports: Ports, state: HistoryState): void {
  ports.properties.set(PROPERTY, JSON.stringify(state));
}

export function keyKind(apiKey: string): KeyKind {
  return /^[rs]k_test_/.test(apiKey) ? "test" : "live";
}

/** The gate: before it, no marketing mail goes to anybody. In REHEARSAL either history will do. */
export function historyRead(kept: Kept, mode: Settings["mode"]): boolean {
  const state = historyOf(kept);
  const read = (reading: Reading | null) => reading !== null && reading.doneAt !== null;
  if (read(state.live) || listOpens(state, kept, mode)) return true;
  return mode === "REHEARSAL" && read(state.test);
}

function listOpens(
  { listedAt, wentLiveAt }: HistoryState,
  { stripe_key = "" }: Kept,
  mode: Settings["mode"],
): boolean {
  if (listedAt === null) return false;
  const readsAnew = mode === "LIVE" && stripe_key !== "" && keyKind(stripe_key) === "live";
  return !readsAnew || wentLiveAt === null || listedAt > wentLiveAt;
}

/** True: a reading is under way and the next page may be asked for now. */
export function historyUnfinished(kept: Kept, now: number): boolean {
  const apiKey = kept.stripe_key ?? "";
  const reading = historyOf(kept)[keyKind(apiKey)];
  return apiKey !== "" && reading !== null && reading.list !== null && reading.retryAt <= now;
}

/** What was read before a rehearsal, or by a list, is no answer any more: Stripe is asked again from the first page. */
export function beginForLive(ports: Ports, kept: Kept): void {
  const wentLiveAt = ports.clock.now();
  keepHistory(ports, { ...historyOf(kept), live: begun(null), wentLiveAt });
}

/** Begins at the first page. What was read before stays read. */
export function begun(before: Reading | null): Reading {
  return {
    list: HISTORY_LISTS[0],
    after: "",
    objects: 0,
    payments: 0,
    people: 0,
    nobody: 0,
    why: "",
    retryAt: 0,
    doneAt: before?.doneAt ?? null,
  };
}

/** Set up and Connect Stripe begin it by themselves; the timer reads on. True: it was begun now. */
export function beginHistory(ports: Ports, kept: Kept): boolean {
  const state = historyOf(kept);
  const apiKey = kept.stripe_key ?? "";
  const kind = keyKind(apiKey);
  if (apiKey === "" || state[kind] !== null) return false;
  keepHistory(ports, { ...state, [kind]: begun(null) });
  return true;
}

/** From the first page once more; what was read stays read. */
export function beginAgain(ports: Ports, kept: Kept, kind: KeyKind): void {
  const state = historyOf(kept);
  keepHistory(ports, { ...state, [kind]: begun(state[kind]) });
}

/** Payments may have been missed: until it is read to its end once more, no marketing goes. */
export function beginClosed(ports: Ports, kept: Kept): void {
  if (keyKind(kept.stripe_key ?? "") === "live") beginForLive(ports, kept);
  else keepHistory(ports, { ...historyOf(kept), test: begun(null) });
}

export interface HistoryCheck {
  readonly ok: boolean;
  readonly told: Words;
}

/** What Start here says of it. */
export function historyCheck(kept: Kept, mode: Settings["mode"]): HistoryCheck {
  const state = historyOf(kept);
  const ok = historyRead(kept, mode);
  const apiKey = kept.stripe_key ?? "";
  const reading = apiKey === "" ? null : state[keyKind(apiKey)];
  if (reading !== null && reading.why !== "") return { ok, told: failing(reading) };
  if (reading !== null && reading.list !== null) return { ok, told: underWay(reading) };
  if (reading !== null && reading.doneAt !== null) return { ok, told: finished(reading) };
  if (state.listedAt !== null) return { ok, told: HISTORY.listed(state.listed) };
  return { ok, told: apiKey === "" ? HISTORY.withoutKey : HISTORY.withKey };
}

function failing({ why, list }: Reading): Words {
  return HISTORY.failing(list ?? "", why);
}

function underWay({ objects, people, list }: Reading): Words {
  return HISTORY.underWay(HISTORY_LIST_WORDS[list ?? "charges"], objects, people);
}

function finished({ payments, people, nobody }: Reading): Words {
  const told = HISTORY.finished(payments, people);
  if (nobody === 0) return told;
  const more = HISTORY.withoutAddress(nobody);
  return { en: told.en + more.en, zh: told.zh + more.zh };
}

/** The list after this one; null: it was the last. */
export function listAfter(list: HistoryList): HistoryList | null {
  return ownValue(NEXT, list) ?? null;
}
const NEXT: Readonly<Record<string, HistoryList>> = {
  charges: "checkout/sessions",
  "checkout/sessions": "customers",
};
