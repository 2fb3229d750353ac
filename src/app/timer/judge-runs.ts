// Past too many errors sending pauses itself. After refusals a person's press lifts the pause, or a few mails that went when
// it tried again by itself; after failing runs, one that goes through: whoever is away need not come back for it.
import type { SendRow } from "../../../sheets-schema/index";
import type { Settings } from "../../model/settings";
import { HOUR_MS } from "../../model/time";
import type { Language, Ports } from "../../ports";
import { lineOf } from "../check-words";
import { markStop } from "../doors/record-event";
import { writeStartHere } from "../report-run";
import { TAKEN_BACK } from "../sending/send-batch";
import {
  FAILED,
  FAILED_MAX,
  type FailedRuns,
  failedRuns,
  liftedAt,
  PAUSED,
  type Pause,
  pauseOf,
  sendingCheck,
} from "./error-pause";

type Kept = Readonly<Record<string, string>>;

const BAD_MIN = 5;
const BAD_SHARE = 0.2;
/** Longer than most troubles of Gmail's, and four times a day. */
const TRY_AGAIN_MS = 6 * HOUR_MS;

interface Sent {
  readonly settings: Pick<Settings, "language">;
  /** Every Sends row. */
  readonly rows: Iterable<SendRow>;
  readonly sent: number;
  readonly errors: readonly string[];
}

/** After a run's mails: pause, pause on, or end the pause. Costs nothing while mails go as they should. */
export function judgeSends(ports: Ports, kept: Kept, sends: Sent): void {
  const now = ports.clock.now();
  const pause = pauseOf(kept);
  const { language } = sends.settings;
  const [error] = [...sends.errors].reverse();
  if (error === undefined) {
    if (pause !== null && sends.sent > 0) resumeSending(ports, kept, language);
    return;
  }
  const counts = pause === null ? badOf(kept, sends.rows, now) : pause;
  if (counts === null) return;
  const { bad, of } = counts;
  const at = pause?.at ?? now;
  const what = error.slice(0, 300);
  putPause(ports, { why: "refused", at, bad, of, what, tryAt: now + TRY_AGAIN_MS }, language);
}

/** Null: not enough of them, or a share of them that happens. */
function badOf(kept: Kept, rows: Iterable<SendRow>, now: number): Pick<Pause, "bad" | "of"> | null {
  // What a person has looked at and let go on is not held against it again.
  const since = Math.max(now - HOUR_MS, liftedAt(kept));
  let [bad, of] = [0, 0];
  for (const row of rows) {
    if ((row.sent_at ?? row.planned_at ?? 0) < since) continue;
    const failed = isBad(row);
    if (failed) bad += 1;
    if (failed || row.status === "SENT") of += 1;
  }
  return bad >= BAD_MIN && bad >= of * BAD_SHARE ? { bad, of } : null;
}

/** Refused, or nobody knows: after a run's outcomes an intent that still stands is unsure. */
function isBad({ status, why }: SendRow): boolean {
  if (why === TAKEN_BACK) return false;
  return status === "WITHDRAWN" ? why !== "" : status !== "SENT";
}

/** A run threw. Several in a row may have sent what they could not write down. */
export function noteFailedRun({ properties, clock }: Ports, kept: Kept, what: string): void {
  const now = clock.now();
  const before = failedRuns(kept);
  const times = (before?.times ?? 0) + 1;
  const failed: FailedRuns = { since: before?.since ?? now, times, what };
  properties.set(FAILED, JSON.stringify(failed));
  if (times < FAILED_MAX || pauseOf(kept) !== null) return;
  const pause: Pause = { why: "runs", at: now, bad: times, of: times, what, tryAt: now };
  properties.set(PAUSED, JSON.stringify(pause));
}

/** A run went through. True: runs had failed before it. */
export function noteGoodRun(ports: Ports, kept: Kept, language: Language): boolean {
  if ((kept[FAILED] ?? "") === "") return false;
  ports.properties.remove(FAILED);
  if (pauseOf(kept)?.why === "runs") resumeSending(ports, kept, language);
  return true;
}

/** By a press, or by itself. Nothing to do where nothing is paused. */
export function resumeSending(ports: Ports, kept: Kept, language: Language): void {
  if (pauseOf(kept) === null) return;
  ports.properties.set(PAUSED, JSON.stringify({ why: "", at: ports.clock.now() }));
  // What waited is looked at again at the next tick.
  markStop(ports);
  tellLine(ports, { ...kept, [PAUSED]: "" }, true, language);
}

function putPause(ports: Ports, pause: Pause, language: Language): void {
  const text = JSON.stringify(pause);
  ports.properties.set(PAUSED, text);
  tellLine(ports, { [PAUSED]: text }, true, language);
}

function tellLine(ports: Ports, kept: Kept, sending: boolean, language: Language): void {
  const check = sendingCheck(ports, kept, sending);
  writeStartHere(ports, [lineOf(check, language, ports.clock.now())]);
}
