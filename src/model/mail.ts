// Mails as the mail ports know them: what goes out, what has gone, what came in.

export interface OutgoingMail {
  readonly to: string;
  /** An alias of the account; "" or one that is not its own: the account's address. */
  readonly from: string;
  readonly fromName: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** How the reader's mail program stops the mails by itself; absent: GmailApp sends, which cannot say so. */
  readonly leave?: Leave;
}
/** RFC 8058. */
export interface Leave {
  /** Takes a POST with the body List-Unsubscribe=One-Click. */
  readonly url: string;
  /** The account's own address. */
  readonly account: string;
}
export interface SentReceipt {
  readonly messageId: string;
  readonly threadId: string;
}
export interface FoundSent extends SentReceipt {
  readonly to: string;
  readonly token: string;
  /** Epoch ms. */
  readonly sentAt: number;
}

/**
 * A mail of a conversation in which somebody has written, as little as tells whether to read it. Ours are among them.
 */
export interface ArrivedMail {
  readonly id: string;
  readonly threadId: string;
  /** Epoch ms. */
  readonly at: number;
  /** The bare address, in lower case. */
  readonly from: string;
  /** With the name beside it. */
  readonly fromWhole: string;
}
