// A mail that says a mail did not arrive: who was not reached, and whether it is for good. What a report says in fields
// counts before what it says in words.
import { FAILED, FAILED_SUBJECT, GIVEN_UP, MAY_PASS, SERVER, TRIES_ON } from "./bounce-phrases";
import { deliveryReport, looseReport, type Reported } from "./bounce-report";
import { addressesOf, distinct, namedIn, ownWords, returnedTo } from "./bounce-text";
import { plainText } from "./mail-own-words";
import { header, type MailPart } from "./mail-parts";

export interface Bounce {
  /** Soft: the address may be good, or the server still tries. */
  readonly kind: "hard" | "soft";
  /** As the server wrote them, each once. */
  readonly addresses: readonly string[];
  /** The server still tries. */
  readonly temporary: boolean;
}

/** Servers have words of their own for "failed". */
const NOT_FAILED = /^(?:delayed|delivered|relayed|expanded)$/;

/** Null: it is none. */
export function readBounce(mail: MailPart): Bounce | null {
  const reported = deliveryReport(mail);
  if (reported.length > 0) return fromReport(reported);
  const text = plainText(mail);
  const words = ownWords(text);
  const listed = addressesOf(header(mail, "x-failed-recipients"));
  if (listed.length === 0 && !isNotice(mail, words)) return null;
  const loose = looseReport(text);
  if (loose.length > 0) return fromReport(loose);
  const named = listed.length > 0 ? listed : namedIn(mail, words);
  const addresses = distinct(named.length > 0 ? named : returnedTo(mail, text));
  const said = `${header(mail, "subject")}\n${words}`;
  const temporary = TRIES_ON.test(said) && !GIVEN_UP.test(said);
  return addresses.length > 0
    ? { kind: temporary || MAY_PASS.test(words) ? "soft" : "hard", addresses, temporary }
    : null;
}

function fromReport(reported: readonly Reported[]): Bounce | null {
  const failed = reported.filter(({ action }) => !NOT_FAILED.test(action));
  const bad = failed.length > 0 ? failed : reported.filter(({ action }) => action === "delayed");
  if (bad.length === 0) return null;
  const temporary = bad[0]?.action === "delayed";
  const mayPass = bad.every(({ status, diagnostic }) => mayPassWith(status, diagnostic));
  return {
    kind: temporary || mayPass ? "soft" : "hard",
    addresses: distinct(bad.map(({ address }) => address)),
    temporary,
  };
}

/** "5.1.1" says it all; "5.0.0" leaves it to the words. */
function mayPassWith(status: string, diagnostic: string): boolean {
  if (/^5\.1\./.test(status)) return false;
  return MAY_PASS.test(` ${status} `) || MAY_PASS.test(diagnostic);
}

/** Its sender or its subject says that a server speaks, and its words that something went wrong. */
function isNotice(mail: MailPart, words: string): boolean {
  const from = header(mail, "from");
  const declared = header(mail, "content-type");
  const server =
    SERVER.test(from) || /^(?:[^<@]*<>)?$/.test(from) || /report-type="?delivery/i.test(declared);
  const empty = header(mail, "return-path") === "<>";
  // Whoever answers a mail and says that something failed is a person.
  const answers = header(mail, "in-reply-to") !== "" && header(mail, "auto-submitted") === "";
  const subject = !answers && FAILED_SUBJECT.test(header(mail, "subject"));
  const speaks = server || empty || subject;
  return speaks && (FAILED.test(words) || TRIES_ON.test(words));
}
