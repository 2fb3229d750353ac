// What a host tells of its triggers and its mail.
import type { Host } from "./contract.ts";
import { everyMailbox } from "./mail/mailbox.ts";
import type { Platform } from "./platform.ts";
import { periodMinutes } from "./schedule.ts";
import type { Message } from "./world-state.ts";

export function listTriggers({ world }: Platform): ReturnType<Host["triggers"]> {
  return Object.values(world.state.triggers).map((trigger) => ({
    id: trigger.id,
    handler: trigger.handler,
    kind: trigger.kind,
    everyMinutes: periodMinutes(trigger.schedule),
    nextAt: trigger.nextAt === null ? null : new Date(trigger.nextAt).toISOString(),
    ...(trigger.stopped ? { stopped: true } : {}),
  }));
}

export function listSent({ world }: Platform): ReturnType<Host["outbox"]> {
  const sent = everyMailbox(world).flatMap((box) => Object.values(box.messages));
  return sent.filter((message) => message.place === "sent").map(asSentMail);
}

function asSentMail({ at, place: _place, ...mail }: Message): ReturnType<Host["outbox"]>[number] {
  return { ...mail, sentAt: at };
}

export function listDrafts({ world }: Platform): ReturnType<Host["drafts"]> {
  const drafts = everyMailbox(world).flatMap((box) => Object.values(box.drafts));
  return drafts.map(({ id, message }) => ({ id, to: message.to, subject: message.subject }));
}
