// One pass of a batch: take in what happened, decide, send what is due, write what changed.
import type { EventRow } from "../../sheets-schema/index";
import { earliestDue } from "../cadence/due-sends";
import { contactIdOf } from "../model/enrollment";
import { HOUR_MS, MINUTE_MS } from "../model/time";
import type { Ports } from "../ports";
import { type Applied, applyEvents } from "./apply-events";
import { noticeRules } from "./audit/audit-rules";
import { Book } from "./book";
import {
  type Cursor,
  type HighWater,
  highWaterOf,
  LOOK_AGAIN_MS,
  looksOf,
  type Stood,
  stoodOf,
} from "./cursor";
import { noticeDeleted } from "./deleted-rows/deleted-rows";
import { hasNoticed } from "./deleted-rows/deleted-rows-check";
import { rememberClosed } from "./deleted-rows/deleted-rows-people";
import { mirrorDoor } from "./doors/door-config";
import { explainAsked } from "./explain/explain-asked";
import { tellGone } from "./gone-columns";
import { mendCells } from "./mend-cells";
import { loadOffice, type Office } from "./office";
import { drainSpill, type EventLog, readEvents, recordEdits } from "./pending-events";
import { isHeard } from "./reconcile/reconcile";
import { NOTHING_DONE, type RunReport, writeChecks, writeUnmatched } from "./report-run";
import { responseLost } from "./response/response-door";
import { responseNews, takeResponses } from "./response/response-tab";
import { dueRuleEvents, recordRuleEvents, switchesAt } from "./rule-events";
import { mirroredTabs, mirrorRules } from "./rules-mirror";
import { foreseeBlocks } from "./sending/foresee";
import { NOTHING_SENT, type Sending, sendDue } from "./sending/send-due";
import type { WrittenMail } from "./sending/write-mail";
import { gateFlows } from "./start-here/start-gate";
import { noticeStrangers } from "./strangers";
import type { PaymentNow } from "./stripe/payment-now";
import { meetSuppressed } from "./suppressed";
import { type PerhapsPaid, perhapsPaid } from "./unmatched/unheard";
import { recordResolutions } from "./unmatched/unmatched";
import { retimeAll, settleAll, switchKnown } from "./upkeep";

/** Often enough for a payment that waits, seldom enough for the day's trigger minutes. */
const STRIPE_RETRY_MS = 5 * MINUTE_MS;
/** The quota's window opens at no known time of day (facts 4.1); a setting may change with no trigger to tell of it. */
const BLOCKED_RETRY_MS = 30 * MINUTE_MS;
/** As often as late mails of the cadence go. */
const TURN_MS = 15 * MINUTE_MS;
/** Gmail in trouble is often well again after this; its search knows a sent mail by then. */
const RECOVER_AGAIN_MS = 5 * MINUTE_MS;
/** After so long it is asked less often: each time costs some of the day's trigger minutes. */
const LONG_TROUBLE_MS = 2 * HOUR_MS;
const RECOVER_SELDOM_MS = 30 * MINUTE_MS;

/** Blocks that only an event or a person lifts. */
const NO_CLOCK = [
  "noConsent",
  "waitsForConfirm",
  "suppressedBefore",
  "handOver",
  "paidBefore",
  "mayHaveGone",
  "neverTaken",
  "waitsForLive",
  "testRow",
];

type RunKind = "tick" | "menu" | "edit";

export interface Run {
  readonly kind: RunKind;
  /** Everything that Start here lists is looked at. */
  readonly checks: boolean;
  readonly startedAt: number;
  /** What an edit's mark tells of is believed as last read: no mark has changed since. */
  readonly brief?: boolean;
  /** Where Events ended a moment ago; null or absent: nobody has looked. */
  readonly eventsRow?: number | null;
}

/** What a pass knows; a changed stop mark makes a new one. */
export interface Pass {
  readonly ports: Ports;
  readonly kind: RunKind;
  readonly kept: Readonly<Record<string, string>>;
  readonly office: Office;
  readonly book: Book;
  readonly startedAt: number;
  readonly applied: Applied;
  /** Rows that Events and Sends have now. */
  readonly rows: HighWater;
  /** False: a spilled event could not be stored yet. */
  readonly drained: boolean;
  /** Events without an outcome after this pass; one of them may be a payment. */
  readonly waiting: number;
  /** Keys that stood in Events when it was read. */
  readonly known: (key: string) => boolean;
  /** Whom payments name that Stripe was silent about. */
  readonly perhapsPaid: PerhapsPaid;
  /** Payments looked up at Stripe in this pass. */
  readonly looked: Map<string, PaymentNow>;
  /** Mails written in this pass, by send key. */
  readonly written: Map<string, WrittenMail>;
}
export interface PassEnd {
  readonly report: RunReport;
  /** As it stood at its end; null: it could not begin. */
  readonly pass: Pass | null;
  readonly cursor: Cursor;
  readonly end: Sending["end"];
}

export function onePass(
  ports: Ports,
  { kind, checks, startedAt, brief = false, eventsRow = null }: Run,
  kept: Pass["kept"],
): PassEnd {
  // The mark is noted before anything that decides is read (design 5, last look).
  const mark = kept.stop_mark ?? "";
  const drained = drainSpill(ports, kept);
  const looks = kind !== "tick" || responseNews(ports, kept) || responseLost(kept);
  if (looks) takeResponses(ports, kept);
  const rows = {
    events: (looks ? null : eventsRow) ?? ports.store.lastRow("Events"),
    sends: brief ? highWaterOf(kept).sends : ports.store.lastRow("Sends"),
  };
  const seldom = brief ? mirroredTabs(ports, kept) : undefined;
  const office = gateFlows(ports, kept, loadOffice(ports, seldom));
  noticeRules(ports, kept, office);
  mirrorDoor(ports, kept, office.settings, office.rules, office.offers);
  mirrorRules(ports, kept, office);
  const book = new Book(ports);
  const mended = mendCells(ports, book, office.settings.language);
  const log = readEvents(ports, office.settings.mode, !brief && isHeard(kept));
  const known = isKnown(log);
  const own = mended === null ? null : ownEvents(ports, book, office, log, known, brief);
  if (own === null) return unrecorded(kept, rows, mark, startedAt);
  const { language } = office.settings;
  const lacks = mayLack(kept, book);
  const pending = [...log.pending, ...own];
  const mine = kind === "edit" ? pending.filter(({ source }) => source !== "stripe") : pending;
  const apiKey = kept.stripe_key ?? "";
  const applying = { ports, office, book, apiKey, now: startedAt, brief };
  meetSuppressed(ports, kept, book, mine);
  const applied = applyEvents(applying, mine, log.settled);
  noticeStrangers(ports, kept, book, language);
  rememberClosed(book, startedAt);
  const deleted = lacks ? noticeDeleted(ports, kept, book, known, language) : 0;
  settleAll(book, startedAt, office);
  switchKnown(book, office, startedAt, log.settled);
  retimeAll(book, office);
  const waiting = pending.length - applied.handled;
  const pass: Pass = {
    ...{ ports, kind, kept, office, book, startedAt },
    ...{ applied, rows, drained, waiting, known },
    perhapsPaid: perhapsPaid([...log.unheard, ...applied.givenUp], book),
    looked: new Map(),
    written: new Map(),
  };
  const sending = kind === "edit" ? NOTHING_SENT : sendDue(pass, mark);
  foreseeBlocks(book, office, startedAt);
  explainAsked(pass, pending);
  book.save(ports, office.settings.language);
  const named = own.some(({ type }) => type === "unmatched.resolved");
  tellGone(ports, kept, language);
  if (checks) writeChecks(ports, office);
  else if (applied.unmatched || named) writeUnmatched(ports, office.settings.language);
  const looked = { lookAgainAt: startedAt + LOOK_AGAIN_MS, wholeAt: startedAt };
  const cursor: Cursor = {
    ...(brief ? looksOf(kept) : looked),
    ...stateAfter(pass, sending),
    readAt: startedAt,
    eventsRow: rows.events + own.length + deleted + (mended?.length ?? 0),
    mark,
    highWater: most(kept, rows, log, sending),
  };
  const report = { ...sending.report, events: applied.handled };
  return { report, pass, cursor, end: sending.end };
}

function stateAfter(pass: Pass, sending: Sending): Pick<Cursor, "stood" | "nextDue" | "recoverAt"> {
  const { book, kept, startedAt } = pass;
  return {
    stood: standing(book),
    nextDue: nextLook(pass, sending),
    recoverAt: sending.clean ? 0 : recoverAt(kept, startedAt),
  };
}

/** Fewer than at the last look, or some that were missed then: which ones is looked for only then. */
function mayLack(kept: Pass["kept"], book: Book): boolean {
  const before = stoodOf(kept);
  if (before === null || hasNoticed(kept)) return true;
  const { queue, contacts } = standing(book);
  return queue < before.queue || contacts < before.contacts;
}

function standing(book: Book): Stood {
  // A row whose id was typed over is nobody's, and its person has one row less.
  const theirs = book.enrollments().filter(({ row }) => book.contact(contactIdOf(row.id)) !== null);
  return { queue: theirs.length, contacts: book.contacts().length };
}

/** What is noticed in the sheet and by the clock becomes events before anything follows from it. Null: not now. */
function ownEvents(
  ports: Ports,
  book: Book,
  { settings, rules }: Office,
  log: EventLog,
  known: Pass["known"],
  brief: boolean,
): readonly EventRow[] | null {
  const edits = recordEdits(ports, book.edited, log.pending);
  const resolved = () => recordResolutions(ports, book, () => keysOf(log), settings.language);
  const named = edits === null || brief ? edits && [] : resolved();
  if (edits === null || named === null) return null;
  const due = dueRuleEvents(book, rules, ports.clock.now(), known);
  const ruled = recordRuleEvents(ports, due);
  return ruled === null ? null : [...edits, ...named, ...ruled];
}

function keysOf({ pending, settled: known }: EventLog): readonly string[] {
  return [...known.keys(), ...pending.map(({ key }) => key)];
}

function isKnown({ pending, settled: known }: EventLog): Pass["known"] {
  const waits = new Set(pending.map(({ key }) => key));
  return (key) => known.has(key) || waits.has(key);
}

/** An empty row that a person makes, sorts away or deletes is nothing that can be missing. */
function most(
  kept: Pass["kept"],
  rows: HighWater,
  { count }: EventLog,
  { mails }: Sending,
): HighWater {
  const before = highWaterOf(kept);
  const sends = mails === null ? before.sends || rows.sends : mails + 1;
  return higher(before, { events: count + 1, sends });
}

/** What a person typed must neither be written over nor sent on top of before it is an event. */
function unrecorded(kept: Pass["kept"], rows: HighWater, mark: string, now: number): PassEnd {
  const errors = ["edits by hand wait to be recorded: Events was busy"];
  const cursor: Cursor = {
    eventsRow: rows.events,
    mark,
    nextDue: 0,
    lookAgainAt: now,
    recoverAt: 0,
    highWater: highWaterOf(kept),
  };
  return { report: { ...NOTHING_DONE, errors }, pass: null, cursor, end: "stop" };
}

function higher(before: HighWater, now: HighWater): HighWater {
  return { events: Math.max(before.events, now.events), sends: Math.max(before.sends, now.sends) };
}

/** The sign of a sending run stands since the trouble began. */
function recoverAt({ sending_run = "" }: Pass["kept"], now: number): number {
  const long = sending_run !== "" && now - Number(sending_run) > LONG_TROUBLE_MS;
  return now + (long ? RECOVER_SELDOM_MS : RECOVER_AGAIN_MS);
}

/** When the next pass is due by the clock alone; null: only an event or an edit makes one. */
function nextLook(
  { ports, kept, book, office, kind, applied, startedAt, waiting, known }: Pass,
  sending: Sending,
): number | null {
  if (!sending.clean) return recoverAt(kept, startedAt);
  const unheard = waiting > 0 && applied.waitsForStripe === "";
  if (sending.end !== "done" || unheard) return 0;
  const deadlines = book.enrollments().map(switchesAt).filter(Number.isFinite);
  const looks = [earliestDue(book.enrollments(), office.rules, sending.blocked), ...deadlines];
  if (waiting > 0) looks.push(startedAt + (kind === "edit" ? 0 : STRIPE_RETRY_MS));
  // A mail of this very run may have ended a flow that lets into another.
  if (dueRuleEvents(book, office.rules, ports.clock.now(), known).length > 0) looks.push(startedAt);
  const mayChange = Object.keys(sending.report.skipped).some((code) => !NO_CLOCK.includes(code));
  if (mayChange) looks.push(startedAt + BLOCKED_RETRY_MS);
  if (sending.report.skipped.lateTurn !== undefined) looks.push(startedAt + TURN_MS);
  const times = looks.filter((look) => look !== null);
  return times.length === 0 ? null : Math.min(...times);
}
