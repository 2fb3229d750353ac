// Reads the arguments of the mail calls, which come in several orders, into one plain form.
import { Exception } from "./door.ts";

export interface MailArguments {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly options: Readonly<Record<string, unknown>>;
}

const TAKEN = ["htmlBody", "name", "replyTo", "from", "cc", "bcc", "noReply"];
const NOT_HERE = ["attachments", "inlineImages"];

export function mailArguments(
  method: string,
  to: unknown,
  subject: unknown,
  body: unknown,
  options: object = {},
): MailArguments {
  if (to === undefined || subject === undefined || body === undefined) {
    throw new Exception(`The parameters don't match the method signature for ${method}.`);
  }
  const given = options as Record<string, unknown>;
  for (const name of NOT_HERE) {
    if (given[name] === undefined || given[name] === null) continue;
    throw new Error(`Dripsheet Local does not have the option ${name} of ${method} yet`);
  }
  const kept = TAKEN.filter((name) => given[name] !== undefined && given[name] !== null);
  return {
    to: text(to),
    subject: text(subject),
    body: text(body),
    options: Object.fromEntries(
      kept.map((name) => [name, name === "noReply" ? Boolean(given[name]) : text(given[name])]),
    ),
  };
}

function text(value: unknown): string {
  return value === null ? "" : String(value);
}
