// The timer's run, once a minute: a beat, then nothing where nothing came, is due or was asked for.
import type { Ports } from "../ports";
import { handEdits } from "../state/seal";
import { auditSome, beginAudits, isAuditDue } from "./audit/audit-daily";
import {
  comparedAt,
  highWaterOf,
  isReadDue,
  isWholeDue,
  mayBeBrief,
  stoodOf,
  whatToDo,
} from "./cursor";
import { digestIfDue, isDigestDue } from "./digest/digest";
import { isGoneTold } from "./gone-columns";
import { continueHistory } from "./history/history";
import { historyUnfinished } from "./history/history-state";
import { hearMail } from "./mailbox/mailbox";
import { readSeldom } from "./office";
import { hasNewStrangers } from "./own-row";
import { eraseWanted } from "./persons-data/erase";
import { isErasing } from "./persons-data/erase-wanted";
import { beginLettingGo, isLetGoDue, letGoIfDue } from "./persons-data/let-go-daily";
import { type Look, mustAsk, stripeNews } from "./reconcile/reconcile";
import { type RunReport, reportRun } from "./report-run";
import { responseLost } from "./response/response-door";
import { isMirrored } from "./rules-mirror";
import { begun, type NotRun, passes, recovered, watched } from "./run-batch";
import { answerSelfTest, isSelfTestAsked } from "./self-test/self-test-timer";
import { isAsked, startActions } from "./start-here/start-actions";
import { hasStartNews, startNews } from "./start-here/start-news";
import { failedRuns } from "./timer/error-pause";
import { isShown, keepBeat } from "./timer/heartbeat";
import { paceNow } from "./timer/run-ledger";
import { lookAfter } from "./timer/watch";
import { awaitsNaming } from "./unmatched/unmatched";

type Kept = Readonly<Record<string, string>>;

export function runTick(ports: Ports): RunReport | NotRun {
  const quick = quickLook(ports);
  if (quick === "quiet") return "idle";
  const kept = begun(ports);
  if (typeof kept === "string") return kept;
  // Another run may have had the lock in between, and Events more rows since.
  const seen = quick.cursor === kept.cursor ? quick.eventsRow : null;
  answerSelfTest(ports, kept);
  const startedAt = ports.clock.now();
  const pace = paceNow(kept, startedAt);
  if (pace === "rests") return "idle";
  if (pace === "beats" || isShown(kept, startedAt)) beat(ports, startedAt);
  if (pace === "beats") {
    keepBeat(ports, kept, startedAt);
    return "idle";
  }
  const reads = historyUnfinished(kept, startedAt);
  const news = startNews(ports, kept);
  const stripe = stripeNews(ports, kept, startedAt);
  const goesOn = reads || news || mustAsk(kept, startedAt);
  if (goesOn) lookAround(ports, kept, startedAt);
  const glance = () => glanced(ports, kept, startedAt, stripe.look, seen);
  const { idle, found, eventsRow } = goesOn ? NOT_GLANCED : watched(ports, glance);
  if (idle) {
    recovered(ports, kept);
    letGoIfDue(ports, kept, startedAt);
    digestIfDue(ports, kept, startedAt);
    auditSome(ports, kept, startedAt);
    return "idle";
  }
  const heard = watched(ports, stripe.look);
  if (heard === "goes on") return "busy";
  const brief = !found && mayBeBrief(kept, startedAt);
  const asked = !brief && watched(ports, () => startActions(ports)) > 0;
  const now = asked ? ports.properties.all() : kept;
  const stands = heard === "nothing" && !asked ? eventsRow : null;
  const run = { kind: "tick", checks: false, startedAt, brief, eventsRow: stands } as const;
  const report = watched(ports, () => passes(stripe.ports, run, now));
  recovered(ports, kept);
  if (isErasing(kept)) watched(ports, () => eraseWanted(ports));
  beginAudits(ports, kept, startedAt);
  beginLettingGo(ports, kept, startedAt);
  // After what is due: a long history must not delay a mail that was asked for.
  if (reads) watched(ports, () => continueHistory(ports, ports.properties.all(), startedAt));
  reportRun(ports, "tick", report, startedAt);
  letGoIfDue(ports, kept, startedAt);
  digestIfDue(ports, kept, startedAt);
  return report;
}

/** What is due by the time the lock is taken. */
const SOON_MS = 1_000;

interface Quick {
  /** Where Events ended; null: it was not asked. */
  readonly eventsRow: number | null;
  /** As the last run had left it then. */
  readonly cursor: string | undefined;
}
const NOTHING_SEEN: Quick = { eventsRow: null, cursor: undefined };

/** Most minutes of a day have nothing for anybody, and take no lock to see it. */
function quickLook(ports: Ports): "quiet" | Quick {
  try {
    return looked(ports);
  } catch {
    // The run behind the lock meets it again, and is one that failed.
    return NOTHING_SEEN;
  }
}

function looked(ports: Ports): "quiet" | Quick {
  const kept = ports.properties.all();
  const now = ports.clock.now() + SOON_MS;
  const calm =
    paceNow(kept, now) === "works" &&
    ![isShown, historyUnfinished, mustAsk, isDigestDue, isAuditDue, isLetGoDue].some((is) =>
      is(kept, now),
    ) &&
    ![hasStartNews, isSelfTestAsked, hasFailed].some((is) => is(kept));
  if (!calm) return NOTHING_SEEN;
  const { next, eventsRow } = whatToDo(ports, kept, now, null);
  return next === "nothing" ? "quiet" : { eventsRow, cursor: kept.cursor };
}

const hasFailed = (kept: Kept) => failedRuns(kept) !== null;

/** The heartbeat is for a person's eyes; a Start here that was torn down stops no mail. */
function beat(ports: Ports, now: number): void {
  try {
    ports.store.stamp("Start here", "timer", "at", now);
  } catch (error) {
    ports.log.warn(`no heartbeat on Start here: ${String(error)}`);
  }
}

/** Now and then, by a tick that works or compares. True: mails came back, and are events now. */
function lookAround(ports: Ports, kept: Kept, now: number): boolean {
  lookAfter(ports, kept, now);
  return hearMail(ports, kept, now);
}

interface Glanced {
  readonly idle: boolean;
  /** A comparison has found something. */
  readonly found: boolean;
  readonly eventsRow: number | null;
}
const NOT_GLANCED: Glanced = { idle: false, found: false, eventsRow: null };

/** An idle tick reads no row, but for the comparison with the seals every ten minutes (design 3). */
function glanced(
  ports: Ports,
  kept: Kept,
  now: number,
  look: () => Look,
  seen: number | null,
): Glanced {
  const { next, eventsRow } = whatToDo(ports, kept, now, seen);
  const glance = { found: false, eventsRow };
  if (next === "nothing") return { ...glance, idle: true };
  if (lookAround(ports, kept, now)) return NOT_GLANCED;
  if (next === "work" || look() !== "nothing") return { ...glance, idle: false };
  const idle = isUnedited(ports, kept, now);
  return { idle, found: !idle, eventsRow };
}

function isUnedited(ports: Ports, kept: Kept, now: number): boolean {
  const queue = ports.store.read("Queue");
  const edited = queue.some(
    ({ cells, odd }) => handEdits(cells, odd, ports.workbook.sameWallTime).length > 0,
  );
  const rows = queue.filter(({ cells }) => cells.id !== "").length;
  const stood = stoodOf(kept);
  const people = ports.store.lastRow("Contacts") - 1;
  const fewer = rows < (stood?.queue ?? 0) || people < (stood?.contacts ?? 0);
  const asked = ports.store.read("Start here").some(isAsked);
  const strange = hasNewStrangers(queue, kept);
  const told = isGoneTold(kept) || responseLost(kept);
  const whole = isWholeDue(kept, now);
  const news = edited || fewer || strange || asked || told || awaitsNaming(ports);
  if (news || (whole && !isSeldomTheSame(ports, kept))) return false;
  const reads = isReadDue(kept, now);
  if (reads && eventWaits(ports)) return false;
  const read = { ...(whole ? { wholeAt: now } : {}), ...(reads ? { readAt: now } : {}) };
  comparedAt(ports, kept, now, read);
  return true;
}

function eventWaits({ store }: Ports): boolean {
  return store.read("Events").some(({ cells: { id, outcome } }) => id !== "" && outcome === "");
}

/** Whatever a brief run believes. */
function isSeldomTheSame(ports: Ports, kept: Kept): boolean {
  const stands = ports.store.lastRow("Sends") >= highWaterOf(kept).sends;
  return stands && isMirrored(ports, kept, readSeldom(ports));
}
