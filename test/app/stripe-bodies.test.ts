import { describe, expect, it } from "vitest";
import { recordedEvents, stamped } from "../support/stamp";
import { MemoryOffice, START } from "./memory-office";

// What each of the 88 recorded events does to the row of the customer it is about (issue: R31, R238).
const PAID = `checkout.session.completed checkout.session.completed.payment_mode charge.captured
  charge.succeeded payment_intent.succeeded invoice.paid invoice.payment_succeeded`;
const NOTHING: Readonly<Record<string, string>> = {
  "no payment: checkout is no_payment_required": "checkout.session.completed.setup_mode",
  "changes nothing": `account.application.deauthorized account.external_account.created
    account.external_account.deleted account.external_account.updated account.updated
    balance.available charge.dispute.closed charge.dispute.created
    charge.dispute.funds_reinstated charge.dispute.funds_withdrawn charge.dispute.updated
    charge.failed charge.refund.updated charge.refunded charge.updated coupon.created
    coupon.deleted customer.created customer.deleted customer.discount.created
    customer.discount.deleted customer.discount.updated customer.source.created
    customer.source.deleted customer.source.updated customer.subscription.created
    customer.subscription.deleted customer.subscription.trial_will_end
    customer.subscription.updated customer.updated invoice.created invoice.finalized
    invoice.payment_action_required invoice.payment_failed invoice.upcoming invoice.updated
    invoiceitem.created invoiceitem.deleted invoiceitem.updated mandate.updated
    payment_intent.amount_capturable_updated payment_intent.canceled payment_intent.created
    payment_intent.payment_failed payment_intent.processing payment_intent.requires_action
    payment_link.created payment_link.updated payment_method.attached payment_method.detached
    payout.created payout.paid payout.updated plan.created plan.deleted plan.updated
    price.created price.deleted price.updated product.created product.deleted product.updated
    quote.accepted quote.canceled quote.created quote.finalized setup_intent.canceled
    setup_intent.created setup_intent.setup_failed setup_intent.succeeded
    subscription_schedule.canceled subscription_schedule.created subscription_schedule.released
    subscription_schedule.updated tax_rate.created tax_rate.updated transfer.created
    transfer.failed transfer.paid transfer.updated`,
};
const names = (list: string) => list.split(/\s+/);
const nothing = Object.entries(NOTHING).flatMap(([why, list]) =>
  names(list).map((name) => [name, why] as const),
);
const recorded = recordedEvents();
const LEAD = { id: "cus_lead", email: "ada@example.org" };
const body = (name: string) => recorded.get(name) ?? {};

function officeWithLead(): MemoryOffice {
  const office = new MemoryOffice();
  office.geo(LEAD.email);
  office.tick();
  const customer = { id: LEAD.id, object: "customer", email: LEAD.email, name: "Ada" };
  office.ports.stripe.put(`customers/${LEAD.id}`, customer);
  return office;
}
/** Known to Stripe, delivered, and a tick later. */
function happens(office: MemoryOffice, event: Readonly<Record<string, unknown>>) {
  office.ports.stripe.put(`events/${String(event.id)}`, event);
  const answer = office.hook(event);
  office.tick();
  return answer;
}
function stampedNow(name: string, withEmail = false) {
  return stamped(body(name), { unique: "Once", now: START + 60_000, customer: LEAD, withEmail });
}

describe("the table", () => {
  it("names each recorded event once", () => {
    expect([...names(PAID), ...nothing.map(([name]) => name)].sort()).toEqual(
      [...recorded.keys()].sort(),
    );
    expect(recorded.size).toBe(88);
  });
});

describe("a body unchanged, of test mode, while the office is LIVE", () => {
  it.each([...recorded.keys()])("%s is recorded, ignored and changes nothing", (name) => {
    const office = officeWithLead();
    const [before, contact] = [office.row(), office.contact()];
    expect(happens(office, body(name))).toMatchObject({ kind: "page" });
    expect(office.lastEvent()).toMatchObject({ source: "stripe", outcome: "IGNORED" });
    expect(office.lastEvent()?.reason).toContain("test-mode");
    expect(office.row()).toEqual(before);
    expect(office.contact()).toEqual(contact);
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });
});

describe("a body stamped: live, now, of a customer we know", () => {
  it.each(names(PAID))("%s is a payment (R31, R94)", (name) => {
    for (const withEmail of [false, true]) {
      const office = officeWithLead();
      const event = stampedNow(name, withEmail);
      happens(office, event);
      expect(office.lastEvent()).toMatchObject({ outcome: "APPLIED", key: event.id });
      expect(office.row()).toMatchObject({
        status: "PAID",
        paid: "YES",
        next_at: null,
        stop_event: office.lastEvent()?.key,
        paid_at: START + 60_000,
      });
      expect(office.contact()).toMatchObject({ paid: "YES", stripe_ids: LEAD.id });
      expect(office.ports.store.rows("Contacts")).toHaveLength(1);
      expect(office.ports.store.rows("Unmatched")).toHaveLength(0);
    }
  });

  it.each(nothing)("%s is none: %s", (name, why) => {
    const office = officeWithLead();
    const [before, contact] = [office.row(), office.contact()];
    expect(happens(office, stampedNow(name, true))).toMatchObject({ kind: "page" });
    expect(office.lastEvent()).toMatchObject({ outcome: "IGNORED" });
    expect(office.lastEvent()?.reason).toContain(why);
    expect(office.row()).toEqual(before);
    expect(office.contact()).toEqual(contact);
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
  });

  it.each(names(PAID))("%s counts in REHEARSAL only unchanged (design 4.10)", (name) => {
    const live = officeWithLead();
    live.set("mode", "REHEARSAL");
    happens(live, stampedNow(name, true));
    expect(live.lastEvent()).toMatchObject({ outcome: "IGNORED" });
    expect(live.row().status).toBe("ACTIVE");

    const test = officeWithLead();
    test.set("mode", "REHEARSAL");
    happens(test, { ...stampedNow(name, true), livemode: false });
    expect(test.row().status).toBe("PAID");
  });
});

describe("the stamp", () => {
  it("keeps references: the intent of a charge is the same id at both places", () => {
    const event = stampedNow("invoice.paid") as { data: { object: Record<string, unknown> } };
    const { object } = event.data;
    expect(object.id).toMatch(/^in_Once/);
    expect(object.charge).toMatch(/^ch_Once/);
    expect(object.customer).toBe(LEAD.id);
    const text = JSON.stringify(event);
    expect(text).not.toMatch(/"\w+_0{8,}"/);
    expect(text).not.toContain('"livemode":false');
  });

  it("makes all payments of a customer, told of by seven events at once, one stop", () => {
    const office = officeWithLead();
    for (const name of names(PAID)) {
      const unique = `X${name.replace(/\W/g, "")}`;
      const event = stamped(body(name), { unique, now: START, customer: LEAD });
      office.ports.stripe.put(`events/${String(event.id)}`, event);
      office.hook(event);
    }
    office.tick();
    const outcomes = office.ports.store.rows("Events").map(({ outcome }) => outcome);
    expect(outcomes).toEqual(Array(8).fill("APPLIED"));
    expect(office.queue()).toHaveLength(1);
    expect(office.row()).toMatchObject({ status: "PAID", paid_at: START });
  });
});
