// GmailApp and MailApp: drafts, sending, reading, searching.
import { ServiceError } from "../errors.ts";
import { aliasesOf, type MailArguments, writeLetter } from "../mail/letter.ts";
import { deleteDraft, draftOf, mailboxOf, saveDraft, sendLetter } from "../mail/mailbox.ts";
import { headersOf, rawOf } from "../mail/raw.ts";
import { readLetter } from "../mail/read-raw.ts";
import { searchMessages } from "../mail/search.ts";
import { type Call, free, type OpTable, plain } from "../op.ts";
import { quotaShown } from "../quota.ts";
import type { Draft, Message } from "../world-state.ts";

interface DraftHandle {
  readonly id: string;
  readonly messageId: string;
  readonly threadId: string;
}

function handleOf(draft: Draft): DraftHandle {
  return { id: draft.id, messageId: draft.message.id, threadId: draft.message.threadId };
}

function draftsOf(call: Call): Draft[] {
  const { drafts } = mailboxOf(call.platform.world, call.execution.effectiveUser);
  const list = Object.values(drafts).reverse();
  call.cells = list.length;
  return list;
}

const createDraft = plain((call: Call, args: MailArguments) => {
  const user = call.execution.effectiveUser;
  return handleOf(saveDraft(call.platform, user, writeLetter(args, user, "gmail"), null));
});

const updateDraft = plain((call: Call, id: string, args: MailArguments) => {
  const user = call.execution.effectiveUser;
  const known = draftOf(call.platform.world, user, id);
  return handleOf(saveDraft(call.platform, user, writeLetter(args, user, "gmail"), known));
});

const sendDraft = plain((call: Call, id: string) => {
  const user = call.execution.effectiveUser;
  const { message } = draftOf(call.platform.world, user, id);
  const sent = sendLetter(call.platform, user, message, message.threadId);
  call.platform.world.apply(["del", ["mailboxes", user, "drafts", id]]);
  deliver(call, sent);
  return { id: sent.id, threadId: sent.threadId };
});

const sendEmail = (via: "gmail" | "mail") =>
  plain((call: Call, args: MailArguments) => {
    const user = call.execution.effectiveUser;
    deliver(call, sendLetter(call.platform, user, writeLetter(args, user, via), null));
  });

/** The world is written first: a mail the host hears of has gone. */
function deliver(call: Call, message: Message): void {
  call.platform.world.commit();
  const { at, place: _place, ...mail } = message;
  call.platform.sent({ ...mail, sentAt: at });
}

const search = plain((call: Call, query: string, start: number, max: number) => {
  if (max > 500) throw new ServiceError("Argument max cannot exceed 500.");
  const { world, clock, weather } = call.platform;
  const { messages } = mailboxOf(world, call.execution.effectiveUser);
  const now = clock.now();
  const indexed = Object.values(messages).filter(
    ({ at }) => at <= now - weather.now.sentSearchLagMs,
  );
  const found = searchMessages(indexed, query, now);
  const threads = [...new Set(found.map((message) => message.threadId))];
  call.cells = threads.length;
  return threads.slice(start, start + max);
});

function everyMessage(call: Call): Message[] {
  const box = mailboxOf(call.platform.world, call.execution.effectiveUser);
  return [...Object.values(box.messages), ...Object.values(box.drafts).map((one) => one.message)];
}

function messageOf(call: Call, id: string): Message {
  const found = everyMessage(call).find((message) => message.id === id);
  if (found) return found;
  throw new ServiceError("Gmail operation not allowed. : Message not found");
}

const readMessage = plain((call: Call, id: string) => messageOf(call, id));

function threadMessages(call: Call, threadId: string): { id: string; threadId: string }[] {
  return everyMessage(call)
    .filter((message) => message.threadId === threadId)
    .sort((left, right) => left.at - right.at)
    .map(({ id }) => ({ id, threadId }));
}

/** As the API words its refusals. */
function asApi<T>(method: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ServiceError) || !error.message.includes("not found")) throw error;
    const call = `API call to gmail.users.drafts.${method}`;
    throw new ServiceError(`${call} failed with error: Requested entity was not found.`);
  }
}

export const mailOps: OpTable = {
  "Gmail.isEnabled": free((call: Call) => call.platform.manifest.advanced.includes("Gmail")),
  "Gmail.Users.Drafts.create": plain((call: Call, raw: string) => {
    const user = call.execution.effectiveUser;
    const letter = readLetter(Buffer.from(raw, "base64url").toString("latin1"), user);
    return handleOf(saveDraft(call.platform, user, letter, null));
  }),
  "Gmail.Users.Drafts.send": plain((call: Call, id: string) => {
    return asApi("send", () => sendDraft.run(call, id));
  }),
  "Gmail.Users.Drafts.remove": plain((call: Call, id: string) => {
    const user = call.execution.effectiveUser;
    asApi("delete", () => deleteDraft(call.platform.world, user, id));
  }),
  "GmailApp.createDraft": createDraft,
  "GmailApp.sendEmail": sendEmail("gmail"),
  "GmailApp.getDrafts": plain((call: Call) => draftsOf(call).map(handleOf)),
  "GmailApp.getDraftMessages": plain((call: Call) => draftsOf(call).map(handleOf)),
  "GmailApp.getDraft": plain((call: Call, id: string) => {
    return handleOf(draftOf(call.platform.world, call.execution.effectiveUser, id));
  }),
  "GmailApp.getAliases": plain((call: Call) => aliasesOf(call.execution.effectiveUser)),
  "GmailApp.search": search,
  "GmailApp.getMessageById": plain((call: Call, id: string) => messageOf(call, id).threadId),
  "GmailApp.getThreadById": plain((call: Call, id: string) => {
    return threadMessages(call, id).length > 0 ? id : null;
  }),
  "GmailApp.getMessagesForThreads": plain((call: Call, ids: readonly string[]) => {
    call.cells = ids.length;
    return ids.map((id) => threadMessages(call, id));
  }),
  "GmailDraft.update": updateDraft,
  "GmailDraft.send": sendDraft,
  "GmailDraft.deleteDraft": plain((call: Call, id: string) => {
    deleteDraft(call.platform.world, call.execution.effectiveUser, id);
  }),
  "GmailThread.getMessages": plain((call: Call, id: string) => threadMessages(call, id)),
  ...Object.fromEntries(
    ["To", "Cc", "Bcc", "From", "ReplyTo", "Subject", "PlainBody", "Body", "Date"].map((field) => [
      `GmailMessage.get${field}`,
      readMessage,
    ]),
  ),
  "GmailMessage.isDraft": readMessage,
  "GmailMessage.getHeader": plain((call: Call, id: string, name: string) => {
    const headers = headersOf(messageOf(call, id));
    const known = Object.keys(headers).find((key) => key.toLowerCase() === name.toLowerCase());
    return known === undefined ? "" : headers[known];
  }),
  "GmailMessage.moveToTrash": plain((call: Call, id: string) => {
    const { id: own } = messageOf(call, id);
    const place = ["mailboxes", call.execution.effectiveUser, "messages", own, "place"];
    call.platform.world.apply(["set", place, "trash"]);
  }),
  "GmailMessage.getRawContent": plain((call: Call, id: string) => rawOf(messageOf(call, id))),
  "MailApp.sendEmail": sendEmail("mail"),
  "MailApp.getRemainingDailyQuota": plain((call: Call) => {
    return quotaShown(call.platform, call.execution.effectiveUser, "email");
  }),
};
