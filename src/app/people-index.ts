// Whom an address, a customer id or a payment names, found without asking everybody.
import type { ContactRow } from "../../sheets-schema/index";
import { nameKey, normalAddress } from "../events/address";
import { listOf } from "../model/list-cell";
import { countedPayments, type Payment } from "../model/payment";

/** Marks only ever join: whoever looks one up checks what the contact says now. */
export class PeopleIndex {
  readonly #byMark = new Map<string, Set<string>>();

  constructor(contacts: Iterable<ContactRow>) {
    for (const contact of contacts) this.learn(contact);
  }

  learn(contact: ContactRow): void {
    for (const mark of marksOf(contact)) {
      const ids = this.#byMark.get(mark);
      if (ids === undefined) this.#byMark.set(mark, new Set([contact.id]));
      else ids.add(contact.id);
    }
  }

  /** Ids of everybody the payment may speak of, in the order they were learnt. */
  ofPayment({ key, ids, contactReference, customer, emails }: Payment): readonly string[] {
    const addresses = emails.flatMap((email) => normalAddress(email) ?? []);
    return this.#named([key, ...ids, contactReference, customer, ...addresses]);
  }

  ofAddress(address: string): readonly string[] {
    return this.#named([address]);
  }

  #named(marks: readonly string[]): readonly string[] {
    const ids = marks.flatMap((mark) => [...((mark === "" ? null : this.#byMark.get(mark)) ?? [])]);
    return [...new Set(ids)];
  }
}

function marksOf(contact: ContactRow): readonly string[] {
  return [
    contact.id,
    // Written in its normal form; checking it again for everybody would cost more than all the rest.
    nameKey(contact.email),
    ...listOf(contact.aliases).flatMap((alias) => normalAddress(alias) ?? []),
    ...listOf(contact.stripe_ids),
    ...countedPayments(contact.payments).map(({ key }) => key),
  ];
}
