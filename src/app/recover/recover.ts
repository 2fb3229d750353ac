// After a run that did not end cleanly: for every mail under way, find out whether it went. Never a second send by itself.
import type { SendRow } from "../../../sheets-schema/index";
import { normalAddress } from "../../events/address";
import { reason, say } from "../../model/reason";
import { isOwnToken } from "../../model/send-token";
import { HOUR_MS, MINUTE_MS } from "../../model/time";
import type { Ports } from "../../ports";
import type { Book } from "../book";
import type { Office } from "../office";
import { isStuckForGood } from "../sending/mail-fault";
import { failedForGood, putSends, sentRow, TAKEN_BACK, withdrawnRow } from "../sending/send-batch";
import { moveClosedOn } from "./recover-closed";
import { putInPlace } from "./recover-displaced";

/** Gmail's search lags behind; after this a person looks. */
const CHECK_MS = HOUR_MS;
/** Nearly always it is well up to date by then. */
const SEARCH_LAG_MS = 10 * MINUTE_MS;

export interface Recovering {
  readonly ports: Ports;
  readonly office: Office;
  readonly book: Book;
  readonly sent: Map<string, SendRow>;
  /** When the run that was cut began. */
  readonly since: number;
  readonly now: number;
  /** By the office's secret. */
  readonly hmac: (message: string) => string;
}

/** True: everything is settled. False: look again at a later tick. */
export function recover(recovering: Recovering): boolean {
  const { ports, sent, since } = recovering;
  putInPlace(recovering);
  // One successful list decides existence; an exception of a single draft never does.
  const drafts = ports.mailer.listDrafts(since);
  const known = new Set([...sent.values()].filter(knowsItsDraft).map(({ token }) => token));
  for (const { draftId, token } of drafts) {
    const orphan = token !== null && !known.has(token) && isOwnToken(token, recovering.hmac);
    if (orphan) ports.mailer.deleteDraft(draftId);
  }
  const listed = new Map(
    drafts.flatMap(({ draftId, token }) => (token === null ? [] : [[token, draftId]])),
  );
  let settled = true;
  for (const row of [...sent.values()]) {
    if (row.status === "SENT" && row.sent_at === null) settled = timed(recovering, row) && settled;
    if (!isUnderWay(row)) continue;
    settled = recoverOne(recovering, row, listed.get(row.token) ?? null) && settled;
  }
  moveClosedOn(recovering);
  return settled;
}

/**
 * Of a mail that a person let go once more, the cut run may have made the draft and not yet its intent. A draft with the mark
 * of one that went is a person's, who forwards it.
 */
function knowsItsDraft({ status }: SendRow): boolean {
  return status !== "REVIEW" && status !== "FAILED";
}

function isUnderWay({ status }: SendRow): boolean {
  return ["INTENT", "WITHDRAWN", "CHECKING"].includes(status);
}

function recoverOne(recovering: Recovering, row: SendRow, draftId: string | null): boolean {
  if (draftId !== null) return takeBack(recovering, row, draftId);
  if (row.status === "WITHDRAWN" && row.draft_id === "") return true;
  const found = sentAlready(recovering, row);
  if (found !== null) {
    // The plan finds SENT without a moved row and moves it on.
    putSends(recovering, [sentRow(row, found, found.sentAt)]);
    return true;
  }
  const takenBack = row.status === "WITHDRAWN" || row.why === TAKEN_BACK;
  return takenBack ? gone(recovering, row) : check(recovering, row);
}

/** It went, and the run was cut while it put right what a moved column had led astray. */
function timed(recovering: Recovering, row: SendRow): boolean {
  const planned = row.planned_at ?? recovering.since;
  const found = sentAlready(recovering, row);
  if (found === null && recovering.now - planned < SEARCH_LAG_MS) return false;
  const { message_id: messageId, thread_id: threadId } = row;
  putSends(recovering, [sentRow(row, found ?? { messageId, threadId }, found?.sentAt ?? planned)]);
  return true;
}

/** We were taking it back and it is gone: by us, or a hand in Gmail has sent it, which a search may not know yet. */
function gone(recovering: Recovering, row: SendRow): boolean {
  const { now } = recovering;
  if (now - (row.planned_at ?? 0) >= SEARCH_LAG_MS) return forgotten(recovering, withdrawnRow(row));
  if (row.status !== "CHECKING") putSends(recovering, [{ ...row, status: "CHECKING" }]);
  return false;
}

/** Withdrawn stands in the sheet before the draft goes, so a cut in between is told apart from a send. */
function takeBack(recovering: Recovering, row: SendRow, draftId: string): boolean {
  putSends(recovering, [withdrawnRow({ ...row, draft_id: draftId })]);
  recovering.ports.store.flush();
  recovering.ports.mailer.deleteDraft(draftId);
  if (isStuckForGood(row, recovering.sent, recovering.now)) {
    failedForGood(recovering, { ...row, draft_id: "" }, "Gmail did not send it");
    return true;
  }
  return forgotten(recovering, withdrawnRow(row));
}

/** Taken back for certain: nothing to look for at the next recovery. */
function forgotten(recovering: Recovering, row: SendRow): boolean {
  putSends(recovering, [{ ...row, draft_id: "" }]);
  return true;
}

function check(recovering: Recovering, row: SendRow): boolean {
  const { ports, now, book, office } = recovering;
  const { language } = office.settings;
  const since = row.planned_at ?? now;
  if (now - since < CHECK_MS) {
    if (row.status !== "CHECKING") putSends(recovering, [{ ...row, status: "CHECKING" }]);
    return false;
  }
  const why = say(reason("reviewSent", { step: row.step }), language);
  book.review(row.enrollment, why);
  book.save(ports, language);
  putSends(recovering, [{ ...row, status: "REVIEW", why }]);
  return true;
}

/** Nothing is looked for in the mail of somebody whose address a person has spoiled; nor must it hold up everybody else. */
function sentAlready({ office, ports, book }: Recovering, row: SendRow) {
  if (office.settings.mode !== "LIVE") {
    return ports.mailer.findSent(ports.person.effectiveUser(), row.token);
  }
  const addresses = [row.email, book.enrollment(row.enrollment)?.row.email ?? ""];
  const [to] = addresses.flatMap((address) => normalAddress(address) ?? []);
  return to === undefined ? null : ports.mailer.findSent(to, row.token);
}
