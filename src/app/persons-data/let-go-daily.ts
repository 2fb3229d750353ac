// Once a day, on a tick that has time: what Settings keep no longer keeps, and whether those who left were left alone in time.
import { DAY_MS, HOUR_MS, MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import { PROMISE_LINE } from "../../words/let-go";
import { type Check, lineOf } from "../check-words";
import { loadSettings } from "../office";
import { writeStartHere } from "../report-run";
import { stopWishes } from "../stop-wishes";
import { runMsLeft } from "../timer/run-ledger";
import { letGo } from "./let-go";

type Kept = Readonly<Record<string, string>>;

/** When next, epoch ms. */
const PROPERTY = "let_go";
/** The day's trigger minutes are for mails: so many must be left, and slices do not follow each other at once. */
const SPARE_MS = 15 * MINUTE_MS;
const SLICE_EVERY_MS = 30 * MINUTE_MS;
/** A run that has worked for long leaves it to the next. */
const LATEST_MS = 2 * MINUTE_MS;
const PROMISED_MS = DAY_MS;
const LOOKS_BACK_MS = 30 * DAY_MS;

export function isLetGoDue(kept: Kept, now: number): boolean {
  const next = Number(kept[PROPERTY] ?? "NaN");
  return next <= now && runMsLeft(kept, now) >= SPARE_MS;
}

/** The first time is a day after the first run that did something. */
export function beginLettingGo({ properties }: Ports, kept: Kept, now: number): void {
  if (kept[PROPERTY] === undefined) properties.set(PROPERTY, String(now + DAY_MS));
}

/** Never throws: it costs nothing until it is time, and whatever becomes of it, the next tick does not begin it again. */
export function letGoIfDue(ports: Ports, kept: Kept, startedAt: number): void {
  const now = ports.clock.now();
  if (!isLetGoDue(kept, now) || now - startedAt > LATEST_MS) return;
  ports.properties.set(PROPERTY, String(now + SLICE_EVERY_MS));
  try {
    const { keep, language } = loadSettings(ports);
    const named = Object.keys(keep).length > 0;
    if (named && letGo(ports, ports.properties.all(), keep)) return;
    writeStartHere(ports, [lineOf(promiseCheck(ports, now), language, now)]);
    ports.properties.set(PROPERTY, String(now + DAY_MS - HOUR_MS));
  } catch (error) {
    ports.log.warn(`what is old was not let go: ${String(error)}`);
  }
}

function promiseCheck({ store }: Ports, now: number): Check {
  const events = store.read("Events").map(({ cells }) => cells);
  const sends = store.read("Sends").map(({ cells }) => cells);
  const { count, slowestMs } = stopWishes({ events, sends }, now - LOOKS_BACK_MS, now);
  const minutes = Math.max(1, Math.ceil(slowestMs / MINUTE_MS));
  const ready = count === 0 ? PROMISE_LINE.nobody : PROMISE_LINE.kept(count, minutes);
  const ok = slowestMs <= PROMISED_MS;
  return { id: "promise", ok, ready, open: PROMISE_LINE.broken(count, minutes) };
}
