// The Mailer in memory: keeps drafts and what was sent, and fails when told to.
import { htmlBody, oneLine, plainBody, requireOneAddress } from "../../src/apps-script/mail-fields";
import { findToken } from "../../src/model/send-token";
import type { Clock, FoundSent, Mailer, OutgoingMail, SentReceipt } from "../../src/ports";

export interface MemoryDraft {
  readonly draftId: string;
  readonly mail: OutgoingMail;
  readonly writtenAt: number;
}
export interface MemorySent extends SentReceipt {
  readonly mail: OutgoingMail;
  readonly sentAt: number;
}

type Act = "createDraft" | "send" | "deleteDraft" | "listDrafts" | "findSent" | "quotaLeft";
/** `after`: the call has acted, and its caller does not learn of it. */
type When = "before" | "after";

export class MemoryMailer implements Mailer {
  readonly drafts = new Map<string, MemoryDraft>();
  readonly sent: MemorySent[] = [];
  /** What Dripsheet itself told the owner: apart, so that tests of readers' mails count those alone. */
  readonly told: MemorySent[] = [];
  /** Every call by name, for budgets. */
  readonly calls: Act[] = [];
  /** How long Gmail's search does not know a sent mail. */
  searchLagMs = 0;
  quota = 100;
  /** Whether the advanced Gmail service is there. */
  service = true;
  /** Other addresses of the account. */
  own: readonly string[] = [];
  readonly #clock: Clock;
  readonly #failures: { readonly act: Act; readonly when: When }[] = [];
  #made = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** The next call of that kind throws. Several are used up in the order given. */
  failNext(act: Act, when: When): void {
    this.#failures.push({ act, when });
  }

  createDraft(mail: OutgoingMail): string {
    return this.#acting("createDraft", () => {
      requireOneAddress(mail.to);
      this.#made += 1;
      const draftId = `draft-${this.#made}`;
      const from = this.own.includes(mail.from) ? mail.from : "";
      const written = clean({ ...mail, from });
      this.drafts.set(draftId, { draftId, mail: written, writtenAt: this.#clock.now() });
      return draftId;
    });
  }

  send(draftId: string): SentReceipt {
    return this.#acting("send", () => {
      const draft = this.#take(draftId);
      if (this.quota <= 0) {
        this.drafts.set(draftId, draft);
        throw new Error("Service invoked too many times for one day: email.");
      }
      this.quota -= 1;
      const ids = { messageId: `message-${draftId}`, threadId: `thread-${draftId}` };
      const list = draft.mail.fromName === "Dripsheet" ? this.told : this.sent;
      list.push({ ...ids, mail: draft.mail, sentAt: this.#clock.now() });
      return ids;
    });
  }

  deleteDraft(draftId: string): void {
    this.#acting("deleteDraft", () => this.#take(draftId));
  }

  listDrafts(sinceMs: number): readonly { draftId: string; token: string | null }[] {
    return this.#acting("listDrafts", () =>
      [...this.drafts.values()]
        .filter(({ writtenAt }) => writtenAt >= sinceMs)
        .map(({ draftId, mail }) => ({ draftId, token: findToken(mail.text) })),
    );
  }

  findSent(to: string, token: string): (SentReceipt & { sentAt: number }) | null {
    return this.#acting("findSent", () => {
      const known = this.#clock.now() - this.searchLagMs;
      const found = this.sent.find(
        ({ mail, sentAt }) => sentAt <= known && mail.to === to && findToken(mail.text) === token,
      );
      if (found === undefined) return null;
      return { messageId: found.messageId, threadId: found.threadId, sentAt: found.sentAt };
    });
  }

  listSent(sinceMs: number, max: number): readonly FoundSent[] {
    const known = this.#clock.now() - this.searchLagMs;
    return this.sent
      .flatMap(({ mail, sentAt, ...ids }) => {
        const token = findToken(mail.text);
        const found = sentAt >= sinceMs && sentAt <= known && token !== null;
        return found ? [{ ...ids, to: mail.to, token, sentAt }] : [];
      })
      .slice(0, max);
  }

  aliases(): readonly string[] {
    return this.own;
  }

  oneClick(): boolean {
    return this.service;
  }

  quotaLeft(): number {
    return this.#acting("quotaLeft", () => this.quota);
  }

  #take(draftId: string): MemoryDraft {
    const draft = this.drafts.get(draftId);
    if (draft === undefined) throw new Error(`There is no draft ${JSON.stringify(draftId)}.`);
    this.drafts.delete(draftId);
    return draft;
  }

  #acting<T>(act: Act, work: () => T): T {
    this.calls.push(act);
    const at = this.#failures.findIndex((failure) => failure.act === act);
    const failure = at < 0 ? undefined : this.#failures.splice(at, 1)[0];
    if (failure?.when === "before") throw new Error(`${act} failed before it acted.`);
    const value = work();
    if (failure?.when === "after") throw new Error(`${act} failed after it acted.`);
    return value;
  }
}

function clean(mail: OutgoingMail): OutgoingMail {
  return {
    to: mail.to,
    from: mail.from,
    fromName: oneLine(mail.fromName),
    replyTo: oneLine(mail.replyTo),
    subject: oneLine(mail.subject),
    text: plainBody(mail.text),
    html: htmlBody(mail.html),
    ...(mail.leave === undefined ? {} : { leave: mail.leave }),
  };
}
