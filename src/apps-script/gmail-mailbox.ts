// The mailbox as it is read: what others have written, found by one search.
import type { ArrivedMail, Mailbox } from "../ports";

type Message = GoogleAppsScript.Gmail.GmailMessage;

/** For one execution: the mails it listed are held, so that reading one is a single call. */
export function makeGmailMailbox(): Mailbox {
  const held = new Map<string, Message>();
  return {
    arrived(sinceMs, beforeMs, max) {
      const seconds = (ms: number) => Math.floor(ms / 1000);
      const query = `-in:sent -in:drafts after:${seconds(sinceMs)} before:${seconds(beforeMs) + 1}`;
      const threads = GmailApp.search(query, 0, max);
      if (threads.length === 0) return { mails: [], threads: 0 };
      const found = GmailApp.getMessagesForThreads(threads).flatMap((messages) =>
        // The newest last: what is older than asked for is not even looked at.
        untilOlder([...messages].reverse(), sinceMs).filter((one) => !one.isDraft()),
      );
      const mails = found.map((message) => {
        held.set(message.getId(), message);
        return arrivedMail(message);
      });
      const inTime = mails.filter(({ at }) => at < beforeMs);
      return { mails: inTime.sort((a, b) => a.at - b.at), threads: threads.length };
    },
    raw: (id) => (held.get(id) ?? GmailApp.getMessageById(id)).getRawContent(),
    decode: (bytes, charset) => {
      const signed = Array.from(bytes, (byte) => (byte.charCodeAt(0) << 24) >> 24);
      return Utilities.newBlob(signed).getDataAsString(charset);
    },
  };
}

function untilOlder(newestFirst: readonly Message[], sinceMs: number): readonly Message[] {
  // Gmail's seconds and ours need not agree.
  const end = newestFirst.findIndex((one) => one.getDate().getTime() < sinceMs - 1000);
  return end < 0 ? newestFirst : newestFirst.slice(0, end);
}

function arrivedMail(message: Message): ArrivedMail {
  const from = message.getFrom();
  const [, address = from] = /<([^<>]*)>\s*$/.exec(from) ?? [];
  return {
    id: message.getId(),
    threadId: message.getThread().getId(),
    at: message.getDate().getTime(),
    from: address.trim().toLowerCase(),
    fromWhole: from,
  };
}
