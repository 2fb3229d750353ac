// "This is …": whoever a person names for an unmatched payment becomes an event; the batch does the rest (design 4.3).
import type { EventRow, UnmatchedRow } from "../../sheets-schema/index";
import { normalAddress } from "../events/address";
import type { Ports, RowChange, StoredRow } from "../ports";
import type { Book } from "./book";
import { appendEvents, eventRow } from "./record-event";

type Language = "en" | "zh";
type People = Pick<Book, "contact" | "byAddress">;
/** Who it is, once the cell is read: a known contact, an address nobody had, or not readable. */
type Named =
  | { readonly kind: "known"; readonly contact: string; readonly email: string }
  | { readonly kind: "new"; readonly email: string }
  | { readonly kind: "wrong" };

/** Rows a person has filled in and nobody has recorded yet. Null: Events was busy, not now. */
export function recordResolutions(
  ports: Ports,
  people: People,
  language: Language,
): readonly EventRow[] | null {
  const open = namedRows(ports);
  if (open.length === 0) return [];
  const named = open.map(({ cells }) => ({ cells, who: namedIn(cells.this_is, people) }));
  const rows = named.flatMap(({ cells, who }) => resolution(ports, cells, who));
  if (!appendEvents(ports, rows)) return null;
  settleRows(ports, named, language);
  return rows;
}

/** A person has written a name that is not recorded yet, and no trigger may have told of it. */
export function awaitsNaming(ports: Ports): boolean {
  return namedRows(ports).length > 0;
}

function namedRows(ports: Ports): readonly StoredRow<"Unmatched">[] {
  return openRows(ports).filter(({ cells }) => cells.this_is.trim() !== "");
}

export function openRows({ store }: Ports): readonly StoredRow<"Unmatched">[] {
  return store
    .read("Unmatched")
    .filter(({ cells }) => cells.payment !== "" && cells.resolved_at === null);
}

export function namedIn(typed: string, people: People): Named {
  const seen = typed.trim();
  const contact = people.contact(seen);
  if (contact !== null) return { kind: "known", contact: contact.id, email: contact.email };
  const email = normalAddress(/<([^<>]*)>/.exec(seen)?.[1] ?? seen);
  if (email === null) return { kind: "wrong" };
  const owner = people.byAddress(email);
  return owner === null
    ? { kind: "new", email }
    : { kind: "known", contact: owner.id, email: owner.email };
}

function resolution(ports: Ports, cells: UnmatchedRow, who: Named): EventRow[] {
  if (who.kind === "wrong") return [];
  const { payment, offer, customer, name, paid_at, seen_at } = cells;
  const at = paid_at ?? seen_at ?? ports.clock.now();
  const contact = who.kind === "known" ? who.contact : "";
  return [
    eventRow(ports, {
      source: "sheet",
      type: "unmatched.resolved",
      key: `resolved:${payment}`,
      who: contact || who.email,
      payload: JSON.stringify({ payment, contact, email: who.email, at, offer, customer, name }),
      occurredAt: at,
      stops: true,
    }),
  ];
}

/** The event stands; the row says what came of it, or what may be typed instead. */
function settleRows(
  ports: Ports,
  named: readonly { readonly cells: UnmatchedRow; readonly who: Named }[],
  language: Language,
): void {
  const changes: RowChange<"Unmatched">[] = [];
  for (const { cells, who } of named) {
    const what_to_do = told(cells.this_is.trim(), who, language);
    if (who.kind !== "wrong") {
      const settled = { resolved_at: ports.clock.now(), what_to_do };
      changes.push({ id: cells.payment, cells: settled });
    } else if (cells.what_to_do !== what_to_do) {
      changes.push({ id: cells.payment, cells: { what_to_do } });
      ports.store.annotate("Unmatched", cells.payment, "this_is", what_to_do);
    }
  }
  if (changes.length > 0) ports.store.update("Unmatched", changes);
}

function told(seen: string, who: Named, language: Language): string {
  const zh = language === "zh";
  if (who.kind === "known") {
    return zh
      ? `已处理：标记 ${who.email} 为已付款，并停发其邮件`
      : `settled: ${who.email} is marked as paid and gets no more mails`;
  }
  if (who.kind === "new") {
    return zh
      ? `已处理：${who.email} 此前不在 Contacts 中，已作为付款人加入`
      : `settled: ${who.email} was nobody here and is now a contact who has paid`;
  }
  return zh
    ? `this_is 为“${seen}”；可填：一个邮箱，或 Contacts 中的 id`
    : `this_is is "${seen}"; allowed: one address, or an id from Contacts`;
}
