// What a mail says in plain text, and of that what its sender wrote: no quoted mail, no signature.
import { anyOf } from "./any-of";
import { everyPart, type MailPart } from "./mail-parts";

const ENTITIES: Readonly<Record<string, string>> = {
  lt: "<",
  gt: ">",
  amp: "&",
  nbsp: " ",
  quot: '"',
};
/** The mail that came back, and parts for programs. */
const INNER = /^(?:message\/|text\/rfc822-headers)/;

/** Every text of the mail itself; HTML only where there is nothing else. */
export function plainText(mail: MailPart): string {
  const texts = ownParts(mail).filter(({ type }) => type.startsWith("text/"));
  const plain = texts.filter(({ type, text }) => type !== "text/html" && text.trim() !== "");
  return plain.length > 0
    ? plain
        .map(({ text }) => (/<br\b|<\/(?:p|div|td)>/i.test(text) ? withoutTags(text) : text))
        .join("\n")
    : texts.map(({ text }) => withoutTags(text)).join("\n");
}

/** Everything readable in it, the mail that came back included. */
export function everyText(mail: MailPart): string {
  return everyPart(mail)
    .map(({ type, text }) => (type === "text/html" ? withoutTags(text) : text))
    .join("\n");
}

/** Where the mail answered begins, in the languages mail programs speak. */
const QUOTE_BEGINS = anyOf(
  "im",
  /^[ \t]{0,8}>/,
  /^[ \t]{0,8}[-_=*]{3,}[^\n]{0,60}(?:original|forwarded|原始|转发|ursprüngliche|d'origine)/,
  /^[ \t]{0,8}_{10,}[ \t]*$/,
  /^(?:on|am|le|el|il|em|op|den|w dniu)\s[^\n]{4,200}\n?[^\n]{0,100}(?:wrote|schrieb|écrit|escribió)\s?:/,
  /^(?:il|em|op|den|w dniu)\s[^\n]{4,200}(?:scritto|escreveu|schreef|napisał|skrev)[^\n]{0,80}:/,
  /^[^\n]{0,120}(?:写道|寫道|のメール|написал[аи]?)\s{0,4}[:：]/,
  /^\*{0,2}(?:from|von|de|da|发件人|寄件者|差出人|от)\*{0,2}\s*[:：][^\n]{0,200}$/,
  /^ref [0-9a-f]{20}\s*$/,
);
/** Below it stands who wrote, not what. */
const SIGNATURE_BEGINS = anyOf(
  "im",
  /^--[ \t]?$/,
  /^(?:sent from my|get outlook for|envoyé de mon|enviado desde mi|发自我的)[^\n]{0,40}$/,
  /^von meinem [^\n]{1,40}gesendet|^(?:从|来自)[^\n]{1,20}(?:手机|邮箱)[^\n]{0,20}$/,
);

/** What its sender wrote above the mail answered and above the signature. */
export function writtenIn(text: string): string {
  const lines = text.replace(/\r/g, "").slice(0, 20_000);
  const ends = [QUOTE_BEGINS, SIGNATURE_BEGINS].map((mark) => mark.exec(lines)?.index);
  return lines.slice(0, Math.min(...ends.map((end) => end ?? lines.length))).trim();
}

function ownParts(mail: MailPart): readonly MailPart[] {
  const inside = mail.parts.filter(({ type }) => !INNER.test(type));
  return [mail, ...inside.flatMap(ownParts)];
}

function withoutTags(html: string): string {
  return html
    .replace(/<(style|script)\b[^>]{0,500}>[^<]{0,20000}/gi, "")
    .replace(/<br\b[^>]{0,200}>|<\/(?:p|div|tr|td|li|h\d|table)>/gi, "\n")
    .replace(/<(?![^\s<>@]{1,80}@)[^<>]{0,2000}>/g, "")
    .replace(/&(#\d{1,6}|\w{1,8});/g, (whole, name: string) => {
      if (!name.startsWith("#")) return ENTITIES[name.toLowerCase()] ?? whole;
      return String.fromCodePoint(Math.min(Number(name.slice(1)), 0x10ffff));
    });
}
