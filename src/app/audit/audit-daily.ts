// The audit by itself, once a day: some people at a time on ticks that have nothing else to do. A difference is told on
// Start here.
import { DAY_MS, MINUTE_MS } from "../../model/time";
import type { Language, Ports } from "../../ports";
import { ARCHIVE_LINE } from "../../words/archive";
import { AUDIT_CHECK } from "../../words/audit";
import { isWhole } from "../archive";
import { type Check, lineOf } from "../check-words";
import { readDoorConfig } from "../doors/door-config";
import { writeStartHere } from "../report-run";
import { runMsLeft } from "../timer/run-ledger";
import { type Audited, audited, type Difference } from "./audit";

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
  readonly told: {
    readonly count: number;
    readonly named: string;
    readonly at: number;
    readonly many: boolean;
  } | null;
}
/** Property. It names some of those who were found. */
export const AUDIT_KEPT = "audit";
/** Some seconds of a run, most of them for reading four tabs. */
const PEOPLE_AT_ONCE = 500;
/** The day's trigger minutes are for mails: so many must be left, and slices do not follow each other at once. */
const SPARE_MS = 15 * MINUTE_MS;
const SLICE_EVERY_MS = 10 * MINUTE_MS;
/** So many events that lie here whole make every run that reads them slower. */
const EVENTS_MANY = 20_000;
const NAMED_MAX = 3;
const NEW: State = { next: 0, from: 0, count: 0, named: [], told: null };

export function isAuditDue(kept: Kept, now: number): boolean {
  const state = stateOf(kept);
  return state !== null && state.next <= now && runMsLeft(kept, now) >= SPARE_MS;
}

/** After an idle tick: costs nothing until it is time. */
export function auditSome(ports: Ports, kept: Kept, now: number): void {
  const state = stateOf(kept);
  if (state === null || !isAuditDue(kept, now)) return;
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
    } else {
      endRound(ports, state, { count, names: named, many: eventsWhole(found) }, language);
    }
  } catch (error) {
    ports.log.warn(`audit: ${String(error)}`);
  }
}

/** The first round begins a day after the first run that did something. */
export function beginAudits(ports: Ports, kept: Kept, now: number): void {
  if (kept[AUDIT_KEPT] === undefined) keep(ports, { ...NEW, next: now + DAY_MS });
}

/** Of a look at everybody. */
export function keepFound(ports: Ports, kept: Kept, found: Audited, language: Language): void {
  const names = namesOf(found.differences).slice(0, NAMED_MAX);
  const round = { count: found.differences.length, names, many: eventsWhole(found) };
  endRound(ports, stateOf(kept) ?? NEW, round, language);
}

interface Round {
  readonly count: number;
  readonly names: readonly string[];
  /** Events that no archive holds yet. */
  readonly many: number;
}

function endRound(ports: Ports, before: State, round: Round, language: Language): void {
  const now = ports.clock.now();
  const { count, names } = round;
  const named = names.join(", ") + (count > NAMED_MAX ? " …" : "");
  const many = round.many > EVENTS_MANY;
  keep(ports, { ...NEW, next: now + DAY_MS, told: { count, named, at: now, many } });
  // An agreement is no news each day.
  const news = before.told === null || before.told.count + count > 0;
  const checks = [
    ...(news ? [check(ports, count, named, now)] : []),
    ...(many || before.told?.many === true ? [archiveCheck(round.many)] : []),
  ];
  if (checks.length === 0) return;
  writeStartHere(
    ports,
    checks.map((one) => lineOf(one, language, now)),
  );
}

/** Nothing is moved by itself: whoever looks for something old must know that it has gone. */
function archiveCheck(many: number): Check {
  const { few, open } = ARCHIVE_LINE;
  return { id: "archive", ok: many <= EVENTS_MANY, ready: few, open: open(many) };
}

function eventsWhole({ auditing }: Audited): number {
  return auditing.recorded.events.filter(isWhole).length;
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
    return kept[AUDIT_KEPT] === undefined
      ? null
      : { ...NEW, ...(JSON.parse(kept[AUDIT_KEPT]) as Partial<State>) };
  } catch {
    return NEW;
  }
}

function keep({ properties }: Ports, state: State): void {
  properties.set(AUDIT_KEPT, JSON.stringify(state));
}
