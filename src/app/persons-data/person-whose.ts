// Whose a row is: by contact id, by address, by customer id. Asked alike by who reads a person's data and by who erases it.
import type { ContactRow, EventRow, SendRow, UnmatchedRow } from "../../../sheets-schema/index";
import { addressesIn, mailAddress, normalAddress } from "../../events/address";
import { listOf } from "../../model/list-cell";

export interface Whose {
  /** Rows in Contacts; a rehearsal may have made a second one. */
  readonly contacts: readonly ContactRow[];
  /** As they are mailed, and in their normal form. */
  readonly addresses: readonly string[];
  /** Customers at Stripe. */
  readonly customers: readonly string[];
}

/** `named`: an address or an id from Contacts. */
export function whoseIs(all: readonly ContactRow[], named: string): Whose {
  const address = normalAddress(named);
  const found = all.filter((one) => one.id !== "" && (one.id === named || has(one, address)));
  const contacts = withJoined(all, found);
  const known = contacts.flatMap(addressesOf);
  return {
    contacts,
    addresses: [...new Set(address === null ? known : [address, ...known])],
    customers: contacts.flatMap(({ stripe_ids }) => listOf(stripe_ids)),
  };
}

/** Joined, they are one person, whichever of them is named. */
function withJoined(
  all: readonly ContactRow[],
  found: readonly ContactRow[],
): readonly ContactRow[] {
  const ids = new Set(found.map(({ id }) => id));
  const linked = all.filter(({ merged_into }) => merged_into !== "");
  const isOne = ({ id, merged_into }: ContactRow) => ids.has(id) || ids.has(merged_into);
  for (let size = -1; size !== ids.size; ) {
    size = ids.size;
    for (const one of linked.filter(isOne)) ids.add(one.id).add(one.merged_into);
  }
  return ids.size === found.length ? found : all.filter(({ id }) => ids.has(id));
}

export function isNobody({ contacts, addresses }: Whose): boolean {
  return contacts.length + addresses.length === 0;
}

export function addressesOf(contact: ContactRow): readonly string[] {
  const all = addressesIn(contact);
  return [
    ...new Set(all.flatMap((one) => [mailAddress(one) ?? [], normalAddress(one) ?? []].flat())),
  ];
}

function has(contact: ContactRow, address: string | null): boolean {
  return address !== null && addressesOf(contact).includes(address);
}

/** It tells of this person, perhaps of others as well. */
export function tellsOf(event: EventRow, whose: Whose): boolean {
  if (isFrom(event, whose)) return true;
  const told = `${event.payload} "${event.key}" "${event.reason}"`.toLowerCase();
  return (
    whose.contacts.some(({ id }) => told.includes(`"${id}"`) || told.includes(`"${id}.`)) ||
    [...whose.addresses, ...whose.customers].some((mark) => holds(told, mark.toLowerCase()))
  );
}

/** It is this person's own: what it holds is of nobody else. */
export function isFrom({ id, who }: EventRow, { contacts, addresses }: Whose): boolean {
  const name = who.toLowerCase();
  return (
    contacts.some((one) => one.id === name || `e_${one.id.slice(2)}` === id) ||
    (name !== "" && addresses.includes(normalAddress(name) ?? ""))
  );
}

export function isSentTo({ contact, email }: SendRow, { contacts, addresses }: Whose): boolean {
  return (
    contacts.some(({ id }) => id === contact) ||
    (email !== "" && addresses.includes(normalAddress(email) ?? ""))
  );
}

export function isPaidBy(row: UnmatchedRow, { contacts, addresses, customers }: Whose): boolean {
  const told = JSON.stringify(row).toLowerCase();
  const marks = [...contacts.map(({ id }) => id), ...addresses, ...customers];
  return marks.some((mark) => holds(told, mark.toLowerCase()));
}

/** Whole: "ann@b.org" does not stand in "joann@b.org". */
export function holds(text: string, mark: string): boolean {
  return placeOf(text, mark, 0) >= 0;
}

/** With nothing that names them. */
export function withoutMarks(text: string, { contacts, addresses }: Whose): string {
  const marks = [...addresses, ...contacts.map(({ name }) => name.trim())];
  return marks.filter((mark) => mark.length > 2).reduce(withoutMark, text);
}

function withoutMark(text: string, mark: string): string {
  const [lower, wanted] = [text.toLowerCase(), mark.toLowerCase()];
  // Few letters change their length with their case; then nothing is cut in the wrong place.
  if (lower.length !== text.length) return text.split(mark).join(NOBODY);
  let rest = "";
  let from = 0;
  for (let at = placeOf(lower, wanted, 0); at >= 0; at = placeOf(lower, wanted, from)) {
    rest += text.slice(from, at) + NOBODY;
    from = at + mark.length;
  }
  return rest + text.slice(from);
}

const NOBODY = "…";

function placeOf(text: string, mark: string, from: number): number {
  for (let at = text.indexOf(mark, from); at >= 0; at = text.indexOf(mark, at + 1)) {
    const end = at + mark.length;
    const part = BEFORE.test(text[at - 1] ?? "") || AFTER.test(text.slice(end, end + 8));
    if (!part) return at;
  }
  return -1;
}

const BEFORE = /[\p{L}\p{N}_.+-]$/u;
/** A full stop ends a sentence, too. */
const AFTER = /^[.-]*[\p{L}\p{N}_]/u;
