// Payments that Stripe was silent about for a day: whoever a body names gets no mail until it is known whether they paid.
import type { EventRow } from "../../../sheets-schema/index";
import { claimedPayment } from "../../events/stripe-hook";
import { whoPaid } from "../../events/who-paid";
import { reason, say } from "../../model/reason";
import type { Book } from "../book";
import { claimsOf } from "../stripe/ask-stripe";

/** Contact id → the event that may be their payment. */
export type PerhapsPaid = ReadonlyMap<string, string>;

const TOO_LONG = [say(reason("stripeTooLong"), "en"), say(reason("stripeTooLong"), "zh")];

export function isUnheard({ source, outcome, reason: why }: EventRow): boolean {
  return source === "stripe" && outcome === "UNMATCHED" && TOO_LONG.includes(why);
}

/** A body proves nothing, but a paid person must not be mailed; a body that names nobody holds nobody. */
export function perhapsPaid(unheard: readonly EventRow[], book: Book): PerhapsPaid {
  const named = unheard.flatMap((event) => {
    const claimed = claimedPayment(claimsOf(event));
    return whoPaid(claimed, book.payersOf(claimed)).map(({ id }) => [id, event.key] as const);
  });
  return new Map(named);
}
