// A raw mail as a tree of parts (RFC 5322, 2045). In linear time, and without complaint about what is malformed.
import { bytesOf, type Decode, headerText, textOf } from "./mail-decode";

export interface MailPart {
  /** As they stand, unfolded, in order; names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** In lower case, "text/plain" where none is named. */
  readonly type: string;
  /** Decoded; "" for a part that holds parts. */
  readonly text: string;
  readonly parts: readonly MailPart[];
}

/** What tells stands at the beginning; behind it comes the original. */
const RAW_MAX = 200_000;
const DEPTH_MAX = 6;
const PARTS_MAX = 40;

export function readParts(raw: string, decode: Decode): MailPart {
  const text = raw.slice(0, RAW_MAX).replace(/\r\n?/g, "\n");
  // mbox files begin with a line of their own.
  return partOf(text.replace(/^\n*(?:>?From [^\n]*\n)?/, ""), decode, DEPTH_MAX);
}

/** Of several headers of one name the first; decoded words are left to who shows them. */
export function header({ headers }: Pick<MailPart, "headers">, name: string): string {
  return headers.find(([known]) => known === name)?.[1] ?? "";
}

/** The part itself, and all in it, in the order of reading. */
export function everyPart(part: MailPart): readonly MailPart[] {
  return [part, ...part.parts.flatMap(everyPart)];
}

/** Lines "Name: value" up to the first that is none; a line that begins with a blank goes on. */
export function fieldsIn(text: string): MailPart["headers"] {
  const fields: [string, string][] = [];
  for (const line of text.split("\n")) {
    const last = fields[fields.length - 1];
    if (/^[ \t]/.test(line) && last !== undefined) last[1] += ` ${line.trim()}`;
    const at = line.indexOf(":");
    const name = /^[ \t]/.test(line) || at < 1 ? "" : line.slice(0, at).trimEnd();
    if (/^[!-9;-~]{1,76}$/.test(name)) fields.push([name.toLowerCase(), line.slice(at + 1).trim()]);
  }
  return fields;
}

function partOf(raw: string, decode: Decode, depth: number): MailPart {
  const cut = raw.startsWith("\n") ? 0 : raw.indexOf("\n\n");
  const head = fieldsIn(cut < 0 ? raw : raw.slice(0, cut));
  const headers = head.map(([name, value]) => [name, headerText(value, decode)] as const);
  const body = cut < 0 ? "" : raw.slice(cut === 0 ? 1 : cut + 2);
  const declared = header({ headers }, "content-type");
  const type = (/^[\w.+-]+\/[\w.+-]+/.exec(declared)?.[0] ?? "text/plain").toLowerCase();
  const encoding = header({ headers }, "content-transfer-encoding").trim().toLowerCase();
  const whole = { type, declared, body, encoding };
  const parts = depth > 0 ? innerParts(whole, decode, depth) : [];
  if (parts.length > 0) return { headers, type, text: "", parts };
  const text = textOf(bytesOf(body, encoding), parameter(declared, "charset"), decode);
  // Without the boundaries it announces it is one text.
  return { headers, type: type.startsWith("multipart/") ? "text/plain" : type, text, parts };
}

interface Whole {
  readonly type: string;
  readonly declared: string;
  readonly body: string;
  readonly encoding: string;
}

function innerParts(
  { type, declared, body, encoding }: Whole,
  decode: Decode,
  depth: number,
): readonly MailPart[] {
  const inner = (text: string) => partOf(text, decode, depth - 1);
  if (type === "message/rfc822" || type === "text/rfc822-headers")
    return [inner(bytesOf(body, encoding).replace(/^\n+/, ""))];
  const boundary = parameter(declared, "boundary");
  if (!type.startsWith("multipart/") || boundary === "") return [];
  return sections(body, boundary).map(inner);
}

function sections(body: string, boundary: string): readonly string[] {
  const [, ...rest] = `\n${body}`.split(`\n--${boundary}`, PARTS_MAX);
  const end = rest.findIndex((section) => section.startsWith("--"));
  // Behind the boundary its line ends.
  return (end < 0 ? rest : rest.slice(0, end)).map((one) => one.replace(/^[ \t]*\n/, ""));
}

function parameter(declared: string, name: string): string {
  const found = new RegExp(`;\\s{0,9}${name}\\s{0,9}=\\s{0,9}(?:"([^"]*)"|([^\\s;]+))`, "i");
  const [, quoted, plain] = found.exec(declared) ?? [];
  return quoted ?? plain ?? "";
}
