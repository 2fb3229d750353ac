// When a person last did something themselves: sent a form, pressed on a page, answered a mail. Opens cannot be measured.
import { addressesIn, nameKey } from "../events/address";
import type { Book } from "./book";
import type { Planning } from "./sending/plan";

const SIGNS = /^(form:|press:|reader\.|mail\.replied$)/;

/** Planning twice in one run reads Events once. */
const read = new WeakMap<Book, ReadonlyMap<string, number>>();

export function lastSign(
  { ports, book }: Pick<Planning, "ports" | "book">,
  contactId: string,
): number {
  const signs = read.get(book) ?? signsIn(ports.store);
  read.set(book, signs);
  const contact = book.contact(contactId);
  const names = contact === null ? [] : addressesIn(contact);
  const times = [...book.wholeOf(contactId), ...names].map((name) => signs.get(nameKey(name)) ?? 0);
  return Math.max(...times, contact?.first_seen_at ?? 0);
}

function signsIn(store: Planning["ports"]["store"]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { cells } of store.read("Events")) {
    if (!SIGNS.test(cells.type)) continue;
    const who = nameKey(cells.who);
    last.set(who, Math.max(last.get(who) ?? 0, cells.occurred_at ?? 0));
  }
  return last;
}
