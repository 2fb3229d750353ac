// What holds a due marketing mail back for a while: its reader's clock, and what they have had lately. It never drops one.
import { type DueSend, waitOf } from "../../cadence/due-sends";
import type { Limited } from "../../cadence/frequency";
import { laterBy } from "../../cadence/jitter";
import { heldMark, heldSince, SLOT_MS, withoutLate } from "../../cadence/late";
import { closedNow, nextTimeOfDay, opensAt } from "../../cadence/send-window";
import { type ReaderClock, readerClock } from "../../model/contact-zone";
import { spanWords } from "../../model/date-words";
import { contactIdOf } from "../../model/enrollment";
import { LAST_QUESTION } from "../../model/own-steps";
import type { PaceSettings } from "../../model/pace-settings";
import { type Reason, reason, say } from "../../model/reason";
import { DAY_MS, toWholeSecond } from "../../model/time";
import { wallAt, type ZoneClock } from "../../model/zone";
import { capWords, ZONE_FROM } from "../../words/reasons-held";
import type { Book } from "../book";
import { silenceMark } from "../last-question";
import type { Office } from "../office";
import { limitsOf } from "../person-limits";
import type { Planning } from "./plan";

export interface Held {
  readonly until: number;
  readonly why: Reason;
  /** The last question goes instead: its part of the send key. */
  readonly asks?: string;
}
/** The last question was answered by nothing. */
export interface Silence {
  readonly askedAt: number;
}
export interface HeldDue extends Held {
  readonly due: DueSend;
}
type HoldBack = (due: DueSend, planned: readonly DueSend[]) => Held | Silence | null;

/** `planned`: what goes in the same run, before it. A time that a person has given holds as it stands. */
export function holdBack(planning: Planning): HoldBack {
  const { pace } = planning.office.settings;
  const { now } = planning;
  const clockOf = clocksOf(planning);
  const freeOf = limitsOf(planning);
  const places = placesOf(planning);
  return (due, planned) => {
    if (!due.beside && withoutLate(due.enrollment.timedBy) === "hand") return null;
    const marketing = due.step.class === "marketing";
    const { timeOfDayMs } = (due.beside ? undefined : waitOf(due)) ?? {};
    if (!marketing && timeOfDayMs === undefined) return null;
    const reader = clockOf(due);
    const { clock } = reader;
    const hour = timeOfDayMs === undefined ? now : nextTimeOfDay(clock, timeOfDayMs, due.dueAt);
    const free = marketing ? freeOf(due, planned) : null;
    if (free?.by === "silence") return { askedAt: free.askedAt };
    const earliest = Math.max(now, hour, free?.until ?? now);
    const closed = marketing ? closedNow(pace, clock, earliest) : null;
    const later = marketing && closed === null ? jittered(pace, due, clock, hour) : 0;
    if (later > earliest) return heldUntil(planning, due, reader, later, "jitter");
    if (earliest === now && closed === null) return null;
    const opens = (at: number) => (marketing ? opensAt(pace, clock, at) : at);
    const until = places(opens(earliest), opens);
    return heldUntil(planning, due, reader, until, free ?? closed ?? "time of day");
  };
}

/** From when it was due, or from its time of day; 0 where that would cost it its day or its price. */
function jittered(pace: PaceSettings, due: DueSend, clock: ZoneClock, hour: number): number {
  if (pace.jitterMs === 0 || due.beside) return 0;
  const { timeOfDayMs } = waitOf(due) ?? {};
  const from = timeOfDayMs === undefined ? due.dueAt : hour;
  const at = from + laterBy(due.key, pace.jitterMs);
  return at >= due.deadline || closedNow(pace, clock, at) !== null ? 0 : at;
}

/** Many wait for the same hour: some go then, the others a quarter of an hour later and so on, in the order they came. */
function placesOf({ book, heldAtOnce, now }: Planning) {
  let taken: Map<number, number> | undefined;
  const slotOf = (at: number) => Math.floor(at / SLOT_MS);
  return (first: number, opens: (at: number) => number): number => {
    taken ??= takenIn(book, now, slotOf);
    let at = first;
    while ((taken.get(slotOf(at)) ?? 0) >= heldAtOnce) at = opens(at + SLOT_MS);
    taken.set(slotOf(at), (taken.get(slotOf(at)) ?? 0) + 1);
    return at;
  };
}

function takenIn(book: Book, now: number, slotOf: (at: number) => number): Map<number, number> {
  const taken = new Map<number, number>();
  for (const { row, timedBy } of book.enrollments()) {
    const at = row.next_at ?? 0;
    if (at <= now || heldSince(timedBy) === null) continue;
    taken.set(slotOf(at), (taken.get(slotOf(at)) ?? 0) + 1);
  }
  return taken;
}

/** The time a held mail waits for, with a mark that says so: the cadence goes on counting from when it went. */
export function settleHeld(book: Book, { settings }: Office, held: readonly HeldDue[]): void {
  for (const { due, until, why, asks } of held) {
    const { row, owed, timedBy } = book.enrollment(due.enrollment.row.id) ?? due.enrollment;
    const told = { ...row, why: say(why, settings.language) };
    if (due.beside) {
      const later = owed.map((one) => (one === due.owed ? { ...one, notBefore: until } : one));
      book.putEnrollment({ ...due.enrollment, owed: later, row: told });
      continue;
    }
    const mark = heldMark(timedBy, due.dueAt);
    const question = asks === undefined ? [] : [{ step: LAST_QUESTION, event: asks }];
    const next = { timedBy: mark, owed: [...owed, ...question] };
    book.putEnrollment({ ...due.enrollment, ...next, row: { ...told, next_at: until } });
  }
}

/** The file's own zone is asked for at most once. */
export function clocksOf({ ports, office, book, now }: Planning) {
  let file: string | undefined;
  const sheet = () => {
    file ??= ports.workbook.wallTime(now, "").zone;
    return file;
  };
  const { readerZone } = office.settings.pace;
  return ({ enrollment }: Pick<DueSend, "enrollment">): ReaderClock => {
    const { time_zone = "", phone = "" } = book.contact(contactIdOf(enrollment.row.id)) ?? {};
    return readerClock(ports.zones.offsetMs, { time_zone, phone }, readerZone, sheet, now);
  };
}

/** What the clock shows: "yyyy-MM-dd HH:mm". */
export function shownBy({ clock }: ReaderClock, at: number): string {
  return new Date(wallAt(clock, at)).toISOString().slice(0, 16).replace("T", " ");
}

const BY_CLOCK = {
  "quiet hours": "heldQuiet",
  "no working day": "heldDay",
  "a holiday": "heldHoliday",
  "time of day": "heldTime",
  jitter: "heldJitter",
} as const;
const BY_LIMIT = { cap: "heldCap", gap: "heldGap", flow: "heldFlow", offer: "heldOffer" } as const;

function heldUntil(
  { now }: Planning,
  { step: { step } }: DueSend,
  reader: ReaderClock,
  atMs: number,
  by: Exclude<Limited, { readonly by: "silence" }> | keyof typeof BY_CLOCK,
): Held {
  const until = toWholeSecond(atMs);
  const shown = shownBy(reader, until);
  // Within a day the hour says it all.
  const at = until - now < DAY_MS ? shown.slice("yyyy-MM-dd ".length) : shown;
  const values = { step, at, zone: reader.clock.zone, from: ZONE_FROM[reader.from] };
  if (typeof by === "string") return { until, why: reason(BY_CLOCK[by], values) };
  if (by.by === "cool") {
    return { until, why: reason("heldCool", { ...values, what: String(by.silent) }) };
  }
  if (by.by === "ask") {
    return { until, why: reason("heldAsk", values), asks: silenceMark(by.signAt) };
  }
  if (by.by === "answer") return { until, why: reason("heldAnswer", values) };
  if (by.by === "turn") return { until, why: reason("heldTurn", values) };
  const spanMs = by.by === "cap" ? by.cap.periodMs : by.spanMs;
  const span = { en: spanWords(spanMs, "en"), zh: spanWords(spanMs, "zh") };
  const what = by.by === "cap" ? capWords(by.cap.mails, span) : span;
  return { until, why: reason(BY_LIMIT[by.by], { ...values, what }) };
}
