// Whose a payment is: whoever a person names for an unmatched one becomes an event; the batch does the rest (design 4.3).
import type { EventRow, UnmatchedRow } from "../../../sheets-schema/index";
import { mailAddress } from "../../events/address";
import { countedPayments } from "../../model/payment";
import type { Language, Ports, RowChange, StoredRow } from "../../ports";
import { NOBODY_TYPED } from "../../words/unmatched";
import type { Book } from "../book";
import { appendEvents, eventRow } from "../doors/record-event";
import { type Named, namedBefore, type Resolved, toldOf } from "./unmatched-words";

type People = Pick<Book, "contact" | "byAddress" | "joined" | "person">;

/** In `who` of the event: the payment is closed without a payer. */
export const NOBODYS = "nobody";

/**
 * Rows a person has filled in, or corrected, and nobody has recorded yet. `recorded`: keys that stand in Events. Null:
 * Events was busy, not now.
 */
export function recordResolutions(
  ports: Ports,
  people: People,
  recorded: () => readonly string[],
  language: Language,
): readonly EventRow[] | null {
  const filled = namedRows(ports);
  if (filled.length === 0) return [];
  const keys = recorded();
  const named = filled.map(({ cells }) => resolved(cells, people, keys));
  const rows = named.flatMap((one) => resolution(ports, one, keys, people));
  if (!appendEvents(ports, rows)) return null;
  settleRows(ports, named, people, language);
  return rows;
}

/** A person has written a name that is not recorded yet, and no trigger may have told of it. */
export function awaitsNaming(ports: Ports): boolean {
  return namedRows(ports).length > 0;
}

/** What was settled as somebody else than this_is says by now was a mistake, and is named anew. */
function namedRows({ store }: Ports): readonly StoredRow<"Unmatched">[] {
  return store.read("Unmatched").filter(({ cells }) => {
    const typed = cells.this_is.trim();
    if (cells.payment === "" || typed === "") return false;
    const quoted = [`"${typed}"`, `“${typed}”`].some((one) => cells.what_to_do.includes(one));
    return cells.resolved_at === null || !quoted;
  });
}

export function openRows({ store }: Ports): readonly StoredRow<"Unmatched">[] {
  return store
    .read("Unmatched")
    .filter(({ cells }) => cells.payment !== "" && cells.resolved_at === null);
}

export function namedIn(typed: string, people: Omit<People, "person">): Named {
  const seen = typed.trim();
  if (NOBODY_TYPED.includes(seen.toLowerCase())) return { kind: "nobody" };
  const email = mailAddress(seen);
  const whole = people.contact(seen) ?? (email === null ? null : people.byAddress(email));
  if (whole === null) return email === null ? { kind: "wrong" } : { kind: "new", email };
  // Whoever was joined keeps what was theirs when they are parted.
  const { id } = people.joined(seen) ?? whole;
  return { kind: "known", contact: id, email: whole.email };
}

function resolved(cells: UnmatchedRow, people: People, recorded: readonly string[]): Resolved {
  const who = namedIn(cells.this_is, people);
  const start = resolvedKey(cells.payment, "");
  const others = recorded
    .filter((key) => key.startsWith(start))
    .map((key) => key.slice(start.length).replace(TURN, ""))
    .filter((other) => other !== personOf(who) && other !== NOBODYS);
  return { cells, who, others: [...new Set(others)] };
}

/** Behind the address of somebody who is named once more; no address holds a "#" there. */
const TURN = /#\d+$/;

const RESOLVED = "resolved:";

/** Payment and person: who is named in place of another is another event. */
function resolvedKey(payment: string, person: string): string {
  return `${RESOLVED}${payment}:${person}`;
}

/** The payment that an event of that key named somebody for; none where it is no such event. */
export function resolvedPayment(key: string): readonly string[] {
  return key.startsWith(RESOLVED) ? [key.slice(RESOLVED.length).split(":")[0] ?? ""] : [];
}

function personOf(who: Named): string {
  return who.kind === "known" || who.kind === "new" ? who.email : NOBODYS;
}

function resolution(
  ports: Ports,
  { cells, who }: Resolved,
  recorded: readonly string[],
  people: People,
): readonly EventRow[] {
  if (who.kind === "wrong") return [];
  const first = resolvedKey(cells.payment, personOf(who));
  const before = recorded.filter((one) => one.replace(TURN, "") === first).length;
  // Named again after somebody else was, and after being freed of it: that is another event.
  if (before > 0 && countsPayment(people, who, cells.payment)) return [];
  const key = before === 0 ? first : `${first}#${before + 1}`;
  const { payment, offer, customer, name, paid_at, seen_at } = cells;
  const at = paid_at ?? seen_at ?? ports.clock.now();
  const contact = who.kind === "known" ? who.contact : "";
  const email = who.kind === "nobody" ? "" : who.email;
  return [
    eventRow(ports, {
      source: "sheet",
      type: "unmatched.resolved",
      key,
      who: contact || email || NOBODYS,
      payload: JSON.stringify({ payment, contact, email, at, offer, customer, name }),
      occurredAt: at,
      stops: true,
    }),
  ];
}

/** Nobody named has nothing to count. */
function countsPayment(people: People, who: Named, payment: string): boolean {
  const contact = who.kind === "known" ? people.contact(who.contact) : null;
  return contact === null || countedPayments(contact.payments).some(({ key }) => key === payment);
}

/** The event stands; the row says what came of it, or what may be typed instead. */
function settleRows(
  ports: Ports,
  named: readonly Resolved[],
  people: People,
  language: Language,
): void {
  const changes: RowChange<"Unmatched">[] = [];
  for (const one of named) {
    const { payment, what_to_do: before } = one.cells;
    const what_to_do = toldOf(one, language);
    if (one.who.kind !== "wrong") {
      changes.push({ id: payment, cells: { resolved_at: ports.clock.now(), what_to_do } });
      for (const other of one.others)
        noteRows(ports, people, other, namedBefore(payment, language));
    } else if (before !== what_to_do) {
      changes.push({ id: payment, cells: { what_to_do } });
      ports.store.annotate("Unmatched", [{ id: payment, column: "this_is", note: what_to_do }]);
    }
  }
  if (changes.length > 0) ports.store.update("Unmatched", changes);
}

/** Whoever was named by mistake is asked about where their rows stand. */
function noteRows(ports: Ports, people: People, email: string, note: string): void {
  const { enrollments } = people.person(people.byAddress(email));
  const paid = enrollments.filter(({ row }) => row.status === "PAID");
  const notes = paid.map(({ row: { id } }) => ({ id, column: "status" as const, note }));
  ports.store.annotate("Queue", notes);
}
