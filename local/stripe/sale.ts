// One sale as Stripe knows it: its intent, its charge and its checkout, with the fields that are read of them.
// Shapes of API version 2025-03-31.basil and later.

export type StripeObject = Readonly<Record<string, unknown>>;

export interface Sale {
  /** Makes every id of this sale its own; letters and digits. */
  readonly seed: string;
  /** Empty where the payer left none. */
  readonly email: string;
  readonly name: string;
  readonly cents: number;
  /** Payment link it was bought through, "" for none. */
  readonly link: string;
  /** client_reference_id: whose link it was. */
  readonly reference: string;
  /** Where an open or ended checkout can be taken up again, "" for nowhere. */
  readonly checkoutUrl: string;
}

const CURRENCY = "eur";

export function intentOf(sale: Sale, status: string, created: number): StripeObject {
  const paid = status === "succeeded";
  const failed = status === "requires_payment_method";
  return {
    id: `pi_${sale.seed}`,
    object: "payment_intent",
    amount: sale.cents,
    amount_received: paid ? sale.cents : 0,
    created,
    currency: CURRENCY,
    customer: null,
    last_payment_error: failed ? DECLINED : null,
    latest_charge: `ch_${sale.seed}`,
    livemode: true,
    metadata: {},
    receipt_email: null,
    status,
  };
}

export function chargeOf(
  sale: Sale,
  created: number,
  { failed = false, refundedCents = 0 } = {},
): StripeObject {
  return {
    id: `ch_${sale.seed}`,
    object: "charge",
    amount: sale.cents,
    amount_captured: failed ? 0 : sale.cents,
    amount_refunded: refundedCents,
    billing_details: { address: null, email: sale.email || null, name: sale.name || null },
    captured: !failed,
    created,
    currency: CURRENCY,
    customer: null,
    disputed: false,
    failure_code: failed ? DECLINED.code : null,
    failure_message: failed ? DECLINED.message : null,
    livemode: true,
    metadata: {},
    paid: !failed,
    payment_intent: `pi_${sale.seed}`,
    receipt_email: null,
    refunded: refundedCents >= sale.cents,
    status: failed ? "failed" : "succeeded",
  };
}

export function sessionOf(
  sale: Sale,
  created: number,
  { status, paymentStatus }: { readonly status: string; readonly paymentStatus: string },
): StripeObject {
  const ended = status === "expired";
  return {
    id: `cs_live_${sale.seed}`,
    object: "checkout.session",
    after_expiration: ended ? { recovery: recoveryOf(sale, created) } : null,
    amount_subtotal: sale.cents,
    amount_total: sale.cents,
    client_reference_id: sale.reference || null,
    created,
    currency: CURRENCY,
    customer: null,
    customer_creation: "if_required",
    customer_details: { address: null, email: sale.email || null, name: sale.name || null },
    customer_email: null,
    expires_at: created + 86_400,
    invoice: null,
    livemode: true,
    locale: "auto",
    metadata: {},
    mode: "payment",
    payment_intent: ended ? null : `pi_${sale.seed}`,
    payment_link: sale.link || null,
    payment_method_types: ["card", "sepa_debit"],
    payment_status: paymentStatus,
    status,
    subscription: null,
    ui_mode: "hosted",
    url: status === "open" ? sale.checkoutUrl : null,
  };
}

const DECLINED = { code: "card_declined", message: "Your card was declined." } as const;

function recoveryOf({ checkoutUrl }: Sale, created: number): StripeObject {
  return {
    allow_promotion_codes: false,
    enabled: true,
    expires_at: created + 30 * 86_400,
    url: checkoutUrl || null,
  };
}
