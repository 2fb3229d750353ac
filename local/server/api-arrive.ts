// POST /local/api/arrive: a mail from elsewhere comes in, whole or as an answer, an absence or a bounce of a mail that was sent.
import type { SentMail } from "../host/contract.ts";
import { readInput, readText, refuse } from "./api-input.ts";
import { type Call, json, type Reply } from "./http.ts";
import type { Local } from "./local.ts";

const KINDS: Readonly<Record<string, (mail: SentMail, text: string) => readonly string[]>> = {
  reply: (mail, text) => [...from(mail), "", text || "Thank you. How does it go on?"],
  away: (mail, text) => [
    ...from(mail),
    "Auto-Submitted: auto-replied",
    "",
    text || "I am back on Monday.",
  ],
  bounce: (mail, text) => bounce(mail, text || "5.1.1"),
};

export function receiveArrived(local: Local, call: Call): Reply {
  const input = readInput(call, ["raw", "kind", "mail", "text"]);
  const raw = readText(input, "raw");
  if (raw !== undefined) return json(local.host.receive(raw.replace(/\r?\n/g, "\r\n")));
  const kind = readText(input, "kind") ?? "";
  const write = Object.hasOwn(KINDS, kind) ? KINDS[kind] : undefined;
  if (!write) throw refuse("kind", input.kind, `one of ${Object.keys(KINDS).join(", ")}`);
  const id = readText(input, "mail");
  const mail = local.host.outbox().find((sent) => sent.id === id);
  if (!mail) throw refuse("mail", id, "the id of a sent mail");
  const answers = `In-Reply-To: ${mail.messageId}`;
  const lines = [answers, ...write(mail, readText(input, "text") ?? "")];
  return json(local.host.receive(lines.join("\r\n")));
}

function from({ to, subject }: SentMail): readonly string[] {
  const type = "Content-Type: text/plain; charset=utf-8";
  return [`From: ${to}`, `Subject: Re: ${inHeader(subject)}`, type];
}

/** As Gmail's own servers write it; `status` as in RFC 3463. */
function bounce({ to, subject, text }: SentMail, status: string): readonly string[] {
  return [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    `X-Failed-Recipients: ${to}`,
    "Auto-Submitted: auto-replied",
    "Subject: Delivery Status Notification (Failure)",
    'Content-Type: multipart/report; boundary="report"; report-type=delivery-status',
    "",
    "--report",
    "Content-Type: text/plain; charset=utf-8",
    "",
    `Your message wasn't delivered to ${to}.`,
    "--report",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; googlemail.com",
    "",
    `Final-Recipient: rfc822; ${to}`,
    "Action: failed",
    `Status: ${status}`,
    "--report",
    "Content-Type: message/rfc822",
    "",
    `To: ${to}`,
    `Subject: ${inHeader(subject)}`,
    "",
    text,
    "--report--",
    "",
  ];
}

function inHeader(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;
}
