// Mail through Gmail, in two steps: a draft, then its sending.
import { findToken } from "../model/send-token";
import type { FoundSent, Mailer, OutgoingMail, SentReceipt } from "../ports";
import { htmlBody, oneLine, plainBody, requireOneAddress } from "./mail-fields";

type Draft = GoogleAppsScript.Gmail.GmailDraft;
type Message = GoogleAppsScript.Gmail.GmailMessage;

/** Gmail's clock is not ours; older drafts are not read at all. */
const CLOCK_DIFFERENCE_MS = 10 * 60 * 1000;
const SENT_THREADS_MAX = 10;
const PAGE = 100;

/** For one execution: the drafts it made are held, so that sending one is a single call. */
export function makeGmailMailer(): Mailer {
  const held = new Map<string, Draft>();
  let known: readonly string[] | undefined;
  const aliases = () => {
    known ??= GmailApp.getAliases().map((alias) => alias.toLowerCase());
    return known;
  };
  const draftOf = (draftId: string) => held.get(draftId) ?? GmailApp.getDraft(draftId);
  return {
    createDraft(mail) {
      // One that the account has no more would have every draft refused.
      const isOurs = mail.from !== "" && aliases().includes(mail.from.toLowerCase());
      const draft = createDraft(mail, isOurs);
      const draftId = draft.getId();
      held.set(draftId, draft);
      return draftId;
    },
    send(draftId) {
      const message = draftOf(draftId).send();
      held.delete(draftId);
      return receiptOf(message);
    },
    deleteDraft(draftId) {
      draftOf(draftId).deleteDraft();
      held.delete(draftId);
    },
    listDrafts: (sinceMs) =>
      GmailApp.getDrafts().flatMap((draft) => {
        const token = readToken(draft, sinceMs - CLOCK_DIFFERENCE_MS);
        return token === "too old" ? [] : [{ draftId: draft.getId(), token }];
      }),
    findSent,
    listSent,
    aliases,
    oneClick: () => false,
    quotaLeft: () => MailApp.getRemainingDailyQuota(),
  };
}

function createDraft(mail: OutgoingMail, fromAlias: boolean): Draft {
  const to = requireOneAddress(mail.to);
  return GmailApp.createDraft(to, oneLine(mail.subject), plainBody(mail.text), {
    htmlBody: htmlBody(mail.html),
    name: oneLine(mail.fromName),
    replyTo: oneLine(mail.replyTo),
    ...(fromAlias ? { from: oneLine(mail.from) } : {}),
  });
}

/** A draft that cannot be read is still listed: what is listed is not gone. */
function readToken(draft: Draft, sinceMs: number): string | null | "too old" {
  try {
    const message = draft.getMessage();
    if (message.getDate().getTime() < sinceMs) return "too old";
    return findToken(message.getPlainBody());
  } catch {
    return null;
  }
}

/** Search may not know a fresh mail yet: null proves nothing. */
function findSent(to: string, token: string): (SentReceipt & { sentAt: number }) | null {
  const address = requireOneAddress(to);
  const query = `in:sent to:${address} "${token}"`;
  for (const thread of GmailApp.search(query, 0, SENT_THREADS_MAX)) {
    const message = thread.getMessages().find((one) => isThatMail(one, address, token));
    if (message !== undefined) {
      return { ...receiptOf(message), sentAt: message.getDate().getTime() };
    }
  }
  return null;
}

/** The newest first, as search gives them. */
function listSent(sinceMs: number, max: number): readonly FoundSent[] {
  const query = `in:sent after:${Math.floor(sinceMs / 1000)}`;
  const found: FoundSent[] = [];
  for (let from = 0; found.length < max; from += PAGE) {
    const threads = GmailApp.search(query, from, PAGE);
    for (const message of threads.flatMap((thread) => thread.getMessages())) {
      const sentAt = message.getDate().getTime();
      const token = message.isDraft() || sentAt < sinceMs ? null : ownToken(message);
      if (token !== null) found.push({ ...receiptOf(message), to: message.getTo(), token, sentAt });
    }
    if (threads.length < PAGE) break;
  }
  return found.slice(0, max);
}

function ownToken(message: Message): string | null {
  return findToken(message.getPlainBody());
}

/** An answer that quotes the mail carries the token as well, but goes to somebody else. */
function isThatMail(message: Message, to: string, token: string): boolean {
  return (
    !message.isDraft() &&
    message.getTo().toLowerCase().includes(to.toLowerCase()) &&
    findToken(message.getPlainBody()) === token
  );
}

function receiptOf(message: Message): SentReceipt {
  return { messageId: message.getId(), threadId: message.getThread().getId() };
}
