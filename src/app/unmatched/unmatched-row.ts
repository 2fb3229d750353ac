// The Unmatched row of a payment that names nobody, with what a person may do about it.
import type { EventRow, UnmatchedRow } from "../../../sheets-schema/index";
import type { Payment } from "../../model/payment";
import { UNMATCHED } from "../../words/unmatched";
import type { Office } from "../office";

interface Finding {
  readonly office: Office;
  readonly now: number;
}

export function unmatchedRow(
  { now, office }: Finding,
  event: EventRow,
  payment: Payment,
  offer: string,
  suspects: readonly string[],
): UnmatchedRow {
  const { language } = office.settings;
  return {
    ...blankRow(payment.key, event, now),
    paid_at: payment.at,
    name: payment.name,
    customer: payment.customer,
    amount: payment.amount,
    offer,
    suspects: [...new Set(suspects)].join(", "),
    what_to_do: (suspects.length > 0 ? UNMATCHED.maybe : UNMATCHED.whatToDo)[language],
  };
}

/** Stripe was silent for a day: a person looks there. */
export function unheardRow({ now, office }: Finding, event: EventRow, why: string): UnmatchedRow {
  const what_to_do = UNMATCHED.unheard(why, event.key)[office.settings.language];
  return { ...blankRow(event.key, event, now), what_to_do };
}

function blankRow(payment: string, event: EventRow, now: number): UnmatchedRow {
  return {
    ...{ payment, event: event.key, seen_at: now, paid_at: null, resolved_at: null },
    ...{ name: "", customer: "", amount: "", offer: "", suspects: "" },
    ...{ this_is: "", what_to_do: "", notes: "" },
  };
}
