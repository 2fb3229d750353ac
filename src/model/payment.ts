// A payment that happened, whoever made it.

export interface Payment {
  /** Canonical key: equal keys are one payment. */
  readonly key: string;
  /** Stripe `created`, epoch milliseconds. */
  readonly at: number;
  readonly emails: readonly string[];
  readonly name: string;
  /** Stripe customer id, "" when there is none. */
  readonly customer: string;
  readonly charge: string;
  /** client_reference_id: our contact id when the checkout was opened from our link. */
  readonly contactReference: string;
  readonly offerIds: readonly string[];
  readonly amount: string;
}

/** A payment as the contact's row keeps it: "pi_1 (lite)", or "pi_1" when it named no offer. */
export interface CountedPayment {
  readonly key: string;
  readonly offer: string;
}

/** The first is the one that happened first. */
export function countedPayments(cell: string): readonly CountedPayment[] {
  return cell.split(",").flatMap((item) => {
    const [, key, offer = ""] = /^(\S+)(?: \((.+)\))?$/.exec(item.trim()) ?? [];
    return key === undefined ? [] : [{ key, offer }];
  });
}

export function paymentsCell(payments: readonly CountedPayment[]): string {
  return payments.map(({ key, offer }) => (offer === "" ? key : `${key} (${offer})`)).join(", ");
}
