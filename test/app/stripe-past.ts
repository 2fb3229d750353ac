// Stripe's past as its lists give it, for tests of the payment history.
import type { MemoryOffice } from "./memory-office";

export const CHARGES = "charges?limit=100&expand[]=data.customer";
export const SESSIONS = "checkout/sessions?limit=100&status=complete&expand[]=data.line_items";
export const CUSTOMERS = "customers?limit=100";

export interface Past {
  readonly charges?: readonly object[];
  readonly sessions?: readonly object[];
  readonly customers?: readonly object[];
}
export const list = (data: readonly object[], has_more = false) => ({
  object: "list",
  data,
  has_more,
});

export function charge(id: string, email: string, more: object = {}): object {
  return {
    id: `ch_${id}`,
    object: "charge",
    status: "succeeded",
    paid: true,
    captured: true,
    refunded: false,
    amount: 4_900,
    amount_refunded: 0,
    currency: "eur",
    created: 1_700_000_000,
    invoice: null,
    payment_intent: `pi_${id}`,
    customer: null,
    billing_details: { email: email === "" ? null : email, name: "Somebody" },
    ...more,
  };
}

export function session(id: string, email: string, more: object = {}): object {
  return {
    id: `cs_${id}`,
    object: "checkout.session",
    status: "complete",
    payment_status: "paid",
    amount_total: 4_900,
    currency: "eur",
    created: 1_700_000_000,
    invoice: null,
    payment_intent: `pi_${id}`,
    customer: null,
    customer_details: { email, name: "Somebody" },
    line_items: { object: "list", data: [] },
    ...more,
  };
}

export function past(
  office: MemoryOffice,
  { charges = [], sessions = [], customers = [] }: Past,
): void {
  office.ports.stripe.put(CHARGES, list(charges));
  office.ports.stripe.put(SESSIONS, list(sessions));
  office.ports.stripe.put(CUSTOMERS, list(customers));
}
