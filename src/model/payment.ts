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
