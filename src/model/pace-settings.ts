// Settings of when and how often marketing may go.
import { PACE_FAULTS } from "../words/pace-faults";
import type { RuleFault } from "./flow";
import { listOf } from "./list-cell";
import { type DaySpan, type Hours, parseDays, parseHolidays, parseHours } from "./send-window";
import { parseWait } from "./time";

/** At most so many mails in any span of that length. */
export interface Cap {
  readonly mails: number;
  readonly periodMs: number;
}
/** After so many marketing mails without a sign of life. */
export interface CoolRule {
  readonly mails: number;
  /** "ask": one last question; nothing comes while it waits for its answer, nor afterwards without one. */
  readonly does: "rarer" | "pause" | "ask" | "stop";
  /** Of a pause, and of how long an answer is waited for; 0 for the others. */
  readonly pauseMs: number;
}
/** From one marketing mail to the next: to whom has lately shown a sign of life, and to the others. */
export interface Rhythm {
  readonly engagedMs: number;
  readonly othersMs: number;
}
export interface PaceSettings {
  readonly quietHours: Hours | null;
  /** Days of the week, Sunday 0; none: all. */
  readonly workingDays: readonly number[];
  readonly holidays: readonly DaySpan[];
  /** Of readers who brought none; "": the file's. */
  readonly readerZone: string;
  readonly caps: readonly Cap[];
  /** From one marketing mail to the next to the same person; 0: none. */
  readonly minGapMs: number;
  /** The same, where the next is of another flow. */
  readonly flowGapMs: number;
  /** The same, where the next is of the same offer. */
  readonly offerGapMs: number;
  /** A mail goes up to so much later than its time; 0: on time. */
  readonly jitterMs: number;
  /** The mildest first. */
  readonly coolDown: readonly CoolRule[];
  readonly rhythm: Rhythm | null;
  /** Rows of Regions that hold. */
  readonly regions: readonly string[];
}

export const QUIET_HOURS = "21:00-08:00";

interface Rule {
  readonly allowed: RuleFault["allowed"];
  readonly fits: (value: string) => boolean;
}
const orEmpty = (parse: (value: string) => unknown) => (value: string) =>
  value === "" || parse(value) !== null;
const GAP: Rule = { allowed: PACE_FAULTS.gap, fits: orEmpty(parseWait) };

export const PACE_RULES = {
  quiet_hours: { allowed: PACE_FAULTS.hours, fits: orEmpty(parseHours) },
  working_days: { allowed: PACE_FAULTS.days, fits: orEmpty(parseDays) },
  holidays: { allowed: PACE_FAULTS.holidays, fits: orEmpty(parseHolidays) },
  reader_zone: { allowed: PACE_FAULTS.zone, fits: (value) => /^[\w+/:-]{0,64}$/.test(value) },
  cap_marketing: { allowed: PACE_FAULTS.caps, fits: orEmpty(parseCaps) },
  min_gap: GAP,
  flow_gap: GAP,
  offer_gap: GAP,
  jitter: GAP,
  cool_down: { allowed: PACE_FAULTS.coolDown, fits: orEmpty(parseCoolDown) },
  rhythm: { allowed: PACE_FAULTS.rhythm, fits: orEmpty(parseRhythm) },
  regions: { allowed: PACE_FAULTS.regions, fits: (value) => /^[\w ,;，、-]*$/.test(value) },
} as const satisfies Readonly<Record<string, Rule>>;

/** A sheet that has no such row yet keeps quiet hours, as a new one does; an emptied cell means none. */
export function paceFrom(
  value: (key: keyof typeof PACE_RULES) => string | undefined,
): PaceSettings {
  const span = (key: "min_gap" | "flow_gap" | "offer_gap" | "jitter") =>
    parseWait(value(key) ?? "") ?? 0;
  return {
    quietHours: parseHours(value("quiet_hours") ?? QUIET_HOURS),
    workingDays: parseDays(value("working_days") ?? "") ?? [],
    holidays: parseHolidays(value("holidays") ?? "") ?? [],
    readerZone: value("reader_zone") ?? "",
    caps: parseCaps(value("cap_marketing") ?? "") ?? [],
    minGapMs: span("min_gap"),
    flowGapMs: span("flow_gap"),
    offerGapMs: span("offer_gap"),
    jitterMs: span("jitter"),
    coolDown: parseCoolDown(value("cool_down") ?? "") ?? [],
    rhythm: parseRhythm(value("rhythm") ?? ""),
    regions: listOf(value("regions") ?? ""),
  };
}

const ANSWER_WITHIN = "14 d";

/** "6 rarer, 10 pause 60 d, 14 ask 14 d, 15 stop"; null: a part of it is none. */
function parseCoolDown(seen: string): readonly CoolRule[] | null {
  const rules = seen.split(",").map((part): CoolRule | null => {
    const [, mails, does = "", span = "0"] =
      /^(\d{1,3}) (rarer|stop|pause|ask) ?(.*)$/.exec(part.trim()) ?? [];
    const pauseMs = parseWait(span || (does === "ask" ? ANSWER_WITHIN : "0"));
    const waits = does === "pause" || does === "ask";
    if (!(Number(mails) > 0) || pauseMs === null || waits !== pauseMs > 0) return null;
    return { mails: Number(mails), does: does as CoolRule["does"], pauseMs };
  });
  if (!rules.every((rule) => rule !== null)) return null;
  return [...rules].sort((a, b) => a.mails - b.mails);
}

/** "1 d, 4 d"; null: it is none. */
function parseRhythm(seen: string): Rhythm | null {
  const [engagedMs = null, othersMs = null, more] = seen.split(",").map(parseWait);
  if (engagedMs === null || othersMs === null || more !== undefined) return null;
  return { engagedMs, othersMs };
}

/** "2 per 7 d, 6 per 30 d"; null: a part of it is none. */
function parseCaps(seen: string): readonly Cap[] | null {
  const caps = seen.split(",").map((part) => {
    const [, mails, period = ""] = /^\s*(\d{1,3}) (?:per|\/) (.+)$/.exec(part) ?? [];
    const periodMs = parseWait(period) ?? 0;
    return Number(mails) > 0 && periodMs > 0 ? { mails: Number(mails), periodMs } : null;
  });
  return caps.every((cap) => cap !== null) ? caps : null;
}
