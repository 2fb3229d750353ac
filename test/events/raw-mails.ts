// Raw mails as servers and people write them, for tests.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Decode } from "../../src/events/mail-decode";

/** What Utilities does with bytes. */
export const decode: Decode = (bytes, charset) =>
  new TextDecoder(charset).decode(Buffer.from(bytes, "latin1"));

const folder = fileURLToPath(new URL("../data/bounce-flufl/", import.meta.url));

export interface Labelled {
  readonly file: string;
  /** One detector's answer; a file may have two. */
  readonly addresses: readonly string[];
  readonly temporary: boolean;
}

export function labelled(): readonly Labelled[] {
  return JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Labelled[];
}

export function bounceFile(file: string): string {
  return readFileSync(`${folder}data/${file}`, "latin1");
}

/** `headers` by name, then the text. */
export function mail(headers: Readonly<Record<string, string>>, text: string): string {
  const lines = Object.entries({ From: "Ada <ada@example.test>", ...headers });
  return [...lines.map(([name, value]) => `${name}: ${value}`), "", text].join("\r\n");
}

/** A delivery report as Gmail's servers write it. */
export function report(address: string, action: string, status: string, returned = ""): string {
  return [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    "To: owner@shop.test",
    `X-Failed-Recipients: ${address}`,
    "Auto-Submitted: auto-replied",
    "Subject: Delivery Status Notification (Failure)",
    'Content-Type: multipart/report; boundary="b1"; report-type=delivery-status',
    "",
    "--b1",
    "Content-Type: text/plain; charset=UTF-8",
    "",
    "** Address not found **",
    `Your message wasn't delivered to ${address} because the address couldn't be found.`,
    "--b1",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; googlemail.com",
    "",
    `Final-Recipient: rfc822; ${address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    "--b1",
    "Content-Type: message/rfc822",
    "",
    `To: ${address}`,
    "Subject: Your download",
    "",
    returned,
    "--b1--",
    "",
  ].join("\r\n");
}
