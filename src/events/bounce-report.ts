// Reports in a form that machines agreed on: delivery status (RFC 3464) and complaints (RFC 5965).
import { addressesOf } from "./bounce-text";
import { everyPart, fieldsIn, header, type MailPart } from "./mail-parts";

export interface Reported {
  readonly address: string;
  /** "failed", "delayed", or what else became of it. */
  readonly action: string;
  /** "5.1.1", "" where none is given. */
  readonly status: string;
  readonly diagnostic: string;
}

/** What a report says of each recipient; none: it is no such report. */
export function deliveryReport(mail: MailPart): readonly Reported[] {
  return everyPart(mail)
    .filter(({ type }) => /^message\/(?:global-)?delivery-status$/.test(type))
    .flatMap(({ text, headers }) => [...text.split(/\n\s*\n/), lines(headers)])
    .flatMap(reportedIn);
}

/** The same fields in a text whose parts nobody can tell apart. */
export function looseReport(text: string): readonly Reported[] {
  return text.split(/\n\s*\n/).flatMap(reportedIn);
}

function lines(headers: MailPart["headers"]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join("\n");
}

/** Where a server passed a mail on, who it was sent to counts. */
function reportedIn(block: string): readonly Reported[] {
  const fields = { headers: fieldsIn(block) };
  const [final] = addressesOf(header(fields, "final-recipient"));
  const [original] = addressesOf(header(fields, "original-recipient"));
  const address = original ?? final;
  if (address === undefined) return [];
  const action = (/[a-z]+/i.exec(header(fields, "action"))?.[0] ?? "failed").toLowerCase();
  const status = /[245]\.\d{1,3}\.\d{1,3}/.exec(header(fields, "status"))?.[0] ?? "";
  return [{ address, action, status, diagnostic: header(fields, "diagnostic-code") }];
}

export interface Complaint {
  /** "abuse", "opt-out", "not-spam" … */
  readonly type: string;
  readonly addresses: readonly string[];
}

/** Null: no such report. */
export function complaintIn(mail: MailPart): Complaint | null {
  const parts = everyPart(mail);
  // Hotmail's have a header of their own.
  const named = parts.map((part) => header(part, "x-hmxmroriginalrecipient")).join(" ");
  if (named.trim() !== "") return { type: "abuse", addresses: addressesOf(named) };
  const report = parts.find(({ type }) => type === "message/feedback-report");
  if (report === undefined) return null;
  const fields = { headers: fieldsIn(report.text.trimStart()) };
  const asked = ["original-rcpt-to", "removal-recipient"].map((name) => header(fields, name));
  const original = parts.find(({ type }) => /^(?:message|text)\/rfc822/.test(type))?.parts[0];
  const to = original === undefined ? "" : header(original, "to");
  const addresses = addressesOf(asked.join(" "));
  const type = header(fields, "feedback-type").toLowerCase();
  return { type, addresses: addresses.length > 0 ? addresses : addressesOf(to) };
}
