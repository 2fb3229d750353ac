// A mail that came back as an event of the sheet, and back into a fact.
import type { EventRow } from "../../sheets-schema/index";
import { MAIL_WHATS, type MailFact } from "../model/fact";

export type MailTold = Omit<MailFact, "kind" | "eventId" | "at">;
const PREFIX = "mail.";

export function mailEventType(what: MailTold["what"]): string {
  return PREFIX + what;
}

/** Null: the row cannot be read. */
export function mailFact(
  { type }: Pick<EventRow, "type">,
  payload: Readonly<Record<string, unknown>>,
  happened: { readonly eventId: string; readonly at: number },
): MailFact | null {
  const what = MAIL_WHATS.find((one) => mailEventType(one) === type);
  if (what === undefined) return null;
  const text = (name: string) => (typeof payload[name] === "string" ? String(payload[name]) : "");
  const number = (name: string) => Number(payload[name] ?? 0) || 0;
  const onReply = text("onReply");
  return {
    kind: "mail",
    ...happened,
    what,
    address: text("address"),
    enrollment: text("enrollment"),
    link: text("link"),
    onReply: onReply === "stop" || onReply === "nothing" ? onReply : "pause",
    count: number("count"),
    of: number("of") || 1,
  };
}
