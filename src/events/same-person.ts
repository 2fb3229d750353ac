// Who may be one person: rows of Contacts that share an address, a mailbox, a phone, a customer, a user or a device.
import type { ContactRow } from "../../sheets-schema/index";
import { phoneDigits } from "../model/contact-zone";
import { itemsOf, listOf } from "../model/list-cell";
import { addTo } from "../model/lists";
import { isTestPerson } from "../model/test-person";
import { addressesIn, nameKey } from "./address";

export const SHARED = ["address", "mailbox", "phone", "customer", "user", "device"] as const;
export interface Shared {
  readonly by: (typeof SHARED)[number];
  readonly value: string;
}
/** `kept`: whoever has paid, else the older. */
export interface MayBeOne {
  readonly kept: ContactRow;
  readonly other: ContactRow;
  readonly shares: readonly Shared[];
}

/** A phone in a shop, or a number that people make up, tells nobody apart. */
const SHARERS_MAX = 5;

/** `apart`: pairs of ids, in their order, of whom it is known that they are two. The surest first. */
export function mayBeOne(
  contacts: readonly ContactRow[],
  apart: ReadonlySet<string> = new Set(),
): readonly MayBeOne[] {
  const byMark = new Map<string, ContactRow[]>();
  for (const contact of contacts) {
    if (contact.id === "" || contact.merged_into !== "") continue;
    const marks = sharedBy(contact).map(({ by, value }) => `${by} ${value}`);
    for (const mark of new Set(marks)) addTo(byMark, mark, contact);
  }
  const found = new Map<string, MayBeOne>();
  for (const sharers of byMark.values()) {
    if (sharers.length < 2 || sharers.length > SHARERS_MAX) continue;
    const [kept, ...others] = [...sharers].sort(byWeight);
    for (const other of others) {
      if (kept === undefined || isTestPerson(kept) !== isTestPerson(other)) continue;
      const key = pairKey(kept.id, other.id);
      if (!apart.has(key)) found.set(key, { kept, other, shares: sharesOf(kept, other) });
    }
  }
  return [...found.values()].sort((one, next) => surest(one) - surest(next));
}

export function pairKey(one: string, other: string): string {
  return [one, other].sort().join(" ");
}

function byWeight(one: ContactRow, other: ContactRow): number {
  const paid = (contact: ContactRow) => (contact.paid === "YES" ? 0 : 1);
  const since = (contact: ContactRow) => contact.first_seen_at ?? Number.POSITIVE_INFINITY;
  const [first, second] = [since(one), since(other)];
  if (paid(one) !== paid(other)) return paid(one) - paid(other);
  return first === second ? (one.id < other.id ? -1 : 1) : first < second ? -1 : 1;
}

function surest({ shares }: MayBeOne): number {
  return Math.min(...shares.map(({ by }) => SHARED.indexOf(by)));
}

function sharesOf(one: ContactRow, other: ContactRow): readonly Shared[] {
  const own = sharedBy(one).map(({ by, value }) => `${by} ${value}`);
  const both = sharedBy(other).filter(({ by, value }) => own.includes(`${by} ${value}`));
  const addresses = both.filter(({ by }) => by === "address").map(({ value }) => mailbox(value));
  // One address is one mailbox anyway.
  return both.filter(({ by, value }) => by !== "mailbox" || !addresses.includes(value));
}

function sharedBy(contact: ContactRow): readonly Shared[] {
  const { phone, time_zone, stripe_ids, user_id, device_id } = contact;
  const given = addressesIn(contact).map(nameKey);
  const addresses = given.filter((one) => one !== "");
  const named = (by: Shared["by"], values: readonly string[]) =>
    values.filter((value) => value !== "").map((value) => ({ by, value }));
  return [
    ...named("address", addresses),
    ...named("mailbox", addresses.map(mailbox)),
    ...named("phone", [phoneDigits(phone, time_zone)]),
    ...named("customer", listOf(stripe_ids)),
    // Other programs name people as they like, blanks included.
    ...named("user", itemsOf(user_id)),
    ...named("device", itemsOf(device_id)),
  ];
}

const GOOGLE = ["gmail.com", "googlemail.com"];

/** Where mail to it arrives, as mail providers commonly do it: what stands behind a plus, and dots at Google, change nothing. */
function mailbox(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  const name = address.slice(0, Math.max(0, at)).replace(/^(.+?)\+.*$/, "$1");
  return GOOGLE.includes(domain) ? `${name.replace(/\./g, "")}@gmail.com` : `${name}@${domain}`;
}
