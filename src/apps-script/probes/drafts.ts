// Self-test: a draft is made, listed, deleted, and then not listed any more.
import type { Probe } from "../../model/probe";
import { drafts as draftsFound, FOUND, PROBE_DRAFT } from "../../words/self-test";

type Finding = Omit<Probe, "name">;

export function probeDraftLife(owner: string): Finding {
  const { subject, text } = PROBE_DRAFT;
  const draft = GmailApp.createDraft(owner, subject.en, `${text.en}\n${text.zh}`);
  const id = draft.getId();
  const listed = isListed(id);
  draft.deleteDraft();
  const listedAfter = isListed(id);
  const seen = listedAfter ? FOUND.draftStays : listed ? FOUND.draftGone : FOUND.draftNever;
  return { ok: listed && !listedAfter, seen };
}

export function probeDraftList(): Finding {
  const drafts = GmailApp.getDrafts();
  const newest = drafts[0];
  if (newest !== undefined) newest.getMessage().getDate();
  return { ok: true, seen: draftsFound(drafts.length) };
}

function isListed(id: string): boolean {
  return GmailApp.getDrafts().some((draft) => draft.getId() === id);
}
