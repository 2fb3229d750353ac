// What comes back by mail: an answer of the person, or a word of their server, in the conversation of our latest mail.
import type { SentMail } from "../host/contract.ts";
import type { Back, Deed } from "./history.ts";
import type { Stage } from "./stage.ts";

type WriteBack = Extract<Deed, { readonly do: "write back" }>;

export function writeBack(stage: Stage, { who: wanted, what }: WriteBack): void {
  const who = stage.numberOf(wanted);
  const [mail] = stage.mailsTo(who);
  if (mail === undefined) return;
  const at = stage.now;
  const { id } = stage.lab.host.receive(RAW[what](mail, `${at}.${who}`));
  stage.lab.mailAt = at;
  stage.witness.takes({ kind: "write back", what, mail: id, who, at });
}

type Raw = (mail: SentMail, id: string) => string;

const RAW: Readonly<Record<Back, Raw>> = {
  stop: (mail, id) => fromPerson(mail, id, "STOP", []),
  question: (mail, id) => fromPerson(mail, id, "Is it for shops, too?", []),
  away: (mail, id) =>
    fromPerson(mail, id, "Away until Monday. STOP", ["Auto-Submitted: auto-replied"]),
  bounce: (mail, id) => fromServer(mail, id, "5.1.1"),
  full: (mail, id) => fromServer(mail, id, "4.2.2"),
};

function fromPerson(mail: SentMail, id: string, text: string, more: readonly string[]): string {
  const quoted = mail.text.split("\n").map((line) => `> ${line}`);
  const said = [text, "", "On that day you wrote:", ...quoted].join("\r\n");
  return letter(mail, id, [`From: <${mail.to}>`, `Subject: Re: ${id}`, ...TEXT, ...more], said);
}

const TEXT = ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: 8bit"];

/** As Google tells of a mail that could not be delivered (RFC 3464). */
function fromServer(mail: SentMail, id: string, status: string): string {
  const report = `Final-Recipient: rfc822; ${mail.to}\r\nAction: failed\r\nStatus: ${status}`;
  const parts = [
    "--b1\r\nContent-Type: text/plain\r\n\r\nNot delivered",
    `--b1\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n${report}`,
    `--b1\r\nContent-Type: message/rfc822\r\n\r\nTo: ${mail.to}\r\n${TEXT.join("\r\n")}\r\n\r\n${mail.text}`,
    "--b1--",
  ];
  const headers = [
    "From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>",
    "Subject: Delivery Status Notification (Failure)",
    'Content-Type: multipart/report; boundary="b1"; report-type=delivery-status',
  ];
  return letter(mail, id, headers, parts.join("\r\n"));
}

function letter(
  { messageId }: SentMail,
  id: string,
  headers: readonly string[],
  text: string,
): string {
  const named = [`Message-ID: <${id}@elsewhere.example>`, `In-Reply-To: ${messageId}`];
  return [...named, ...headers, "", text].join("\r\n");
}
