// Unmatched rows that settle by themselves: whose payment it was has been told by now, and nobody is held for it any more.
import type { ContactRow } from "../../../sheets-schema/index";
import { countedPayments } from "../../model/payment";
import type { Language, Ports, RowChange } from "../../ports";
import { UNMATCHED } from "../../words/unmatched";
import type { Book } from "../book";
import { heldFor } from "./suspects";
import { openRows } from "./unmatched";

export interface PayerTold {
  /** Every id of the payment, and of the event that told of it. */
  readonly ids: readonly string[];
  readonly email: string;
}

/** True: a row was settled. */
export function settleTold(
  ports: Ports,
  book: Book,
  told: readonly PayerTold[],
  language: Language,
  brief: boolean,
): boolean {
  if (brief && told.length === 0) return false;
  const open = openRows(ports);
  if (open.length === 0) return false;
  const payers = [...told, ...book.contacts().flatMap(payerOf)];
  const changes = open.flatMap(({ cells: { payment } }): RowChange<"Unmatched">[] => {
    const payer = payers.find(({ ids }) => ids.includes(payment));
    if (payer === undefined || heldFor(book, payer.ids).length > 0) return [];
    const what_to_do = UNMATCHED.toldLater(payer.email)[language];
    return [{ id: payment, cells: { resolved_at: ports.clock.now(), what_to_do } }];
  });
  if (changes.length > 0) ports.store.update("Unmatched", changes);
  return changes.length > 0;
}

function payerOf({ payments, email }: ContactRow): readonly PayerTold[] {
  return countedPayments(payments).map(({ key }) => ({ ids: [key], email }));
}
