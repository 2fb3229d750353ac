// The advanced Gmail service, as far as drafts of whole mails go.
import { call, Exception } from "./door.ts";

interface Message {
  readonly id: string;
  readonly threadId: string;
  readonly labelIds: readonly string[];
}
interface Resource {
  readonly id?: unknown;
  readonly message?: { readonly raw?: unknown };
}
interface DraftHandle {
  readonly id: string;
  readonly messageId: string;
  readonly threadId: string;
}

/** Read through require. @public */
export const Gmail = {
  Users: {
    Drafts: {
      create(resource: Resource, userId: unknown) {
        ownMailbox("create", userId);
        const raw = resource?.message?.raw;
        if (typeof raw !== "string") throw refusal("create", "'raw' RFC822 payload required");
        const made = call<DraftHandle>("Gmail.Users.Drafts.create", raw);
        return { id: made.id, message: message(made.messageId, made.threadId, "DRAFT") };
      },
      send(resource: Resource, userId: unknown): Message {
        ownMailbox("send", userId);
        const sent = call<Message>("Gmail.Users.Drafts.send", String(resource?.id));
        return message(sent.id, sent.threadId, "SENT");
      },
      remove(userId: unknown, id: unknown): void {
        ownMailbox("delete", userId);
        call("Gmail.Users.Drafts.remove", String(id));
      },
    },
  },
};

function message(id: string, threadId: string, label: string): Message {
  return { id, threadId, labelIds: [label] };
}

function ownMailbox(method: string, userId: unknown): void {
  if (userId !== "me") throw refusal(method, `Delegation denied for ${String(userId)}`);
}

function refusal(method: string, what: string): Error {
  return new Exception(`API call to gmail.users.drafts.${method} failed with error: ${what}`);
}
