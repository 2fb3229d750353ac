// Sends a plan exactly once, in chunks: drafts, intents, one flush; per mail a last look and the send; outcomes, one flush.
import type { SendRow, SendStatus } from "../../../sheets-schema/index";
import { nextDue } from "../../cadence/next-due";
import { contactIdOf } from "../../model/enrollment";
import { errorText } from "../../model/error-text";
import { reason, say } from "../../model/reason";
import type { Ports, RowChange, SentReceipt } from "../../ports";
import { afterSend } from "../../state/after-send";
import type { Book } from "../book";
import { SPILL_PREFIX } from "../doors/record-event";
import type { Office } from "../office";
import { isOwnFault, isRefusedForGood, type Refused, triedLast } from "./mail-fault";
import type { PlannedSend } from "./plan";

/** Bounds what a killed run leaves to be checked. */
const CHUNK = 25;
/** A block costs two readings of Sends, a row of its own 0.3 s. */
const BLOCK_MIN = 5;

/** In `why` of Sends: nothing was wrong with the mail. */
export const TAKEN_BACK = "taken back before it went; planned anew";

export interface SendingRun {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  /** Every Sends row by key, kept up to date. */
  readonly sent: Map<string, SendRow>;
  /** The stop mark as it was before Events and Queue were read. */
  readonly mark: string;
  /** No mail is begun after this instant. */
  readonly stopAt: number;
}
export interface SendingReport {
  readonly sent: number;
  readonly errors: readonly string[];
  /** "changed": something may stop what was planned; decide again. "stop": no more in this run. */
  readonly end: "done" | "changed" | "stop";
  /** False: the next run must look at what this one left. */
  readonly clean: boolean;
}
interface Drafted {
  readonly planned: PlannedSend;
  readonly draftId: string;
}

export function sendBatch(run: SendingRun, planned: readonly PlannedSend[]): SendingReport {
  const plan = triedLast(run.sent, planned);
  let sent = 0;
  let clean = true;
  const errors: string[] = [];
  const startedAt = run.ports.clock.now();
  let from = 0;
  while (from < plan.length) {
    const chunk = plan.slice(from, from + fitting(run, startedAt, from));
    if (chunk.length === 0) return { sent, errors, clean, end: "stop" };
    const report = sendChunk(run, chunk, errors);
    from += chunk.length;
    sent += report.sent;
    clean = clean && report.clean;
    if (report.end !== "done") return { sent, errors, clean, end: report.end };
  }
  return { sent, errors, clean, end: "done" };
}

/** No more drafts than can be sent in time, by what a mail has cost so far: each one left over is to be deleted again. */
function fitting({ ports, stopAt }: SendingRun, startedAt: number, before: number): number {
  if (before === 0) return CHUNK;
  const now = ports.clock.now();
  const mailMs = Math.max(1, (now - startedAt) / before);
  return Math.max(0, Math.min(CHUNK, Math.floor((stopAt - now) / mailMs)));
}

function sendChunk(
  run: SendingRun,
  chunk: readonly PlannedSend[],
  errors: string[],
): SendingReport {
  const { drafted, refused } = writeDrafts(run, chunk);
  // When it is Gmail and not the mails, no attempt is counted: what waits long enough is lost to nobody.
  if (drafted.length > 0 || isOwnFault(run.ports, refused)) {
    for (const one of refused) countRefusal(run, one);
  }
  errors.push(...refused.map(({ planned, what }) => `${planned.key}: ${what}`));
  writeIntents(run, drafted);
  const receipts = new Map<string, SentReceipt & { readonly at: number }>();
  const unsure: string[] = [];
  let end: SendingReport["end"] = "done";
  for (const { planned, draftId } of drafted) {
    end = lastLook(run);
    if (end !== "done") break;
    try {
      const receipt = run.ports.mailer.send(draftId);
      receipts.set(planned.key, { ...receipt, at: run.ports.clock.now() });
    } catch (error) {
      unsure.push(planned.key);
      errors.push(`${planned.key}: ${short(error)}`);
      end = "stop";
      break;
    }
  }
  const withdrawn = drafted.filter(
    ({ planned }) => !receipts.has(planned.key) && !unsure.includes(planned.key),
  );
  writeOutcomes(run, drafted, receipts, withdrawn);
  const allGone = deleteDrafts(run, withdrawn, errors);
  return {
    sent: receipts.size,
    errors,
    end,
    clean: refused.length === 0 && unsure.length === 0 && allGone,
  };
}

/** The last call before every send: has anything come that can stop it? */
function lastLook({ ports, mark, stopAt }: SendingRun): SendingReport["end"] {
  if (ports.clock.now() > stopAt) return "stop";
  const kept = ports.properties.all();
  const spilled = Object.keys(kept).some((key) => key.startsWith(SPILL_PREFIX));
  return spilled || (kept.stop_mark ?? "") !== mark ? "changed" : "done";
}

function writeDrafts(
  run: SendingRun,
  chunk: readonly PlannedSend[],
): { readonly drafted: readonly Drafted[]; readonly refused: readonly Refused[] } {
  const drafted: Drafted[] = [];
  const refused: Refused[] = [];
  for (const planned of chunk) {
    try {
      drafted.push({ planned, draftId: run.ports.mailer.createDraft(planned.mail) });
    } catch (error) {
      refused.push({ planned, what: short(error) });
    }
  }
  return { drafted, refused };
}

/** Gmail would not even take the draft, so nothing went. After some tries a person must look. */
function countRefusal(run: SendingRun, { planned, what }: Refused): void {
  const row = sendRow(run, planned, "WITHDRAWN", "");
  if (isRefusedForGood(row)) failedForGood(run, row, what);
  else putSends(run, [{ ...row, why: what }]);
}

/** The row asks for a person before the send gives up, so that no cut in between sends again by itself. */
export function failedForGood(
  { ports, book, office, sent }: Pick<SendingRun, "ports" | "book" | "office" | "sent">,
  row: SendRow,
  what: string,
): void {
  const told = reason("sendFailed", { step: row.step, times: String(row.attempts ?? 0), what });
  const why = say(told, office.settings.language);
  book.review(row.enrollment, why);
  book.save(ports, office.settings.language);
  putSends({ ports, sent }, [{ ...row, status: "FAILED", why }]);
}

function writeIntents(run: SendingRun, drafted: readonly Drafted[]): void {
  const intents = drafted.map(({ planned, draftId }) => {
    return sendRow(run, planned, "INTENT", draftId);
  });
  const fresh = intents.filter(({ send_key }) => !run.sent.has(send_key));
  if (fresh.length < BLOCK_MIN) {
    putSends(run, intents);
    run.ports.store.flush();
    return;
  }
  // Flushed and looked at by itself; so is an update.
  run.ports.store.appendBlock("Sends", fresh);
  for (const row of fresh) run.sent.set(row.send_key, row);
  putSends(
    run,
    intents.filter((row) => !fresh.includes(row)),
  );
}

/** Receipts first into Sends, then the moved rows; a run cut in between finds SENT and moves them on. */
function writeOutcomes(
  run: SendingRun,
  drafted: readonly Drafted[],
  receipts: ReadonlyMap<string, SentReceipt & { readonly at: number }>,
  withdrawn: readonly Drafted[],
): void {
  const went = drafted.flatMap(({ planned }) => {
    const receipt = receipts.get(planned.key);
    const row = run.sent.get(planned.key);
    if (receipt === undefined || row === undefined) return [];
    moveOn(run, planned, receipt.at);
    return [sentRow(row, receipt, receipt.at)];
  });
  const back = withdrawn.flatMap(({ planned }) => {
    const row = run.sent.get(planned.key);
    // Not tried, so not an attempt.
    return row === undefined ? [] : [{ ...withdrawnRow(row), attempts: (row.attempts ?? 1) - 1 }];
  });
  // Where a row moves on, the Queue is written at once: then both are flushed together.
  putSends(run, [...went, ...back], went.length > 0 ? "later" : "now");
  run.book.save(run.ports, run.office.settings.language);
}

export function sentRow(row: SendRow, receipt: SentReceipt, sentAt: number): SendRow {
  const { messageId, threadId } = receipt;
  return {
    ...row,
    status: "SENT",
    sent_at: sentAt,
    message_id: messageId,
    thread_id: threadId,
    why: "",
  };
}

export function withdrawnRow(row: SendRow): SendRow {
  return { ...row, status: "WITHDRAWN", why: TAKEN_BACK };
}

export function moveOn(
  { book, office }: Pick<SendingRun, "book" | "office">,
  due: Pick<PlannedSend, "enrollment" | "flow" | "step" | "beside">,
  at: number,
): void {
  const enrollment = book.enrollment(due.enrollment.row.id) ?? due.enrollment;
  const beside = due.beside ? due.step.step : "";
  const speak = (told: Parameters<typeof say>[0]) => say(told, office.settings.language);
  book.putEnrollment(afterSend(enrollment, due.flow, { at, beside }, nextDue, speak));
}

/** A draft that cannot be deleted may just have gone by hand: the next run looks. */
function deleteDrafts(run: SendingRun, drafted: readonly Drafted[], errors: string[]): boolean {
  const gone: SendRow[] = [];
  for (const { draftId, planned } of drafted) {
    try {
      run.ports.mailer.deleteDraft(draftId);
      const row = run.sent.get(planned.key);
      if (row !== undefined) gone.push({ ...row, draft_id: "" });
    } catch (error) {
      errors.push(`${planned.key}: draft not deleted: ${short(error)}`);
    }
  }
  // Deleted by us for certain: no later run need look for it.
  putSends(run, gone);
  return gone.length === drafted.length;
}

/** One Sends row per key, ever: a known key is updated, a new one appended. */
export function putSends(
  { ports, sent }: Pick<SendingRun, "ports" | "sent">,
  rows: readonly SendRow[],
  looks: "now" | "later" = "now",
): void {
  const fresh = rows.filter(({ send_key }) => !sent.has(send_key));
  const known = rows.filter(({ send_key }) => sent.has(send_key));
  if (fresh.length > 0) ports.store.append("Sends", fresh);
  const changes: RowChange<"Sends">[] = known.map((row) => ({ id: row.send_key, cells: row }));
  if (changes.length > 0) ports.store.update("Sends", changes, looks);
  for (const row of rows) sent.set(row.send_key, row);
}

function sendRow(
  run: SendingRun,
  planned: PlannedSend,
  status: SendStatus,
  draftId: string,
): SendRow {
  const { row } = planned.enrollment;
  const before = run.sent.get(planned.key);
  return {
    send_key: planned.key,
    status,
    email: row.email,
    enrollment: row.id,
    contact: contactIdOf(row.id),
    flow: row.flow,
    step: planned.step.step,
    template: planned.template,
    class: planned.step.class,
    token: planned.token,
    planned_at: run.ports.clock.now(),
    sent_at: null,
    draft_id: draftId,
    message_id: "",
    thread_id: "",
    attempts: (before?.attempts ?? 0) + 1,
    why: "",
  };
}

function short(error: unknown): string {
  return errorText(error).slice(0, 200);
}
