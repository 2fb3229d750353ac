// What is due: recover what a cut run left, plan anew, send within the quota, and say of every other mail why it waits.

import { SCHEMA_VERSION, type SendRow } from "../../../sheets-schema/index";
import { heldAtOnce } from "../../cadence/quota";
import { contactIdOf } from "../../model/enrollment";
import { type Reason, reason, say } from "../../model/reason";
import { stripeWait } from "../../model/stripe-wait";
import { MINUTE_MS } from "../../model/time";
import { ended } from "../../state/after-send";
import { pausedUntil } from "../../state/reader-pause";
import { sendingStop } from "../../stop-loss/sending-stop";
import { mailsUnderWay } from "../cursor";
import { missingRows } from "../disarmed/disarmed";
import { historyRead } from "../history/history-state";
import { recordSilences } from "../last-question";
import { keyNow } from "../links/kept-keys";
import type { Pass } from "../one-pass";
import { recover } from "../recover/recover";
import { NOTHING_DONE, type RunReport } from "../report-run";
import { fewToTry, pausedReason } from "../timer/error-pause";
import { judgeSends } from "../timer/judge-runs";
import { mostRecipients, runMsLeft } from "../timer/run-ledger";
import { settleHeld } from "./hold-back";
import { settleLate, settlePayments } from "./overdue";
import { type Plan, type Planning, planSends } from "./plan";
import { moveOn, type SendingReport, sendBatch } from "./send-batch";
import { withinToday } from "./send-places";

/** Google kills at 6 minutes; what is begun must be written before (design 5). */
const RUN_BUDGET_MS = 4.5 * MINUTE_MS;

export interface Sending {
  readonly report: RunReport;
  readonly end: SendingReport["end"];
  /** False: some mail may or may not have gone; the next run must find out. */
  readonly clean: boolean;
  /** Rows that wait for something no clock brings. */
  readonly blocked: ReadonlySet<string>;
  /** How many mails Sends tells of now; null: it was not read. */
  readonly mails: number | null;
}
export const NOTHING_SENT: Sending = {
  report: NOTHING_DONE,
  end: "done",
  clean: true,
  blocked: new Set(),
  mails: null,
};

type Planned = Pick<
  Pass,
  "ports" | "kept" | "office" | "book" | "startedAt" | "perhapsPaid" | "looked" | "written"
>;

export function sendDue(pass: Pass, mark: string): Sending {
  const { ports, kept, office, book, startedAt } = pass;
  const firstStop = stopOf(pass);
  const underWay = mailsUnderWay(kept);
  const first = plan(pass, new Map(), firstStop);
  const idle =
    first.sends.length + first.late.length + first.lost.length + first.settled.length === 0;
  if (idle && !underWay) return waiting(pass, first);
  const rows = ports.store.read("Sends");
  const sent = new Map(rows.map(({ cells }) => [cells.send_key, cells]));
  sent.delete("");
  const stop = firstStop ?? missingSends(pass, rows.length + 1);
  const recovered = underWay ? recoverRun(pass, sent) : CLEAN;
  if (recovered.error !== "") return unrecovered(recovered.error);
  const planned = fewToTry(ports, kept, planAgain(pass, sent, stop));
  const quotaLeft = planned.sends.length > 0 ? ports.mailer.quotaLeft() : null;
  const within = withinToday(pass, planned, sent, quotaLeft ?? 0);
  const before = waiting(pass, within);
  const begins = within.sends.length > 0;
  if (begins && !underWay) ports.properties.set("sending_run", String(startedAt));
  // What a person starts counts as no timer's run.
  const leftMs = pass.kind === "tick" ? runMsLeft(kept, startedAt) : RUN_BUDGET_MS;
  const stopAt = startedAt + Math.min(RUN_BUDGET_MS, leftMs);
  const sending = sendBatch({ ports, office, book, sent, mark, stopAt }, within.sends);
  book.save(ports, office.settings.language);
  const clean = recovered.settled && sending.clean;
  if ((underWay || begins) && clean) ports.properties.remove("sending_run");
  judgeSends(ports, kept, { ...office, ...sending, rows: sent.values() });
  const report = { ...before.report, sent: sending.sent, errors: sending.errors, quotaLeft };
  const end = sending.clean ? sending.end : "stop";
  return { ...before, report, clean, end, mails: sent.size };
}

/** A pass that was brief about their number has them before it now. */
function missingSends({ ports, kept, rows }: Pass, read: number): Reason | null {
  if (read >= rows.sends) return null;
  return missingRows(ports, kept, { ...rows, sends: ports.store.lastRow("Sends") });
}

/** Rows whose last mail went unnoticed, or whose next is left out, may be due once more at once. */
function planAgain(pass: Pass, sent: ReadonlyMap<string, SendRow>, stop: Reason | null): Plan {
  const { book, office } = pass;
  let planned = plan(pass, sent, stop);
  for (let again = 0; again < PLANS_MAX; again += 1) {
    for (const { due, sentAt } of planned.gone) moveOn({ book, office }, due, sentAt);
    if (!settleLate(pass, planned)) break;
    planned = plan(pass, sent, stop);
  }
  settlePayments(pass, planned);
  recordSilences(pass, planned);
  return planned;
}

/** A flow's overdue steps are few; what is left waits for the next tick. */
const PLANS_MAX = 4;

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
  const report = { ...NOTHING_DONE, errors: [error] };
  return { ...NOTHING_SENT, report, clean: false, end: "stop" };
}

/** A reason that holds for every mail, or null. */
export function stopOf({
  ports,
  kept,
  office,
  startedAt,
  applied,
  rows,
  drained,
  waiting,
}: Pass): Reason | null {
  const stop = sendingStop(office.settings, ports.store.fileId(), SCHEMA_VERSION);
  if (stop !== null) return stop;
  const paused = pausedReason(ports, kept, startedAt);
  if (paused !== null) return paused;
  const missing = missingRows(ports, kept, rows);
  if (missing !== null) return missing;
  if (applied.waitsForStripe !== "") return stripeWait(applied.waitsForStripe);
  return drained && waiting === 0 ? null : reason("notStored");
}

export function plan(
  planned: Planned,
  sent: ReadonlyMap<string, SendRow>,
  stop: Reason | null,
): Plan {
  return planSends(planningOf(planned, sent, stop));
}

export function planningOf(
  { ports, kept, office, book, startedAt, perhapsPaid, looked, written }: Planned,
  sent: ReadonlyMap<string, SendRow>,
  stop: Reason | null,
): Planning {
  return {
    ...{ ports, office, book, stop, sent, perhapsPaid, looked, written },
    now: startedAt,
    secret: kept.token_secret ?? "",
    linkSecret: keyNow(kept, "link_secret"),
    owner: kept.owner ?? "",
    historyRead: historyRead(kept, office.settings.mode),
    heldAtOnce: heldAtOnce(mostRecipients(kept)),
    apiKey: kept.stripe_key ?? "",
  };
}

/** Every row that waits says so in `why`, every row the rules have nothing for is done; the run counts by reason. */
function waiting({ book, office, startedAt }: Pass, planned: Plan): Sending {
  const { language } = office.settings;
  const skipped: Record<string, number> = {};
  for (const { enrollment, why } of planned.blocked) {
    skipped[why.code] = (skipped[why.code] ?? 0) + 1;
    const now = book.enrollment(enrollment.row.id) ?? enrollment;
    const told = say(why, language);
    const contact = book.contact(contactIdOf(now.row.id));
    const flow = office.rules.get(now.row.flow);
    const until = contact === null ? null : pausedUntil(contact, now, flow, startedAt);
    const next_at = until ?? now.row.next_at;
    if (now.row.why !== told || next_at !== now.row.next_at) {
      book.putEnrollment({ ...now, row: { ...now.row, why: told, next_at } });
    }
  }
  settleHeld(book, office, planned.held);
  for (const enrollment of planned.finished) {
    const flow = office.rules.get(enrollment.row.flow);
    if (flow === undefined) continue;
    const speak = (told: Reason) => say(told, language);
    book.putEnrollment(ended(enrollment, flow, startedAt, speak));
  }
  const due = planned.sends.length + planned.blocked.length;
  const blocked = new Set(planned.blocked.map(({ enrollment }) => enrollment.row.id));
  return { ...NOTHING_SENT, report: { ...NOTHING_DONE, due, skipped }, blocked };
}
