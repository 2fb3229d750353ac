// A whole mail as it travels (RFC 5322, MIME): for headers that no other way of sending lets us write.
// ASCII throughout, lines of 76 characters; fields are given clean, without line breaks.

export interface RawMail {
  readonly from: string;
  readonly fromName: string;
  readonly to: string;
  readonly replyTo: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Takes a POST with the body List-Unsubscribe=One-Click (RFC 8058). */
  readonly leaveUrl: string;
  /** An address where a mail that says so is read; "" for none. */
  readonly leaveAddress: string;
}

/** Neither half can stand in quoted-printable: there "=" is followed by a hex digit. */
const BOUNDARY = "=_parts_=";
/** Of an encoded word's 75 characters, without its frame. */
const WORD_MAX = 60;
const PLAIN_MAX = 200;
const LINE_MAX = 76;
const ALONE = /[\uD800-\uDFFF]/gu;

export function composeMail(mail: RawMail): string {
  return [
    `From: ${phrase(mail.fromName)}<${mail.from}>`,
    `To: ${mail.to}`,
    ...(mail.replyTo === "" ? [] : [`Reply-To: ${mail.replyTo}`]),
    `Subject: ${headerText(mail.subject)}`,
    `List-Unsubscribe: ${waysOut(mail).join(",\r\n ")}`,
    "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
    `List-Id: <${listId(mail.from)}>`,
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    `Content-Type: multipart/alternative; boundary="${BOUNDARY}"`,
    "",
    ...part("plain", mail.text),
    ...part("html", mail.html),
    `--${BOUNDARY}--`,
    "",
  ].join("\r\n");
}

function waysOut({ leaveUrl, leaveAddress }: RawMail): readonly string[] {
  const mailto = leaveAddress === "" ? [] : [`<mailto:${leaveAddress}?subject=unsubscribe>`];
  return [`<${leaveUrl}>`, ...mailto];
}

function part(kind: "plain" | "html", text: string): readonly string[] {
  return [
    `--${BOUNDARY}`,
    `Content-Type: text/${kind}; charset=UTF-8`,
    "Content-Transfer-Encoding: quoted-printable",
    "",
    quotedPrintable(text),
  ];
}

/** All mails of one sender are one list: who leaves it leaves them all (RFC 2919). */
function listId(address: string): string {
  const [local = "", domain = ""] = address.toLowerCase().split("@");
  const label = local.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return `${label || "mails"}.${domain}`;
}

function phrase(name: string): string {
  if (name === "") return "";
  if (!isPlain(name)) return `${encodedWords(name)} `;
  return `"${name.replace(/["\\]/g, "\\$&")}" `;
}

function headerText(text: string): string {
  return isPlain(text) ? text : encodedWords(text);
}

function isPlain(text: string): boolean {
  return text.length <= PLAIN_MAX && /^[ -~]*$/.test(text) && !text.includes("=?");
}

/** RFC 2047: no word is longer than 75 characters, none ends within a character. */
function encodedWords(text: string): string {
  const words: string[] = [];
  let word = "";
  for (const sign of text.replace(ALONE, "\uFFFD")) {
    const coded = /[A-Za-z0-9]/.test(sign) ? sign : hexOf(sign);
    if (word.length + coded.length > WORD_MAX) {
      words.push(word);
      word = "";
    }
    word += coded;
  }
  return [...words, word].map((one) => `=?UTF-8?Q?${one}?=`).join("\r\n ");
}

/** Signs that stand for themselves in an address of the web, too. */
function hexOf(text: string): string {
  return encodeURIComponent(text)
    .replace(/[-_.!~*'()]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%/g, "=");
}

function quotedPrintable(text: string): string {
  return text
    .replace(ALONE, "\uFFFD")
    .split(/\r\n|\r|\n/)
    .map((line) => softBreaks(line.replace(/[^\t -<>-~]+|[\t ]$/g, hexOf)))
    .join("\r\n");
}

function softBreaks(line: string): string {
  const pieces: string[] = [];
  let rest = line;
  while (rest.length > LINE_MAX) {
    const coded = rest.slice(0, LINE_MAX - 1).search(/=.?$/);
    const at = coded < 0 ? LINE_MAX - 1 : coded;
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...pieces, rest].join("=\r\n");
}
