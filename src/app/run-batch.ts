// One batch: recover, take in what happened, decide, send what is due, say what it did.
import { SCHEMA_VERSION, type SendRow } from "../../sheets-schema/index";
import { earliestDue } from "../cadence/due-sends";
import { contactIdOf } from "../model/enrollment";
import { type Reason, reason, say } from "../model/reason";
import { MINUTE_MS } from "../model/time";
import type { Ports } from "../ports";
import { handEdits } from "../state/seal";
import { settled } from "../state/settle";
import { sendingStop } from "../stop-loss/sending-stop";
import { type Applied, applyEvents } from "./apply-events";
import { Book } from "./book";
import { type Cursor, comparedAt, whatToDo, writeCursor } from "./cursor";
import { mirrorDoor } from "./door-config";
import { foreseeBlocks } from "./foresee";
import { loadOffice, type Office } from "./office";
import { drainSpill, readEvents, recordEdits } from "./pending-events";
import { type Plan, planSends } from "./plan";
import { recover } from "./recover";
import { type RunReport, reportRun, writeChecks } from "./report-run";
import { moveOn, sendBatch } from "./send-batch";

/** Google kills at 6 minutes; what is begun must be written before (design 5). */
const RUN_BUDGET_MS = 4.5 * MINUTE_MS;
/** A stop mark that changes this often in one run is left to the next tick. */
const PASSES_MAX = 4;
/** Typed, pasted and undone edits are all seen within this time, also when no trigger told of them. */
const LOOK_AGAIN_MS = 10 * MINUTE_MS;
/** Often enough for a payment that waits, seldom enough for the day's trigger minutes. */
const STRIPE_RETRY_MS = 5 * MINUTE_MS;
/** The quota's window opens at no known time of day (facts 4.1). */
const QUOTA_RETRY_MS = 30 * MINUTE_MS;

export type RunKind = "tick" | "menu" | "edit";
type Kept = Readonly<Record<string, string>>;

/** What a pass knows; a changed stop mark makes a new one. */
interface Pass {
  readonly ports: Ports;
  readonly kind: RunKind;
  readonly kept: Kept;
  readonly office: Office;
  readonly book: Book;
  readonly startedAt: number;
  readonly applied: Applied;
}

/** Why nothing was done. Another editor's click must not mail from another mailbox (design 5). */
export type NotRun = "busy" | "not set up" | "not the owner" | "idle";

export function runBatch(ports: Ports, kind: RunKind): RunReport | NotRun {
  if (!ports.locks.takeBatch()) return "busy";
  const kept = ports.properties.all();
  if ((kept.owner ?? "") === "") return "not set up";
  if (ports.person.effectiveUser() !== kept.owner) return "not the owner";
  const startedAt = ports.clock.now();
  if (kind === "tick") ports.store.stamp("Start here", "timer", "at", startedAt);
  if (kind === "tick" && isIdle(ports, kept, startedAt)) return "idle";
  const report = work(ports, kind, startedAt, kept);
  reportRun(ports, kind, report, startedAt);
  return report;
}

/** An idle tick reads no row, but for the comparison with the seals every ten minutes (design 3). */
function isIdle(ports: Ports, kept: Kept, now: number): boolean {
  const next = whatToDo(ports, kept, now);
  if (next !== "compare") return next === "nothing";
  const edited = ports.store
    .read("Queue")
    .some(({ cells, odd }) => handEdits(cells, odd, ports.workbook.sameWallTime).length > 0);
  if (!edited) comparedAt(ports, kept, now + LOOK_AGAIN_MS);
  return !edited;
}

function work(ports: Ports, kind: RunKind, startedAt: number, first: Kept): RunReport {
  let report: RunReport = EMPTY;
  let kept = first;
  for (let pass = 1; pass <= PASSES_MAX; pass += 1) {
    const done = onePass(ports, kind, startedAt, kept);
    report = added(report, done.report);
    writeCursor(ports, done.cursor);
    if (done.end !== "changed" || kind === "edit") break;
    kept = ports.properties.all();
  }
  return report;
}

interface PassEnd {
  readonly report: RunReport;
  readonly cursor: Cursor;
  readonly end: "done" | "changed" | "time";
}

function onePass(ports: Ports, kind: RunKind, startedAt: number, kept: Kept): PassEnd {
  // The mark is noted before anything that decides is read (design 5, last look).
  const mark = kept.stop_mark ?? "";
  const drained = drainSpill(ports, kept);
  const eventsRow = ports.store.lastRow("Events");
  const office = loadOffice(ports);
  mirrorDoor(ports, kept, office.settings, office.rules);
  const book = new Book(ports);
  const log = readEvents(ports);
  const edits = recordEdits(ports, book.edited, log.pending);
  if (edits === null) return unrecorded({ eventsRow, mark, nextDue: 0, lookAgainAt: startedAt });
  const pending = [...log.pending, ...edits];
  const mine = kind === "edit" ? pending.filter(({ type }) => type === "edit") : pending;
  const applying = { ports, office, book, apiKey: kept.stripe_key ?? "", now: startedAt };
  const applied = applyEvents(applying, mine, log.settled);
  settleAll(book, startedAt, office);
  const pass: Pass = { ports, kind, kept, office, book, startedAt, applied };
  const sending = kind === "edit" ? NOTHING_SENT : sendDue(pass, mark, drained);
  foreseeBlocks(book, office, startedAt);
  book.save(ports);
  if (kind !== "tick") writeChecks(ports, office);
  const cursor: Cursor = {
    eventsRow: eventsRow + edits.length,
    mark,
    nextDue: nextLook(pass, sending, pending.length - applied.handled),
    lookAgainAt: startedAt + LOOK_AGAIN_MS,
  };
  const report = { ...sending.report, events: applied.handled };
  return { report, cursor, end: sending.end };
}

/** What a person typed must neither be written over nor sent on top of before it is an event. */
function unrecorded(cursor: Cursor): PassEnd {
  const errors = ["edits by hand wait to be recorded: Events was busy"];
  return { report: { ...EMPTY, errors }, cursor, end: "time" };
}

/** When the next pass is due by the clock alone; null: only an event or an edit makes one. */
function nextLook(
  { book, kind, applied, startedAt }: Pass,
  sending: Sending,
  waiting: number,
): number | null {
  if (sending.end !== "done" || (kind === "edit" && waiting > 0)) return 0;
  const looks = [earliestDue(book.enrollments(), startedAt)];
  if (applied.waitsForStripe !== "") looks.push(startedAt + STRIPE_RETRY_MS);
  if ((sending.report.skipped.quotaSpent ?? 0) > 0) looks.push(startedAt + QUOTA_RETRY_MS);
  const known = looks.filter((look) => look !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** A mark on the contact closes its rows, however the mark got there. */
function settleAll(book: Book, now: number, { settings }: Office): void {
  const speak = (told: Reason) => say(told, settings.language);
  for (const enrollment of book.enrollments()) {
    const contact = book.contact(contactIdOf(enrollment.row.id));
    if (contact !== null) book.putEnrollment(settled(contact, enrollment, now, speak));
  }
}

interface Sending {
  readonly report: RunReport;
  readonly end: PassEnd["end"];
}
const EMPTY: RunReport = { events: 0, due: 0, sent: 0, skipped: {}, errors: [], quotaLeft: null };
const NOTHING_SENT: Sending = { report: EMPTY, end: "done" };

function sendDue(pass: Pass, mark: string, drained: boolean): Sending {
  const { ports, kept, office, book, startedAt } = pass;
  const stop = stopOf(pass, drained);
  const underWay = (kept.sending_run ?? "") !== "";
  const first = plan(pass, new Map(), stop);
  if (first.sends.length === 0 && !underWay) {
    return { report: blockedReport(pass, first), end: "done" };
  }
  const sent = new Map(ports.store.read("Sends").map(({ cells }) => [cells.send_key, cells]));
  const recovered = underWay ? recoverRun(pass, sent) : CLEAN;
  if (recovered.error !== "") return unrecovered(recovered.error);
  const planned = plan(pass, sent, stop);
  for (const { due, sentAt } of planned.gone) moveOn({ book, office }, due, sentAt);
  const quotaLeft = planned.sends.length > 0 ? ports.mailer.quotaLeft() : null;
  const affordable = planned.sends.slice(0, quotaLeft ?? 0);
  const report = blockedReport(pass, withQuota(planned, affordable.length));
  if (affordable.length > 0 && !underWay) ports.properties.set("sending_run", String(startedAt));
  const stopAt = startedAt + RUN_BUDGET_MS;
  const sending = sendBatch({ ports, office, book, sent, mark, stopAt }, affordable);
  book.save(ports);
  const wasSet = underWay || affordable.length > 0;
  if (wasSet && recovered.settled && sending.clean) ports.properties.remove("sending_run");
  const counted = { ...report, sent: sending.sent, errors: sending.errors, quotaLeft };
  return { report: counted, end: sending.clean ? sending.end : "time" };
}

interface Recovered {
  readonly settled: boolean;
  /** Not empty: it could not be found out what went; nothing may be sent on top of that. */
  readonly error: string;
}
const CLEAN: Recovered = { settled: true, error: "" };

function recoverRun(
  { ports, kept, office, book, startedAt }: Pass,
  sent: Map<string, SendRow>,
): Recovered {
  const hmac = (message: string) => ports.secrets.hmac(message, kept.token_secret ?? "");
  const since = Number(kept.sending_run);
  try {
    const settled = recover({ ports, office, book, sent, since, now: startedAt, hmac });
    return { settled, error: "" };
  } catch (error) {
    return { settled: false, error: `recovery waits: ${String(error).slice(0, 200)}` };
  }
}

function unrecovered(error: string): Sending {
  return { report: { ...EMPTY, errors: [error] }, end: "time" };
}

function stopOf({ ports, office, applied }: Pass, drained: boolean): Reason | null {
  const stop = sendingStop(office.settings, ports.store.fileId(), SCHEMA_VERSION);
  if (stop !== null) return stop;
  if (applied.waitsForStripe !== "")
    return reason("waitsForStripe", { why: applied.waitsForStripe });
  return drained ? null : reason("waitsForStripe", { why: "events wait to be stored" });
}

export function plan(
  { ports, kept, office, book, startedAt }: Omit<Pass, "applied" | "kind">,
  sent: ReadonlyMap<string, SendRow>,
  stop: Reason | null,
): Plan {
  const secret = kept.token_secret ?? "";
  const owner = kept.owner ?? "";
  return planSends({ ports, office, book, now: startedAt, secret, owner, stop, sent });
}

function withQuota(planned: Plan, affordable: number): Plan {
  const over = planned.sends.slice(affordable).map((due) => ({
    due,
    why: reason("quotaSpent", { step: due.step.step }),
  }));
  return {
    ...planned,
    sends: planned.sends.slice(0, affordable),
    blocked: [...planned.blocked, ...over],
  };
}

/** Every blocked row says so in `why`; the run counts them by reason. */
function blockedReport({ book, office }: Pass, planned: Plan): RunReport {
  const skipped: Record<string, number> = {};
  for (const { due, why } of planned.blocked) {
    skipped[why.code] = (skipped[why.code] ?? 0) + 1;
    const enrollment = book.enrollment(due.enrollment.row.id);
    if (enrollment === null) continue;
    const told = say(why, office.settings.language);
    if (enrollment.row.why !== told) {
      book.putEnrollment({ ...enrollment, row: { ...enrollment.row, why: told } });
    }
  }
  return { ...EMPTY, due: planned.sends.length + planned.blocked.length, skipped };
}

function added(before: RunReport, next: RunReport): RunReport {
  return {
    events: before.events + next.events,
    due: Math.max(before.due, next.due),
    sent: before.sent + next.sent,
    skipped: next.skipped,
    errors: [...before.errors, ...next.errors],
    quotaLeft: next.quotaLeft ?? before.quotaLeft,
  };
}
