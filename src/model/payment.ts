// What Stripe tells of a person's money, and how the contact's row keeps it.

export interface Payment {
  /** Canonical key: equal keys are one payment. Invoice, else intent, else charge, else session (design 4.3). */
  readonly key: string;
  /** Its invoice, intent, charge and session, as far as they are known: any of them may have been told of first. */
  readonly ids: readonly string[];
  /** When it happened: Stripe `created`, epoch milliseconds. */
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
  /** True for amount 0: a payment only where the offer says so. */
  readonly free: boolean;
  /** A later turn of a subscription: it was delivered with the first. */
  readonly renewal: boolean;
}

/** What happened to it. */
export type MoneyKind =
  /** Money moved. */
  | "paid"
  /** An attempt failed. */
  | "failed"
  /** Checkout completed, the money is on its way. */
  | "pending"
  /** A checkout was left and has ended. */
  | "expired"
  | "refunded"
  | "partly refunded"
  | "disputed"
  /** A subscription ended. */
  | "cancelled";

/** A payment as the contact's row keeps it: "pi_1 (lite) 2026-03-02T09:00:00Z", without brackets when it named no offer. */
export interface CountedPayment {
  readonly key: string;
  readonly offer: string;
  /** Epoch ms; null in rows that an older version wrote. */
  readonly at: number | null;
}

/** Marks made by a person in place of a payment at Stripe. */
export const BY_HAND = "by_hand";
export const BY_LIST = "by_list";

/** The first is the one that happened first. */
export function countedPayments(cell: string): readonly CountedPayment[] {
  return cell.split(",").flatMap((item) => {
    const match = /^(\S+)(?: \(([^()]+)\))?(?: (\d{4}-[\d:TZ.-]+))?$/.exec(item.trim());
    const [, key, offer = "", at] = match ?? [];
    return key === undefined ? [] : [{ key, offer, at: instantOf(at) }];
  });
}

export function paymentsCell(payments: readonly CountedPayment[]): string {
  return payments
    .map(({ key, offer, at }) => {
      const named = offer === "" ? key : `${key} (${offer})`;
      return at === null ? named : `${named} ${new Date(at).toISOString().replace(/\.\d+Z$/, "Z")}`;
    })
    .join(", ");
}

/** Checkouts whose money is under way, as the contact's row keeps them: "pi_2 2026-03-02T09:00:00Z". */
export function pendingOf(cell: string): readonly { readonly key: string; readonly at: number }[] {
  return countedPayments(cell).map(({ key, at }) => ({ key, at: at ?? 0 }));
}

export function withPending(cell: string, key: string, at: number): string {
  const others = countedPayments(cell).filter((one) => one.key !== key);
  const known = countedPayments(cell).find((one) => one.key === key);
  return paymentsCell([...others, { key, offer: "", at: Math.max(at, known?.at ?? at) }]);
}

/** Without what was answered at that instant or after it was begun. */
export function withoutPending(cell: string, key: string, at = Number.POSITIVE_INFINITY): string {
  return paymentsCell(countedPayments(cell).filter((one) => one.key !== key || (one.at ?? 0) > at));
}

function instantOf(text: string | undefined): number | null {
  const at = text === undefined ? Number.NaN : Date.parse(text);
  return Number.isNaN(at) ? null : at;
}
