// The raw text of a message, as getRawContent shows it.
import type { Message } from "../world-state.ts";
import { rfcDate } from "./mailbox.ts";
import { headersIn } from "./receive.ts";

export function headersOf(message: Message): Record<string, string> {
  if (message.raw !== undefined) return headersIn(message.raw);
  const from =
    message.fromName === "" ? message.from : `${quoted(message.fromName)} <${message.from}>`;
  const headers: Record<string, string> = { "MIME-Version": "1.0" };
  if (message.replyTo !== "") headers["Reply-To"] = message.replyTo;
  headers.Date = rfcDate(message.at);
  headers["Message-ID"] = message.messageId;
  headers.Subject = encodedWord(message.subject);
  headers.From = from;
  headers.To = message.to;
  if (message.cc !== "") headers.Cc = message.cc;
  return headers;
}

export function rawOf(message: Message): string {
  if (message.raw !== undefined) return message.raw;
  const lines = Object.entries(headersOf(message)).map(([name, value]) => `${name}: ${value}`);
  if (message.html === "") {
    return [...lines, ...part("text/plain", message.text), ""].join("\r\n");
  }
  const boundary = `000000000000${message.id}`;
  return [
    ...lines,
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    "",
    `--${boundary}`,
    ...part("text/plain", message.text),
    `--${boundary}`,
    ...part("text/html", message.html),
    `--${boundary}--`,
    "",
  ].join("\r\n");
}

function part(type: string, text: string): string[] {
  const body = Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n");
  return [`Content-Type: ${type}; charset="UTF-8"`, "Content-Transfer-Encoding: base64", "", body];
}

function encodedWord(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
}

function quoted(name: string): string {
  return /^[\w .-]+$/.test(name) ? name : `"${encodedWord(name).replace(/["\\]/g, "\\$&")}"`;
}
