// The Mailbox in memory: what arrived, as a test put it there.
import type { ArrivedMail, Clock, Mailbox } from "../../src/ports";

interface Kept extends ArrivedMail {
  readonly raw: string;
}

export class MemoryMailbox implements Mailbox {
  /** Every call by name, for budgets. */
  readonly calls: string[] = [];
  /** The next look fails. */
  failing: string | null = null;
  readonly #clock: Clock;
  readonly #mails: Kept[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** In that conversation, or one of its own. */
  arrive(raw: string, threadId?: string): string {
    const id = `arrived-${this.#mails.length + 1}`;
    const fromWhole = /^From:[ \t]*(.*?)\r?$/im.exec(raw)?.[1] ?? "";
    const [, address = fromWhole] = /<([^<>]*)>\s*$/.exec(fromWhole) ?? [];
    const from = address.trim().toLowerCase();
    const at = this.#clock.now();
    this.#mails.push({ id, threadId: threadId ?? `thread-${id}`, at, from, fromWhole, raw });
    return id;
  }

  arrived(sinceMs: number, beforeMs: number, max: number) {
    this.calls.push("arrived");
    if (this.failing !== null) throw new Error(this.failing);
    const inTime = this.#mails.filter(({ at }) => at >= sinceMs && at < beforeMs);
    const threads = [...new Set(inTime.map(({ threadId }) => threadId))].slice(-max);
    const mails = inTime.filter(({ threadId }) => threads.includes(threadId));
    return { mails: mails.map(({ raw: _raw, ...mail }) => mail), threads: threads.length };
  }

  raw(id: string): string {
    this.calls.push("raw");
    const found = this.#mails.find((mail) => mail.id === id);
    if (found === undefined) throw new Error(`There is no mail ${JSON.stringify(id)}.`);
    return found.raw;
  }

  decode(bytes: string, charset: string): string {
    return new TextDecoder(charset).decode(Buffer.from(bytes, "latin1"));
  }
}
