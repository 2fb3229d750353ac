// Mails that a reader's mail program can stop by itself: whole drafts through the advanced Gmail service.
// Its drafts are those of the mailbox, so whatever else is done with them goes the ordinary way.

import type { Mailer, OutgoingMail } from "../ports";
import { htmlBody, oneLine, plainBody, requireOneAddress } from "./mail-fields";
import { composeMail } from "./raw-mail";

const ME = "me";

/** For one execution: what it drafted itself it also sends and deletes by this service. */
export function withRawMails(plain: Mailer): Mailer {
  const held = new Set<string>();
  return {
    ...plain,
    oneClick: hasService,
    createDraft(mail) {
      if (mail.leave === undefined || !hasService()) return plain.createDraft(mail);
      const raw = Utilities.base64EncodeWebSafe(written(mail, mail.leave, plain.aliases));
      const { id = "" } = drafts().create({ message: { raw } }, ME);
      held.add(id);
      return id;
    },
    send(draftId) {
      if (!held.has(draftId)) return plain.send(draftId);
      const { id = "", threadId = "" } = drafts().send({ id: draftId }, ME);
      held.delete(draftId);
      return { messageId: id, threadId };
    },
    deleteDraft(draftId) {
      if (!held.has(draftId)) return plain.deleteDraft(draftId);
      drafts().remove(ME, draftId);
      held.delete(draftId);
    },
  };
}

/** The manifest switches it on; an owner may have taken it out. No service call. */
function hasService(): boolean {
  return typeof Gmail !== "undefined";
}

function drafts(): GoogleAppsScript.Gmail.Collection.Users.DraftsCollection {
  const service = Gmail?.Users?.Drafts;
  if (service === undefined) throw new Error("The advanced Gmail service is switched off.");
  return service;
}

function written(
  mail: OutgoingMail,
  leave: NonNullable<OutgoingMail["leave"]>,
  aliases: Mailer["aliases"],
): string {
  const isAlias = mail.from !== "" && aliases().includes(mail.from.toLowerCase());
  const from = requireOneAddress(isAlias ? mail.from : leave.account);
  return composeMail({
    to: requireOneAddress(mail.to),
    from,
    fromName: oneLine(mail.fromName),
    replyTo: oneLine(mail.replyTo),
    subject: oneLine(mail.subject),
    text: plainBody(mail.text),
    html: htmlBody(mail.html),
    leaveUrl: leave.url,
    // Mails to an alias may arrive in a mailbox that nobody here reads.
    leaveAddress: isAlias ? "" : from,
  });
}
