// Which Queue rows a person has, as the cell `rows` of Contacts keeps it: what is listed there and stands in the Queue no
// more was deleted by a person. "geo.1-a1b2c3 lite.1-d4e5f6~test": the part of each id after the contact's own.
import type { ContactRow } from "../../sheets-schema/index";
import { contactIdOf, type Enrollment } from "./enrollment";

/** A row that began in a rehearsal says so, because its id does not. */
const TEST = "~test";

export interface KnownRow {
  /** Id of the Queue row. */
  readonly id: string;
  readonly test: boolean;
}

export function knownRows({ id, rows }: Pick<ContactRow, "id" | "rows">): readonly KnownRow[] {
  const marks = rows.split(" ").filter((mark) => mark !== "");
  return marks.map((mark) => {
    const test = mark.endsWith(TEST);
    const rest = decoded(test ? mark.slice(0, -TEST.length) : mark);
    return { id: `${id}.${rest}`, test };
  });
}

/** The contact with this row on its list; the very same object where it stands there as it is. */
export function withKnownRow(
  contact: ContactRow,
  { row: { id }, test }: Pick<Enrollment, "row" | "test">,
): ContactRow {
  if (contactIdOf(id) !== contact.id) return contact;
  const known = knownRows(contact);
  const same = known.find((one) => one.id === id);
  if (same !== undefined && same.test === test) return contact;
  return { ...contact, rows: cellOf([...known.filter((one) => one !== same), { id, test }]) };
}

/** The contact without these rows on its list: they were meant to go. */
export function withoutKnownRows(contact: ContactRow, ids: ReadonlySet<string>): ContactRow {
  const known = knownRows(contact);
  const left = known.filter(({ id }) => !ids.has(id));
  return left.length === known.length ? contact : { ...contact, rows: cellOf(left) };
}

function cellOf(known: readonly KnownRow[]): string {
  return known.map(({ id, test }) => encoded(restOf(id)) + (test ? TEST : "")).join(" ");
}

function restOf(id: string): string {
  return id.slice(contactIdOf(id).length + 1);
}

/** A flow may have a name of several words. */
function encoded(rest: string): string {
  return rest.replace(/[% ]/g, (sign) => (sign === "%" ? "%25" : "%20"));
}

function decoded(mark: string): string {
  return mark.replace(/%20/g, " ").replace(/%25/g, "%");
}
