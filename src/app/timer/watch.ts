// The timer's two clocks look after each other: the hourly watch after the tick, the tick after the watch. One that stands but
// does not fire is made anew, and counts only once it beats; until then the owner is told. Never from a door (facts 9.6, 9.7).
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../model/time";
import type { Ports, TriggerName } from "../../ports";
import { type HEALTH, WATCH } from "../../words/watch";
import { readDoorConfig } from "../doors/door-config";
import { sheetLink } from "../links/sheet-link";
import { FAILED_MAX, failedRuns, pauseOf } from "./error-pause";
import { beatOf, beginBeat, instantIn, keepBeat, lateMs } from "./heartbeat";
import { finishMails, mailOwner, type OwnerMail } from "./owner-mail";

type Kept = Readonly<Record<string, string>>;

/** The hourly watch may come late or be left out once. */
const WATCH_LATE_MS = 3 * HOUR_MS;
/** A hiccup of Google's is no news. */
const FAILING_MS = 30 * MINUTE_MS;
const WATCHED = "watched";
/** When a trigger was made anew, until it fires. */
const REMADE = { tick: "remade_tick", watch: "remade_watch" } as const;

/** Hourly. */
export function watch(ports: Ports): void {
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "" || ports.person.effectiveUser() !== kept.owner) return;
  const now = ports.clock.now();
  ports.properties.set(WATCHED, String(now));
  if (instantIn(kept, REMADE.watch) !== null) ports.properties.remove(REMADE.watch);
  if (beatOf(kept) === null) beginBeat(ports, now);
  lookAfterTick(ports, kept, now);
  tellOfTrouble(ports, kept, now);
}

/** By a tick that works or compares; an idle one has no call to spare. */
export function lookAfter(ports: Ports, kept: Kept, now: number): void {
  try {
    keepBeat(ports, kept, now);
    if (instantIn(kept, REMADE.tick) !== null) ports.properties.remove(REMADE.tick);
    lookAfterWatch(ports, kept, now);
    finishMails(ports, kept);
  } catch (error) {
    // What is due goes first; the next look is ten minutes away.
    ports.log.warn(`the timers were not looked after: ${String(error)}`);
  }
}

/** A door that finds the beat late has the one mail to send. Costs nothing while all is well. */
export function tellIfLate(ports: Ports, kept: Kept): void {
  const late = lateMs(kept, ports.clock.now());
  if (late > 0 && (kept.owner ?? "") !== "") tellLate(ports, kept, late);
}

/** In one word, for a monitor outside. */
export function healthOf(kept: Kept, now: number): keyof typeof HEALTH {
  if ((kept.owner ?? "") === "") return "none";
  if (lateMs(kept, now) > 0) return "late";
  return pauseOf(kept) === null ? "ok" : "paused";
}

function lookAfterTick(ports: Ports, kept: Kept, now: number): void {
  const late = lateMs(kept, now);
  const remadeAt = instantIn(kept, REMADE.tick);
  // Made anew before and silent since: only a person can help, and is told. It is tried again all the same.
  if (late > 0 && remadeAt !== null) tellLate(ports, kept, late);
  const made = install(ports, late > 0 ? ["tick"] : []);
  const remade = made === null || made.includes("tick");
  if (remade && remadeAt === null) ports.properties.set(REMADE.tick, String(now));
}

function lookAfterWatch(ports: Ports, kept: Kept, now: number): void {
  const watchedAt = instantIn(kept, WATCHED);
  if (watchedAt === null) ports.properties.set(WATCHED, String(now));
  const remadeAt = instantIn(kept, REMADE.watch);
  const since = Math.max(watchedAt ?? now, remadeAt ?? 0);
  if (now - since < WATCH_LATE_MS) return;
  if (remadeAt !== null) {
    const about = { topic: "watch", key: "" } as const;
    mailOwner(ports, kept, about, () => inWords(kept, WATCH.watch(sheetLink(ports))));
    // A day later once more: whoever was told has had time.
    if (now - remadeAt < DAY_MS) return;
  }
  install(ports, ["watch"]);
  ports.properties.set(REMADE.watch, String(now));
}

/** Null: it could not be made; the platform fails at that now and then (facts 9.8). */
function install(ports: Ports, afresh: readonly TriggerName[]): readonly TriggerName[] | null {
  try {
    const made = ports.triggers.install(afresh);
    if (made.length > 0) ports.log.warn(`triggers made anew: ${made.join(", ")}`);
    return made;
  } catch (error) {
    ports.log.warn(`triggers could not be made: ${String(error)}`);
    return null;
  }
}

function tellLate(ports: Ports, kept: Kept, late: number): void {
  const about = { topic: "late", key: "" } as const;
  mailOwner(ports, kept, about, () => inWords(kept, WATCH.late(late, sheetLink(ports))));
}

function tellOfTrouble(ports: Ports, kept: Kept, now: number): void {
  const failed = failedRuns(kept);
  const lasts = failed !== null && failed.times >= FAILED_MAX && now - failed.since >= FAILING_MS;
  if (lasts) {
    const words = () => WATCH.runs(now - failed.since, failed.what, sheetLink(ports));
    mailOwner(ports, kept, { topic: "runs", key: "" }, () => inWords(kept, words()));
  }
  const pause = pauseOf(kept);
  if (pause === null || pause.why !== "refused") return;
  const again = ports.workbook.wallTime(pause.tryAt, "").text;
  const { at, bad, of, what } = pause;
  const words = () => WATCH.paused(bad, of, what, again, sheetLink(ports));
  mailOwner(ports, kept, { topic: "paused", key: String(at) }, () => inWords(kept, words()));
}

function inWords(kept: Kept, mail: ReturnType<typeof WATCH.watch>): OwnerMail {
  const { language } = readDoorConfig(kept);
  return { subject: mail.subject[language], text: mail.text[language] };
}
