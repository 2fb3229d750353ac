// One account's mailbox: drafts, sent mail and what arrived.
import { ServiceError } from "../errors.ts";
import type { Platform } from "../platform.ts";
import { quotaLeft, useQuota } from "../quota.ts";
import type { World } from "../world.ts";
import type { Draft, Letter, Mailbox, Message } from "../world-state.ts";
import { recipientsOf } from "./letter.ts";

export function mailboxOf(world: World, user: string): Mailbox {
  const { mailboxes } = world.state;
  const box = Object.hasOwn(mailboxes, user) ? mailboxes[user] : undefined;
  return { drafts: box?.drafts ?? {}, messages: box?.messages ?? {} };
}

export function everyMailbox(world: World): Mailbox[] {
  return Object.keys(world.state.mailboxes).map((user) => mailboxOf(world, user));
}

export function draftOf(world: World, user: string, id: string): Draft {
  const { drafts } = mailboxOf(world, user);
  const draft = Object.hasOwn(drafts, id) ? drafts[id] : undefined;
  if (draft) return draft;
  throw new ServiceError("Gmail operation not allowed. : Draft not found");
}

export function saveDraft(
  platform: Platform,
  user: string,
  letter: Letter,
  known: Draft | null,
): Draft {
  const { world } = platform;
  const id = known?.id ?? `r${1_000_000_000_000_000 + world.nextSerial() * 7919}`;
  const message = newMessage(platform, letter, "draft", known?.message.threadId ?? null);
  const draft = { id, message };
  world.apply(["set", ["mailboxes", user, "drafts", id], draft]);
  return draft;
}

export function deleteDraft(world: World, user: string, id: string): void {
  draftOf(world, user, id);
  world.apply(["del", ["mailboxes", user, "drafts", id]]);
}

/** Checks the quota, keeps the message as sent, and lets the host know. */
export function sendLetter(
  platform: Platform,
  user: string,
  letter: Letter,
  threadId: string | null,
): Message {
  const { world, clock } = platform;
  const recipients = recipientsOf(letter).length;
  if (recipients === 0) throw new ServiceError("Failed to send email: no recipient");
  if (recipients > quotaLeft(platform, user, "email")) {
    throw new ServiceError("Service invoked too many times for one day: email.");
  }
  useQuota(platform, user, "email", clock.now(), recipients);
  const message = newMessage(platform, letter, "sent", threadId);
  world.apply(["set", ["mailboxes", user, "messages", message.id], message]);
  return message;
}

export function newMessage(
  platform: Platform,
  letter: Letter,
  place: Message["place"],
  threadId: string | null,
): Message {
  const { world, clock } = platform;
  const at = clock.now();
  // Like Gmail's: sixteen hexadecimal digits that grow with time.
  const id = (BigInt(at) * 1_048_576n + BigInt(world.nextSerial() % 1_048_576)).toString(16);
  const messageId = `<CA${id}@mail.gmail.com>`;
  // Gmail adds what a script may not choose.
  const added = `Message-ID: ${messageId}\r\nDate: ${rfcDate(at)}\r\n`;
  const whole = letter.raw !== undefined && place === "sent";
  return {
    ...letter,
    ...(whole ? { raw: `${added}${letter.raw}` } : {}),
    id: id.padStart(16, "0"),
    threadId: threadId ?? id.padStart(16, "0"),
    messageId,
    at,
    place,
  };
}

export function rfcDate(at: number): string {
  return new Date(at).toUTCString().replace("GMT", "+0000");
}
