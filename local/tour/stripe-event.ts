// A live checkout.session.completed with the fields Stripe sends for a paid one-off purchase.

export interface Payment {
  readonly email: string;
  readonly cents: number;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Makes every id of this payment its own; letters and digits. */
  readonly seed: string;
}

export function paidCheckout({ email, cents, now, seed }: Payment): Record<string, unknown> {
  const created = Math.floor(now / 1000);
  return {
    id: `evt_1${seed}`,
    object: "event",
    api_version: "2025-09-30.clover",
    created,
    data: { object: paidSession({ email, cents, created, seed }) },
    livemode: true,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type: "checkout.session.completed",
  };
}

function paidSession(payment: {
  email: string;
  cents: number;
  created: number;
  seed: string;
}): Record<string, unknown> {
  const { email, cents, created, seed } = payment;
  return {
    id: `cs_live_${seed}`,
    object: "checkout.session",
    amount_subtotal: cents,
    amount_total: cents,
    client_reference_id: null,
    created,
    currency: "usd",
    customer: `cus_${seed}`,
    customer_creation: "always",
    customer_details: { address: null, email, name: null, phone: null, tax_exempt: "none" },
    customer_email: null,
    expires_at: created + 86_400,
    invoice: null,
    livemode: true,
    locale: null,
    metadata: {},
    mode: "payment",
    payment_intent: `pi_${seed}`,
    payment_link: null,
    payment_method_types: ["card"],
    payment_status: "paid",
    status: "complete",
    subscription: null,
    ui_mode: "hosted",
    url: null,
  };
}
