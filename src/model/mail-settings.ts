// What Settings say of how mails go and of those that come back: what an answer does, when an address is given up.
import { SOFT_BOUNCES_WORDS } from "../words/reasons-mail";

export type OnReply = "pause" | "stop" | "nothing";
export interface MailSettings {
  /** What a person's answer does to their rows. */
  readonly onReply: OnReply;
  /** So many mails in a month that did not arrive, though the address may be good. */
  readonly softBounces: number;
  /** Mails go whole, with what lets a mail program unsubscribe in one click. */
  readonly oneClick: boolean;
}

/** One full mailbox is none, three are one that nobody empties. */
export const SOFT_BOUNCES = 3;

export const MAIL_RULES = {
  on_reply: {
    allowed: "pause, stop, nothing",
    fits: (value: string) => ["", "pause", "stop", "nothing"].includes(value),
  },
  soft_bounces: {
    allowed: SOFT_BOUNCES_WORDS,
    fits: (value: string) => /^([1-9]\d?)?$/.test(value),
  },
  mailer: {
    allowed: "gmail, raw",
    fits: (value: string) => ["", "gmail", "raw"].includes(value),
  },
} as const;

export function mailSettings(value: (key: string) => string): MailSettings {
  const onReply = value("on_reply");
  return {
    onReply: onReply === "stop" || onReply === "nothing" ? onReply : "pause",
    softBounces: Number(value("soft_bounces")) || SOFT_BOUNCES,
    oneClick: value("mailer") === "raw",
  };
}
