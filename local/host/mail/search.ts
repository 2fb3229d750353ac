// Gmail's search box, as far as sent mail and replies are looked for. Unknown operators throw.
import { ServiceError } from "../errors.ts";
import type { Message } from "../world-state.ts";

type Test = (message: Message) => boolean;
const DAY_MS = 86_400_000;
const TERM = /(-?)(?:([a-z0-9_]+):)?(?:"([^"]*)"|\(([^)]*)\)|([^\s"]+))/gi;

/** The matching ones, newest first. */
export function searchMessages(
  messages: readonly Message[],
  query: string,
  now: number,
): Message[] {
  const tests = [...query.matchAll(TERM)].map((term) => testOf(term, query, now));
  // What lies in the trash is found only where it is asked for.
  if (!/\bin:(?:anywhere|trash)\b/i.test(query)) tests.push(({ place }) => place !== "trash");
  return messages
    .filter((message) => tests.every((test) => test(message)))
    .sort((left, right) => right.at - left.at);
}

function testOf(term: RegExpMatchArray, query: string, now: number): Test {
  const [, minus = "", operator, quoted, grouped, word] = term;
  const text = quoted ?? grouped ?? word ?? "";
  if (/^(OR|AND|AROUND)$/.test(text) && operator === undefined) throw unknown(text, query);
  const test = operator === undefined ? words(text) : byOperator(operator, text, query, now);
  return minus === "" ? test : (message) => !test(message);
}

function byOperator(operator: string, text: string, query: string, now: number): Test {
  const wanted = text.toLowerCase();
  switch (operator.toLowerCase()) {
    case "in":
      return inPlace(wanted, query);
    case "is":
      if (wanted === "sent") return inPlace(wanted, query);
      throw unknown(`is:${text}`, query);
    case "to":
      return (message) =>
        `${message.to},${message.cc},${message.bcc}`.toLowerCase().includes(wanted);
    case "from":
      return (message) => `${message.fromName} <${message.from}>`.toLowerCase().includes(wanted);
    case "subject":
      return (message) => message.subject.toLowerCase().includes(wanted);
    case "rfc822msgid":
      return (message) => bare(message.messageId) === bare(text);
    case "after":
    case "newer":
      return (message) => message.at >= instantOf(text, query);
    case "before":
    case "older":
      return (message) => message.at < instantOf(text, query);
    case "newer_than":
      return (message) => message.at >= now - span(text, query);
    case "older_than":
      return (message) => message.at < now - span(text, query);
    default:
      // Not an operator: a word with a colon in it.
      return words(`${operator}:${text}`);
  }
}

function inPlace(place: string, query: string): Test {
  if (place === "anywhere") return () => true;
  if (place === "sent" || place === "inbox" || place === "trash")
    return (message) => message.place === place;
  if (place === "draft" || place === "drafts") return (message) => message.place === "draft";
  throw unknown(`in:${place}`, query);
}

function words(text: string): Test {
  const wanted = text.toLowerCase();
  return (message) =>
    [
      message.subject,
      message.text,
      message.html,
      message.to,
      message.cc,
      message.from,
      message.fromName,
    ].some((field) => field.toLowerCase().includes(wanted));
}

function bare(id: string): string {
  return id.replace(/^<|>$/g, "");
}

function instantOf(text: string, query: string): number {
  if (/^\d{9,}$/.test(text)) return Number(text) * 1000;
  const date = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text);
  if (date) return Date.UTC(Number(date[1]), Number(date[2]) - 1, Number(date[3]));
  throw unknown(text, query);
}

function span(text: string, query: string): number {
  const match = /^(\d+)([hdmy])$/.exec(text);
  const days = { h: 1 / 24, d: 1, m: 30, y: 365 }[match?.[2] ?? ""];
  if (!match || days === undefined) throw unknown(text, query);
  return Number(match[1]) * days * DAY_MS;
}

function unknown(part: string, query: string): ServiceError {
  return new ServiceError(
    `Dripsheet Local does not have the Gmail search ${part} yet (in ${JSON.stringify(query)}).`,
  );
}
