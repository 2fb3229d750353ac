// What a list says of a person beside their address: why they may be written to, where they come from.
import type { ContactRow } from "../../../sheets-schema/index";
import type { AdoptLine } from "../../events/adopt-line";
import type { Basis } from "../../model/basis";
import { withItems } from "../../model/list-cell";
import type { Book } from "../book";

export interface ListChoice {
  readonly name: string;
  /** Of all about whom their row says none; "" for none. */
  readonly basis: Basis | "";
}
export interface Agreement {
  readonly basis: Basis;
  /** As somebody has written it. */
  readonly words: string;
}

/** Null: nothing that counts is stated, and nothing goes. One line that says otherwise outweighs the others. */
export function statedBasis(
  lines: readonly AdoptLine[],
  list: ListChoice,
  words: string,
): Agreement | null {
  const told = lines.flatMap(({ basis }) => basis ?? []);
  if (told.some(({ basis }) => basis === "none")) return null;
  const own = told.flatMap((one) => (one.basis === "none" ? [] : [{ ...one, basis: one.basis }]));
  const [first] = own;
  if (first !== undefined) return first;
  return list.basis === "" ? null : { basis: list.basis, words };
}

/** One word, so that no list is taken for another tag by its name. */
export function listTag({ name }: ListChoice): string {
  return `import:${name.replace(/[\s,，;；、]+/g, "-")}`;
}

/** Who is known keeps what is known; what is not is filled in. */
export function metAgain(
  before: ContactRow,
  fresh: Pick<ContactRow, "name" | "phone" | "website" | "locale">,
  list: ListChoice,
): ContactRow {
  return {
    ...before,
    name: before.name || fresh.name,
    phone: before.phone || fresh.phone,
    website: before.website || fresh.website,
    locale: before.locale || fresh.locale,
    tags: withItems(before.tags, [listTag(list)]),
  };
}

/** Somebody may be known by their other address. */
export function asKnown(line: AdoptLine, book: Book): AdoptLine {
  if (line.others.length === 0 || book.byAddress(line.email) !== null) return line;
  const known = line.others.find((one) => book.byAddress(one) !== null);
  return known === undefined ? line : { ...line, email: known };
}
