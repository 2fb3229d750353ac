// Turns the arguments of a mail call into a letter, with Gmail's checks and its known oddities.
import { account } from "../account.ts";
import { ServiceError } from "../errors.ts";
import type { Letter } from "../world-state.ts";
import { addressesIn, checkAddresses } from "./addresses.ts";

export interface MailArguments {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly options: {
    readonly htmlBody?: string | null;
    readonly name?: string | null;
    readonly replyTo?: string | null;
    readonly from?: string | null;
    readonly cc?: string | null;
    readonly bcc?: string | null;
    readonly noReply?: boolean | null;
  };
}

export function writeLetter(args: MailArguments, sender: string, via: "gmail" | "mail"): Letter {
  const { options } = args;
  const from = via === "gmail" && options.from ? options.from : sender;
  if (from !== sender && !aliasesOf(sender).includes(from)) {
    throw new ServiceError(`Invalid argument: ${from}`);
  }
  const cc = options.cc ?? "";
  const bcc = options.bcc ?? "";
  for (const list of [args.to, cc, bcc]) checkAddresses(list);
  const text = via === "gmail" ? withoutEmoji(args.body) : args.body;
  const subject = via === "gmail" ? withoutEmoji(args.subject) : args.subject;
  const letter: Letter = {
    to: args.to,
    cc,
    bcc,
    from,
    fromName: options.name ?? "",
    replyTo: options.replyTo ?? "",
    subject: oneLine(subject),
    text,
    html: options.htmlBody ?? "",
  };
  checkSizes(letter);
  return letter;
}

/** Addresses that the account has proved to be its own; another editor's account has none. */
export function aliasesOf(user: string): readonly string[] {
  return user === account.owner ? account.aliases : [];
}

export function recipientsOf(letter: Letter): string[] {
  return [letter.to, letter.cc, letter.bcc].flatMap(addressesIn);
}

/** A header cannot hold a line break. */
function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ");
}

/** Characters beyond the first plane arrive as "??" through GmailApp (facts 6.13, folklore). */
function withoutEmoji(text: string): string {
  if (!account.emojiBecomesQuestionMarks) return text;
  return text.replace(/[\u{10000}-\u{10ffff}]/gu, "??");
}

function checkSizes(letter: Letter): void {
  if (letter.subject.length > account.subjectCharactersMax) {
    throw new ServiceError("Argument too large: subject");
  }
  if (Buffer.byteLength(letter.text) + Buffer.byteLength(letter.html) > account.bodyBytesMax) {
    throw new ServiceError("Limit Exceeded: Email Body Size.");
  }
  if (recipientsOf(letter).length > account.recipientsPerMessageMax) {
    throw new ServiceError("Limit Exceeded: Email Recipients Per Message.");
  }
}
