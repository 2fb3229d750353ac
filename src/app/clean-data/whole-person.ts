// At a door, where no book is read: the row of Contacts that stands for whom a link names, and the ids of all rows of that person.
import type { ContactRow } from "../../../sheets-schema/index";
import type { Ports } from "../../ports";

export interface WholePerson {
  readonly contact: ContactRow;
  /** The row's own first. */
  readonly ids: readonly string[];
}

/** Somebody may have been joined with one who was joined before. */
const HOPS_MAX = 5;

/** Null: nobody. One reading for nearly everybody. */
export function wholePerson({ store }: Ports, id: string): WholePerson | null {
  const rowOf = (named: string) =>
    store.find("Contacts", "id", named).find(({ cells }) => cells.id === named)?.cells;
  let contact = rowOf(id);
  const ids = [id];
  for (let hops = 0; hops < HOPS_MAX && contact !== undefined; hops += 1) {
    const next = contact.merged_into === "" ? undefined : rowOf(contact.merged_into);
    if (next === undefined) break;
    contact = next;
    ids.push(next.id);
  }
  if (contact === undefined) return null;
  const { id: whole, aliases } = contact;
  // Whoever was joined is an alias.
  const others = aliases === "" ? [] : store.find("Contacts", "merged_into", whole);
  const joined = others.flatMap(({ cells }) => (cells.merged_into === whole ? cells.id : []));
  return { contact, ids: [...new Set([whole, ...ids, ...joined])] };
}
