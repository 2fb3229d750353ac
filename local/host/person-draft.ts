// What a person does to a draft in Gmail's own window.
import { type DraftAct, ScriptFailure } from "./contract.ts";
import { ServiceError } from "./errors.ts";
import { deleteDraft, draftOf, newMessage } from "./mail/mailbox.ts";
import type { Platform } from "./platform.ts";
import type { Draft, Message } from "./world-state.ts";

export function actOnDraft(platform: Platform, user: string, id: string, act: DraftAct): void {
  try {
    const draft = draftOf(platform.world, user, id);
    if (act.kind === "edit") edit(platform, user, draft, act);
    else if (act.kind === "send") send(platform, user, draft);
    else deleteDraft(platform.world, user, id);
  } catch (error) {
    if (error instanceof ServiceError) throw new ScriptFailure(error.message);
    throw error;
  } finally {
    platform.world.commit();
  }
}

/** Gmail saves a new message each time, and now and then under a new draft id. */
function edit(
  platform: Platform,
  user: string,
  { id, message }: Draft,
  { kind: _kind, ...changed }: Extract<DraftAct, { kind: "edit" }>,
): void {
  const { world, weather } = platform;
  // What a person has saved is Gmail's own writing, without the headers of before.
  const { raw: _raw, ...written } = message;
  const letter = { ...written, ...changed };
  const saved = newMessage(platform, letter, "draft", message.threadId);
  const next = weather.now.draftIdsChange ? `r-${world.nextSerial() * 7919}` : id;
  deleteDraft(world, user, id);
  world.apply(["set", ["mailboxes", user, "drafts", next], { id: next, message: saved }]);
}

/** By hand it counts against Gmail's own limit, not the script's. */
function send(platform: Platform, user: string, { id, message }: Draft): void {
  const { world } = platform;
  const sent: Message = newMessage(platform, message, "sent", message.threadId);
  deleteDraft(world, user, id);
  world.apply(["set", ["mailboxes", user, "messages", sent.id], sent]);
  world.commit();
  const { at, place: _place, ...mail } = sent;
  platform.sent({ ...mail, sentAt: at });
}
