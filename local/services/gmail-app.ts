// GmailApp: drafts, sending, reading and searching the mailbox of the effective user.
import { call } from "./door.ts";
import { GmailMessage, GmailThread, type MessageHandle } from "./gmail-message.ts";
import { lacking } from "./lacking.ts";
import { mailArguments } from "./mail-arguments.ts";

type GDraft = GoogleAppsScript.Gmail.GmailDraft;
type GMessage = GoogleAppsScript.Gmail.GmailMessage;
type GThread = GoogleAppsScript.Gmail.GmailThread;
type GApp = GoogleAppsScript.Gmail.GmailApp;

interface DraftHandle {
  readonly id: string;
  readonly messageId: string;
  readonly threadId: string;
}
const SEARCH_MAX = 500;

class GmailDraft extends lacking<GDraft>("GmailDraft") {
  #handle: DraftHandle;

  constructor(handle: DraftHandle) {
    super();
    this.#handle = handle;
  }

  override getId(): string {
    return this.#handle.id;
  }
  override getMessageId(): string {
    return this.#handle.messageId;
  }
  override getMessage(): GMessage {
    return new GmailMessage({ id: this.#handle.messageId, threadId: this.#handle.threadId });
  }
  override update(to: string, subject: string, body: string, options?: object): GDraft {
    const args = mailArguments("GmailDraft.update", to, subject, body, options);
    this.#handle = call<DraftHandle>("GmailDraft.update", this.#handle.id, args);
    return this;
  }
  override send(): GMessage {
    return new GmailMessage(call<MessageHandle>("GmailDraft.send", this.#handle.id));
  }
  override deleteDraft(): void {
    call("GmailDraft.deleteDraft", this.#handle.id);
  }
}

export class GmailApp extends lacking<GApp>("GmailApp") {
  override createDraft(to: string, subject: string, body: string, options?: object): GDraft {
    const args = mailArguments("GmailApp.createDraft", to, subject, body, options);
    return new GmailDraft(call<DraftHandle>("GmailApp.createDraft", args));
  }
  override sendEmail(to: string, subject: string, body: string, options?: object): GApp {
    call("GmailApp.sendEmail", mailArguments("GmailApp.sendEmail", to, subject, body, options));
    return this;
  }
  override getDrafts(): GDraft[] {
    return call<DraftHandle[]>("GmailApp.getDrafts").map((handle) => new GmailDraft(handle));
  }
  override getDraft(id: string): GDraft {
    return new GmailDraft(call<DraftHandle>("GmailApp.getDraft", String(id)));
  }
  override getDraftMessages(): GMessage[] {
    return call<DraftHandle[]>("GmailApp.getDraftMessages").map(
      ({ messageId, threadId }) => new GmailMessage({ id: messageId, threadId }),
    );
  }
  override getAliases(): string[] {
    return call("GmailApp.getAliases");
  }
  override search(query: string, start = 0, max = SEARCH_MAX): GThread[] {
    return call<string[]>("GmailApp.search", String(query), start, max).map(
      (id) => new GmailThread(id),
    );
  }
  override getMessageById(id: string): GMessage {
    return new GmailMessage({ id, threadId: call<string>("GmailApp.getMessageById", String(id)) });
  }
  override getThreadById(id: string): GThread {
    const found = call<string | null>("GmailApp.getThreadById", String(id));
    return (found === null ? null : new GmailThread(found)) as GThread;
  }
  override getMessagesForThreads(threads: GThread[]): GMessage[][] {
    const ids = threads.map((thread) => thread.getId());
    return call<MessageHandle[][]>("GmailApp.getMessagesForThreads", ids).map((messages) =>
      messages.map((handle) => new GmailMessage(handle)),
    );
  }
  override getMessagesForThread(thread: GThread): GMessage[] {
    return thread.getMessages();
  }
}
