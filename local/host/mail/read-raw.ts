// A whole mail that a script hands over, read into the letter that Gmail shows of it.
import { ServiceError } from "../errors.ts";
import type { Letter } from "../world-state.ts";
import { checkAddresses } from "./addresses.ts";
import { aliasesOf } from "./letter.ts";
import { headersIn } from "./receive.ts";

/** `raw`: its bytes, a character each. */
export function readLetter(raw: string, user: string): Letter {
  const headers = headersIn(raw);
  const to = headers.to ?? "";
  const [cc = "", bcc = ""] = [headers.cc, headers.bcc];
  for (const list of [to, cc, bcc]) checkAddresses(list);
  const texts = textsIn(raw);
  const [, name = "", address = ""] = /^(.*?)<([^<>]*)>$/.exec(headers.from ?? "") ?? [];
  // Gmail puts the account's own address in place of one that is not its own.
  const from = aliasesOf(user).includes(address) ? address : user;
  return {
    ...{ to, cc, bcc, from },
    fromName: unquoted(decodedWords(name.trim())),
    replyTo: headers["reply-to"] ?? "",
    subject: decodedWords(headers.subject ?? ""),
    text: texts["text/plain"] ?? "",
    html: texts["text/html"] ?? "",
    raw,
  };
}

/** By type; of several the first. */
function textsIn(part: string): Readonly<Record<string, string>> {
  const headers = headersIn(part);
  const type = headers["content-type"] ?? "text/plain";
  const body = part.slice(part.indexOf("\r\n\r\n") + 4);
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary === undefined) {
    const encoding = headers["content-transfer-encoding"] ?? "";
    const [kind = ""] = type.toLowerCase().split(";", 1);
    return { [kind.trim()]: decoded(body, encoding).replace(/\r\n/g, "\n") };
  }
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1, -1);
  if (parts.length === 0) throw new ServiceError("Invalid multipart message.");
  return Object.assign({}, ...parts.map((one) => textsIn(one.replace(/^\r\n/, ""))).reverse());
}

function decoded(body: string, encoding: string): string {
  if (/^base64$/i.test(encoding)) return Buffer.from(body, "base64").toString("utf8");
  if (/^quoted-printable$/i.test(encoding)) return fromHex(body.replace(/=\r\n/g, ""));
  return Buffer.from(body, "latin1").toString("utf8");
}

function fromHex(text: string): string {
  const bytes = text.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** RFC 2047: blanks between two encoded words do not count. */
function decodedWords(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : fromHex(word.replace(/_/g, " ")),
    );
}

function unquoted(name: string): string {
  return /^".*"$/.test(name) ? name.slice(1, -1).replace(/\\(.)/g, "$1") : name;
}
