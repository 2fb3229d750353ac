// An office with one lead, and Stripe's events about that lead.
import { MemoryOffice, START } from "../app/memory-office";
import type { Json } from "./stamp";

export const LEAD = "ada@example.org";
export const CUSTOMER = { id: "cus_lead", object: "customer", email: LEAD, name: "Ada" };

export const session: Json = {
  id: "cs_1",
  object: "checkout.session",
  payment_status: "paid",
  status: "complete",
  amount_total: 4_900,
  currency: "usd",
  customer: "cus_lead",
  customer_email: null,
  customer_details: { email: LEAD, name: "Ada" },
  client_reference_id: null,
  payment_intent: "pi_1",
  payment_link: "plink_1",
  invoice: null,
};

export function officeWithLead(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo(LEAD);
  office.tick();
  office.ports.stripe.put("customers/cus_lead", CUSTOMER);
  return office;
}

export function event(type: string, object: Json, more: Json = {}): Json {
  const created = START / 1_000;
  return { id: "evt_1", object: "event", type, created, livemode: true, ...more, data: { object } };
}

/** Stripe knows `copy`; the body that is posted may be another. */
export function happens(office: MemoryOffice, copy: Json, posted: Json = copy) {
  office.ports.stripe.put("events/evt_1", copy);
  const answer = office.hook(posted);
  office.tick();
  return { answer, last: office.lastEvent(), status: office.row().status };
}
