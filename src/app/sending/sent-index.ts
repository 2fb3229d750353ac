// Our own mails by conversation, mark and address, to know what a mail that came in is about.
import type { SendRow } from "../../../sheets-schema/index";
import { nameKey } from "../../events/address";
import { isTestKey } from "../../model/enrollment";
import { addTo } from "../../model/lists";
import { isOwnToken } from "../../model/send-token";
import type { ArrivedMail, Ports } from "../../ports";

type Kept = Readonly<Record<string, string>>;

export class SentIndex {
  readonly #threads = new Map<string, SendRow[]>();
  readonly #marks = new Map<string, SendRow[]>();
  readonly #addresses = new Map<string, SendRow[]>();
  readonly #isOwn: (token: string) => boolean;

  constructor(ports: Ports, kept: Kept) {
    const secret = kept.token_secret ?? "";
    this.#isOwn = (token) => isOwnToken(token, (text) => ports.secrets.hmac(text, secret));
    for (const { cells } of ports.store.read("Sends")) {
      // A mail of a rehearsal went to the owner.
      if (cells.status === "WITHDRAWN" || isTestKey(cells.send_key)) continue;
      add(this.#threads, cells.thread_id, cells);
      add(this.#marks, cells.token, cells);
      add(this.#addresses, nameKey(cells.email), cells);
    }
  }

  knows({ threadId, from }: ArrivedMail): boolean {
    return this.#threads.has(threadId) || this.#addresses.has(nameKey(from));
  }

  /** By the conversation it stands in and the marks it carries. */
  about({ threadId }: ArrivedMail, tokens: readonly string[]): readonly SendRow[] {
    const marks = tokens.filter((token) => this.#marks.has(token) && this.#isOwn(token));
    const marked = marks.flatMap((token) => this.#marks.get(token) ?? []);
    const inThread = this.#threads.get(threadId) ?? [];
    // The mark names the very mail; the conversation may hold several.
    return marked.length > 0 ? marked : inThread;
  }

  to(address: string): readonly SendRow[] {
    return this.#addresses.get(nameKey(address)) ?? [];
  }
}

function add(index: Map<string, SendRow[]>, key: string, row: SendRow): void {
  if (key !== "") addTo(index, key, row);
}
