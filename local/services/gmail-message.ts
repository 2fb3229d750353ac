// GmailMessage and GmailThread. A message is fetched when first read, then known.
import { call } from "./door.ts";
import { lacking } from "./lacking.ts";

type GMessage = GoogleAppsScript.Gmail.GmailMessage;
type GThread = GoogleAppsScript.Gmail.GmailThread;

export interface MessageHandle {
  readonly id: string;
  readonly threadId: string;
}
interface MessageWire extends MessageHandle {
  readonly to: string;
  readonly cc: string;
  readonly bcc: string;
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly at: number;
  readonly place: string;
}

export class GmailMessage extends lacking<GMessage>("GmailMessage") {
  readonly #handle: MessageHandle;
  #wire: MessageWire | null = null;

  constructor(handle: MessageHandle) {
    super();
    this.#handle = handle;
  }

  override getId(): string {
    return this.#handle.id;
  }
  override getThread(): GThread {
    return new GmailThread(this.#handle.threadId);
  }
  override getTo(): string {
    return this.#read("getTo").to;
  }
  override getCc(): string {
    return this.#read("getCc").cc;
  }
  override getBcc(): string {
    return this.#read("getBcc").bcc;
  }
  override getFrom(): string {
    const { fromName, from } = this.#read("getFrom");
    return fromName === "" ? from : `${fromName} <${from}>`;
  }
  override getReplyTo(): string {
    return this.#read("getReplyTo").replyTo;
  }
  override getSubject(): string {
    return this.#read("getSubject").subject;
  }
  override getPlainBody(): string {
    return this.#read("getPlainBody").text.replace(/\r?\n/g, "\r\n");
  }
  override getBody(): string {
    const { html, text } = this.#read("getBody");
    return html === "" ? text : html;
  }
  override getDate(): Date {
    return new Date(this.#read("getDate").at);
  }
  override isDraft(): boolean {
    return this.#read("isDraft").place === "draft";
  }
  override getHeader(name: string): string {
    return call("GmailMessage.getHeader", this.#handle.id, String(name));
  }
  override getRawContent(): string {
    return call("GmailMessage.getRawContent", this.#handle.id);
  }

  override moveToTrash(): GMessage {
    call("GmailMessage.moveToTrash", this.#handle.id);
    return this;
  }

  #read(method: string): MessageWire {
    this.#wire ??= call<MessageWire>(`GmailMessage.${method}`, this.#handle.id);
    return this.#wire;
  }
}

export class GmailThread extends lacking<GThread>("GmailThread") {
  readonly #id: string;

  constructor(id: string) {
    super();
    this.#id = id;
  }

  override getId(): string {
    return this.#id;
  }
  override getMessages(): GMessage[] {
    return call<MessageHandle[]>("GmailThread.getMessages", this.#id).map(
      (handle) => new GmailMessage(handle),
    );
  }
  override getMessageCount(): number {
    return this.getMessages().length;
  }
  override getFirstMessageSubject(): string {
    return this.getMessages()[0]?.getSubject() ?? "";
  }
  override getLastMessageDate(): Date {
    const messages = this.getMessages();
    return messages[messages.length - 1]?.getDate() as Date;
  }
}
