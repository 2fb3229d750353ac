// Whom a mail server's own words name as not reached. First by the shape of the lines, then by what is said around.
import { anyOf } from "./any-of";
import { ELSE, FAILED, ORIGINAL, SHOWN_HEADER } from "./bounce-phrases";
import { everyPart, header, type MailPart } from "./mail-parts";

const ADDRESS =
  /[a-z0-9!#$%&*+/?^_{|}~-](?:\.?[a-z0-9!#$%&'*+/?^_`{|}~-]){0,63}@[a-z0-9](?:[a-z0-9-]{0,62}\.)+[a-z][a-z0-9-]{1,30}/gi;
/** Alone in its line, or at its beginning with what became of it behind. */
const LEADS =
  /^[\s>*"'(-]*(?:[\w;=: ]{0,60}SMTP[=:]|rfc822;\s?)?<?(?:mailto:)?["']?ADDR["']?>?(?:\s*<ADDR>)?\s*(?:$|[:;,([]|\.\.\.|-|on \w{3},|\d{3})/;
/** Fields and words that name a recipient and nobody else. */
const NAMED = anyOf(
  "i",
  /(?:recipient|error-for|address|user(?:id)?|expanded from|generated from)\s*[:：]?\s*<?ADDR/,
  /(?:addressed to|attempts|undeliverable\s+to|RCPT TO)\s*[:：]?\s*<?ADDR/,
);
const OWN_WORK =
  /^(?:mailer-daemon|post-?master|abuse|no-?reply|.*-?bounces?|.*-(?:admin|owner|request))$/i;
const LINES_MAX = 400;

export function addressesOf(text: string): readonly string[] {
  return text.match(ADDRESS) ?? [];
}

/** `whole` is the notice, `text` what it says before the mail that came back. */
export function namedIn(whole: MailPart, text: string): readonly string[] {
  const lines = text.split("\n").slice(0, LINES_MAX);
  const own = ownAddresses(whole);
  const found = lines.flatMap((line, at) => {
    const some = addressesOf(line.slice(0, 1_000)).filter((one) => !isOwn(one, own));
    return some.length > 0 ? some.filter((one) => isMeant(lines, at, one)) : [];
  });
  return distinct(found);
}

/** Whom the mail was for that came back: for servers that say no more. */
export function returnedTo(whole: MailPart, text: string): readonly string[] {
  const inner = everyPart(whole).filter((part) => part !== whole && header(part, "to") !== "");
  // A list's mail is addressed to the list.
  if (inner.some((part) => header(part, "list-id") !== "")) return [];
  const lines = text
    .split("\n")
    .filter((line) => /^\W*(?:rcpt )?to\s*:|收[件信]人\s*[:：]/i.test(line));
  const to = [...inner.map((part) => header(part, "to")), ...lines].flatMap(addressesOf);
  const own = ownAddresses(whole);
  const theirs = distinct(to.filter((one) => !isOwn(one, own)));
  // Of several nobody knows which.
  return theirs.length === 1 ? theirs : [];
}

/** The words before the mail that came back. */
export function ownWords(text: string): string {
  const lines = text.split("\n");
  const end = lines.findIndex((line, at) => at > 0 && ORIGINAL.test(line.slice(0, 300)));
  return (end < 0 ? lines : lines.slice(0, end)).join("\n");
}

export function distinct(addresses: readonly string[]): readonly string[] {
  const seen = new Map(addresses.map((one) => [one.toLowerCase(), one] as const).reverse());
  return [...seen.values()].reverse();
}

function isMeant(lines: readonly string[], at: number, address: string): boolean {
  const line = (lines[at] ?? "").slice(0, 1_000);
  if (SHOWN_HEADER.test(line)) return false;
  const shape = line.split(address).join("ADDR");
  const around = [before(lines, at), line, lines[at + 1] ?? ""].join(" ").slice(0, 3_000);
  if (NAMED.test(shape)) return true;
  // The end of a sentence that tells whom to ask.
  if (LEADS.test(shape))
    return !/[^.:!]$/.test(lines[at - 1] ?? "") || !ELSE.test(lines[at - 1] ?? "");
  return FAILED.test(around) && !ELSE.test(line) && !/\bfrom\s+<?ADDR/i.test(shape);
}

/** The last line that says something. */
function before(lines: readonly string[], at: number): string {
  for (let up = at - 1; up >= Math.max(0, at - 3); up -= 1) {
    const line = lines[up] ?? "";
    if (line.trim() !== "") return line;
  }
  return "";
}

/** Who was told, and who tells. */
function ownAddresses(whole: MailPart): readonly string[] {
  const names = [
    "to",
    "from",
    "return-path",
    "sender",
    "errors-to",
    "reply-to",
    "delivered-to",
    "x-beenthere",
  ];
  return names.flatMap((name) =>
    whole.headers
      .filter(([known]) => known === name)
      .flatMap(([, value]) => addressesOf(value.toLowerCase())),
  );
}

function isOwn(address: string, own: readonly string[]): boolean {
  const [local = ""] = address.split("@");
  return own.includes(address.toLowerCase()) || OWN_WORK.test(local);
}
