// What the clock of a rule makes happen: a price switches at its deadline, the end of one flow lets into another. Each is
// an event like any other, before anything follows from it (R8, R33).
import type { EventRow } from "../../sheets-schema/index";
import { contactIdOf, type Enrollment, isClosed } from "../model/enrollment";
import type { Rules } from "../model/flow";
import { isTestPerson } from "../model/test-person";
import { DAY_MS } from "../model/time";
import type { Ports } from "../ports";
import type { Book } from "./book";
import { appendEvents, eventRow, type NewEvent } from "./doors/record-event";

/** Switching such a flow on takes nobody in who was through long ago. */
const JUST_DONE_MS = DAY_MS;

/** What the rules ask for now. `known`: keys that stand in Events already. */
export function dueRuleEvents(
  book: Book,
  rules: Rules,
  now: number,
  known: (key: string) => boolean,
): readonly NewEvent[] {
  const enrollments = book.enrollments();
  return [
    ...enrollments.filter((one) => switchesAt(one) <= now).map(priceEvent),
    ...enrollments.filter((one) => letsInto(one, book, rules, now)).map(doneEvent),
  ].filter(({ key }) => !known(key));
}

/** Null: Events was busy, not now. */
export function recordRuleEvents(
  ports: Ports,
  due: readonly NewEvent[],
): readonly EventRow[] | null {
  const rows = due.map((event) => eventRow(ports, event));
  return appendEvents(ports, rows) ? rows : null;
}

/** When a row's price switches; Infinity: it does not, or has. */
export function switchesAt({ row, switched }: Enrollment): number {
  const over = isClosed(row.status) || row.paid === "YES";
  const runs = row.offer_deadline !== null && !switched && !over;
  return runs ? (row.offer_deadline ?? Infinity) : Infinity;
}

export function priceKey(enrollment: string): string {
  return `price.switched:${enrollment}`;
}

function priceEvent({ row }: Enrollment): NewEvent {
  return {
    ...RULE,
    type: "price.switched",
    key: priceKey(row.id),
    who: contactIdOf(row.id),
    payload: JSON.stringify({ enrollment: row.id }),
    occurredAt: row.offer_deadline ?? 0,
  };
}

/** Only the last mail's going lets in: what a person ends by hand ends there, and what was rehearsed for somebody real. */
function letsInto(
  { row, closing, steppedAt, test }: Enrollment,
  book: Book,
  rules: Rules,
  now: number,
): boolean {
  if (row.status !== "DONE" || closing === null || closing.at < now - JUST_DONE_MS) return false;
  if (closing.at !== steppedAt) return false;
  const contact = book.contact(contactIdOf(row.id));
  if (contact === null || isTestPerson(contact) !== test) return false;
  const entry = `done:${row.flow}`;
  return [...rules.values()].some((flow) => flow.on && flow.entries.includes(entry));
}

function doneEvent({ row, closing }: Enrollment): NewEvent {
  return {
    ...RULE,
    type: `done:${row.flow}`,
    key: `done:${row.id}`,
    who: contactIdOf(row.id),
    payload: JSON.stringify({ enrollment: row.id }),
    occurredAt: closing?.at ?? 0,
  };
}

const RULE = { source: "rule", stops: false } as const;
