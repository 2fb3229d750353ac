// Self-test: a draft is made, listed and deleted; another goes to the owner, is looked for, and is thrown away.
import { drafts as draftsFound, FOUND, mailSent, PROBE_DRAFT } from "../../words/self-test";
import type { Finding } from "./finding";
import type { Stopwatch } from "./stopwatch";

export function probeDraftLife(owner: string, watch: Stopwatch): Finding {
  const draft = made(owner, watch);
  const id = draft.getId();
  let listed = false;
  try {
    listed = isListed(id, watch);
  } finally {
    watch.of("GmailDraft.deleteDraft", () => draft.deleteDraft());
  }
  const listedAfter = isListed(id, watch);
  const seen = listedAfter ? FOUND.draftStays : listed ? FOUND.draftGone : FOUND.draftNever;
  return { ok: listed && !listedAfter, seen };
}

export function probeDraftList(): Finding {
  const drafts = GmailApp.getDrafts();
  const newest = drafts[0];
  if (newest !== undefined) newest.getMessage().getDate();
  return { ok: true, seen: draftsFound(drafts.length) };
}

/** One mail to oneself: whether it goes, is found, has a name of its own, and counts. */
export function probeSend(owner: string, watch: Stopwatch): Finding {
  const left = () =>
    watch.of("MailApp.getRemainingDailyQuota", () => MailApp.getRemainingDailyQuota());
  const before = left();
  const draft = made(owner, watch);
  let message: GoogleAppsScript.Gmail.GmailMessage;
  try {
    message = watch.of("GmailDraft.send", () => draft.send());
  } catch (error) {
    draft.deleteDraft();
    throw error;
  }
  try {
    const counted = before - left();
    const query = `in:sent to:${owner} "${PROBE_DRAFT.subject.en}"`;
    const found = watch.of("GmailApp.search", () => GmailApp.search(query, 0, 1)).length > 0;
    const named = message.getHeader("Message-ID") !== "";
    return { ok: true, seen: mailSent(found, named, counted) };
  } finally {
    message.moveToTrash();
  }
}

function made(owner: string, watch: Stopwatch) {
  const { subject, text } = PROBE_DRAFT;
  const words = `${text.en}\n${text.zh}`;
  return watch.of("GmailApp.createDraft", () => GmailApp.createDraft(owner, subject.en, words));
}

function isListed(id: string, watch: Stopwatch): boolean {
  const drafts = watch.of("GmailApp.getDrafts", () => GmailApp.getDrafts());
  return drafts.some((draft) => draft.getId() === id);
}
