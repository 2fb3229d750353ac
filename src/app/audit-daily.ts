// The audit by itself, once a day: some people at a time on ticks that have nothing else to do. A difference is told on
// Start here.
import { DAY_MS, MINUTE_MS } from "../model/time";
import type { Language, Ports } from "../ports";
import { AUDIT_CHECK } from "../words/audit";
import { audited, type Difference } from "./audit";
import { type Check, lineOf } from "./check-words";
import { readDoorConfig } from "./door-config";
import { writeStartHere } from "./report-run";

type Kept = Readonly<Record<string, string>>;

interface State {
  /** When to look next, epoch ms. */
  readonly next: number;
  /** How many people have been looked at in this round. */
  readonly from: number;
  /** Found in this round so far: how many, and the first by name. */
  readonly count: number;
  readonly named: readonly string[];
  /** What the last whole round found, and when it ended; null: none has. */
  readonly told: { readonly count: number; readonly named: string; readonly at: number } | null;
}
const PROPERTY = "audit";
/** Some seconds of a run, most of them for reading four tabs. */
const PEOPLE_AT_ONCE = 500;
/** The day's trigger minutes are for mails. */
const SLICE_EVERY_MS = 10 * MINUTE_MS;
const NAMED_MAX = 3;
const NEW: State = { next: 0, from: 0, count: 0, named: [], told: null };

/** After an idle tick: costs nothing until it is time. */
export function auditSome(ports: Ports, kept: Kept, now: number): void {
  const state = stateOf(kept);
  if (state === null || state.next > now) return;
  const { language } = readDoorConfig(kept);
  // Whatever becomes of this slice, the next tick does not begin it again.
  keep(ports, { ...state, next: now + SLICE_EVERY_MS });
  try {
    const { from } = state;
    const found = audited(ports, kept, { from, count: PEOPLE_AT_ONCE });
    const named = [...state.named, ...namesOf(found.differences)].slice(0, NAMED_MAX);
    const count = state.count + found.differences.length;
    if (found.next < found.people) {
      keep(ports, { ...state, next: now + SLICE_EVERY_MS, from: found.next, count, named });
    } else endRound(ports, state, count, named, language);
  } catch (error) {
    ports.log.warn(`audit: ${String(error)}`);
  }
}

/** The first round begins a day after the first run that did something. */
export function beginAudits(ports: Ports, kept: Kept, now: number): void {
  if (kept[PROPERTY] === undefined) keep(ports, { ...NEW, next: now + DAY_MS });
}

/** Of a look at everybody. */
export function keepFound(
  ports: Ports,
  kept: Kept,
  differences: readonly Difference[],
  language: Language,
): void {
  const named = namesOf(differences).slice(0, NAMED_MAX);
  endRound(ports, stateOf(kept) ?? NEW, differences.length, named, language);
}

function endRound(
  ports: Ports,
  before: State,
  count: number,
  names: readonly string[],
  language: Language,
): void {
  const now = ports.clock.now();
  const named = names.join(", ") + (count > NAMED_MAX ? " …" : "");
  keep(ports, { ...NEW, next: now + DAY_MS, told: { count, named, at: now } });
  // An agreement is no news each day.
  if (before.told === null || before.told.count + count > 0) {
    writeStartHere(ports, [lineOf(check(ports, count, named, now), language, now)]);
  }
}

function check({ workbook }: Ports, count: number, named: string, at: number): Check {
  const ready = AUDIT_CHECK.none(workbook.wallTime(at, "").text);
  return { id: "audit", ok: count === 0, ready, open: AUDIT_CHECK.some(count, named) };
}

function namesOf(differences: readonly Difference[]): readonly string[] {
  return differences.map(({ stands: { row } }) => `${row.email} ${row.flow}`);
}

function stateOf(kept: Kept): State | null {
  try {
    return kept[PROPERTY] === undefined
      ? null
      : { ...NEW, ...(JSON.parse(kept[PROPERTY]) as Partial<State>) };
  } catch {
    return NEW;
  }
}

function keep({ properties }: Ports, state: State): void {
  properties.set(PROPERTY, JSON.stringify(state));
}
