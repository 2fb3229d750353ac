// The day's minutes of timer runs: how often the timer may work, so that they last (facts 4.1: 90 a day, 360 in Workspace).
import { HOUR_MS, MINUTE_MS } from "../model/time";
import { CONSUMER_RECIPIENTS } from "./quota";

/** What the platform gives is 90; the rest is for what cannot be booked: a run that was cut, other scripts. */
const DAY_MS_MAX = 80 * MINUTE_MS;
const WORKSPACE_TIMES = 4;
/** A day and the hour that is under way: whenever the platform's own day begins, it is within these. */
const HOURS_BACK = 25;
const TICKS_A_DAY = 1_440;
const LOOKS_A_DAY = 144;
const COMPARES_EVERY_MS = 10 * MINUTE_MS;
/** Passes without a pause that must remain at each pace, before it is left for a slower one. */
const PACES: readonly { readonly everyMin: number; readonly runs: number }[] = [
  { everyMin: 1, runs: 60 },
  { everyMin: 2, runs: 30 },
  { everyMin: 5, runs: 12 },
  { everyMin: 10, runs: 6 },
  { everyMin: 15, runs: 4 },
  { everyMin: 30, runs: 2 },
  { everyMin: 60, runs: 1 },
];
/** At these paces the rest of a busy day is still worked off every quarter of an hour, or a third of what there is kept for it. */
const KEEPS_UP_TO_MIN = 10;
const QUARTERS_A_DAY = 88;
const KEPT_SHARE = 3;
/** Of the timer's start and of asking whether it rests. */
const REST_MS = 500;
/** A run is not begun for less. */
const RUN_MS_MIN = MINUTE_MS;
/** A new one counts this much; the cost of a run follows the size of the sheet, and that changes slowly. */
const WEIGHT = 0.3;

export const RESTS = 9_999;

export interface Ledger {
  /** Hour since 1970 → milliseconds of runs that did something, and of those that looked only. */
  readonly hours: Readonly<Record<string, readonly [workMs: number, idleMs: number]>>;
  /** Everything before is booked. */
  readonly until: number;
  /** At which part of a minute the timer comes. */
  readonly phaseMs: number;
  /** The pace since then. */
  readonly everyMin: number;
  /** What one costs: a tick that finds nothing, one that compares, one that works. */
  readonly idleMs: number;
  readonly lookMs: number;
  readonly workMs: number;
  /** The largest quota of recipients ever seen: tells the kind of account. */
  readonly recipients: number;
  /** Of what other jobs have taken in all their life, so much is in the hours. Absent: an older version left it. */
  readonly besideMs?: number;
}
export interface Ran {
  readonly kind: "look" | "work";
  readonly startedAt: number;
  readonly ranMs: number;
  /** What a run before it took that was cut: counted, but nothing is learnt from it. */
  readonly cutMs?: number;
}

export function newLedger(now: number): Ledger {
  const costs = { idleMs: 800, lookMs: 3_000, workMs: 8_000 };
  return { hours: {}, until: now, phaseMs: now % MINUTE_MS, everyMin: 1, ...costs, recipients: 0 };
}

/** With a run that just ended, the idle ones before it, what other jobs took, and the pace from here on. */
export function booked(
  ledger: Ledger,
  { kind, startedAt, ranMs, cutMs = 0 }: Ran,
  now: number,
  othersMs = 0,
): Ledger {
  const idleMs = unbookedMs(ledger, startedAt) * idleShare(ledger);
  const hour = Math.floor(now / HOUR_MS);
  const [work, idle] = ledger.hours[hour] ?? [0, 0];
  const didMs = othersMs + cutMs + (kind === "work" ? ranMs : 0);
  const hours: Record<string, readonly [number, number]> = { ...hoursAt(ledger, now) };
  hours[hour] = [
    Math.round(work + didMs),
    Math.round(idle + idleMs + (kind === "look" ? ranMs : 0)),
  ];
  const cost = kind === "work" ? "workMs" : "lookMs";
  const learnt = Math.round(ledger[cost] + WEIGHT * (ranMs - ledger[cost]));
  const phaseMs = startedAt % MINUTE_MS;
  const next = { ...ledger, hours, until: Math.max(now, ledger.until), phaseMs, [cost]: learnt };
  return { ...next, everyMin: paceOf(next) };
}

function hoursAt({ hours }: Ledger, now: number): Ledger["hours"] {
  const first = Math.floor(now / HOUR_MS) - HOURS_BACK;
  return Object.fromEntries(Object.entries(hours).filter(([at]) => Number(at) > first));
}

/** As it stands now: hours of the day before are over, and may have given back some room. */
export function ledgerAt(ledger: Ledger, now: number): Ledger {
  const known = { ...ledger, hours: hoursAt(ledger, now) };
  return { ...known, everyMin: paceOf(known) };
}

/** Milliseconds of the last day that runs may still take, idle ones of the day to come kept back. */
export function freeMs(ledger: Ledger, everyMin: number): number {
  const spent = Object.values(ledger.hours);
  const worked = spent.reduce((sum, [workMs]) => sum + workMs, 0);
  const idled = spent.reduce((sum, [, idleMs]) => sum + idleMs, 0);
  return dayMs(ledger) - worked - Math.max(idled, idleDayMs(ledger, everyMin));
}

export function usedMs({ hours }: Ledger): number {
  return Object.values(hours).reduce((sum, [workMs, idleMs]) => sum + workMs + idleMs, 0);
}

export function dayMs({ recipients }: Ledger): number {
  return DAY_MS_MAX * (recipients > CONSUMER_RECIPIENTS ? WORKSPACE_TIMES : 1);
}

/** RESTS: not at all, until hours of the day before are over. */
function paceOf(ledger: Ledger): number {
  const { workMs } = ledger;
  const wholeMs = Math.max(0, dayMs(ledger) - idleDayMs(ledger, 1));
  const kept = Math.min(QUARTERS_A_DAY * workMs, wholeMs / KEPT_SHARE);
  const pace = PACES.find(({ everyMin, runs }) => {
    const needs = workMs * runs + (everyMin <= KEEPS_UP_TO_MIN ? kept : 0);
    return freeMs(ledger, everyMin) >= Math.max(needs, RUN_MS_MIN);
  });
  return pace?.everyMin ?? RESTS;
}

/** Ticks between two that are attended cost their start alone; a comparison comes every ten minutes at most. */
function idleDayMs({ idleMs, lookMs }: Ledger, everyMin: number): number {
  const attended = TICKS_A_DAY / everyMin;
  const looks = Math.min(LOOKS_A_DAY, attended);
  const idle = TICKS_A_DAY * REST_MS + attended * Math.max(0, idleMs - REST_MS);
  return idle + looks * Math.max(0, lookMs - idleMs);
}

/** At full pace a comparison books every ten minutes; a longer silence was none of ours: the timer did not run. */
function unbookedMs({ until, everyMin }: Ledger, now: number): number {
  const most = everyMin === 1 ? 2 * COMPARES_EVERY_MS : HOURS_BACK * HOUR_MS;
  return Math.min(Math.max(0, now - until), most);
}

/** Of a stretch without news; its comparisons are booked by themselves. */
function idleShare({ idleMs, everyMin }: Ledger): number {
  return (REST_MS + Math.max(0, idleMs - REST_MS) / everyMin) / MINUTE_MS;
}

/** The minute as the timer counts it: it comes at about the same second of each. */
export function isAttended({ phaseMs }: Ledger, now: number, every: number): boolean {
  return Math.floor((now - phaseMs + MINUTE_MS / 2) / MINUTE_MS) % every === 0;
}
