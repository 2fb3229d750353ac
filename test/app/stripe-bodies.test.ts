import { describe, expect, it } from "vitest";
import { type Json, recordedEvents, stamped } from "../support/stamp";
import { MemoryOffice, MINUTE, START } from "./memory-office";

// What each of the 88 recorded events does to a lead of GEO whose customer it is about (R31, R32, R94, R238).
interface Effect {
  /** Queue: flow and status of every row of the lead. */
  readonly rows: string;
  /** Contacts. */
  readonly paid: "YES" | "NO";
  readonly payments: string;
  readonly reversals: string;
  /** Events: how its reason begins. */
  readonly reason: string;
}
const AT = START + MINUTE;
const TIME = new Date(AT).toISOString().replace(".000", "");

const closes = (key: string): Effect => ({
  rows: "geo PAID",
  paid: "YES",
  payments: `${key} ${TIME}`,
  reversals: "",
  reason: "paid; open rows closed: 1",
});
const fails = (key: string): Effect => ({
  rows: `geo ACTIVE, stripe_failed FAILED ${key}`,
  paid: "NO",
  payments: "",
  reversals: "",
  reason: "entered stripe_failed; stripe_failed_1 goes at next_at",
});
const comesBack = (key: string, what: string): Effect => ({
  rows: "geo REVIEW",
  paid: "YES",
  payments: `${key} ${TIME}`,
  reversals: `${key} ${what} ${TIME}`,
  reason: `${what}; rows that ask for a look: 1`,
});
const changesNothing = (reason: string): Effect => ({
  rows: "geo ACTIVE",
  paid: "NO",
  payments: "",
  reversals: "",
  reason,
});

const EFFECTS: Readonly<Record<string, Effect>> = {
  "charge.captured": closes("ch_X1"),
  "charge.succeeded": closes("pi_X3"),
  "checkout.session.completed": closes("pi_X3"),
  "checkout.session.completed.payment_mode": closes("pi_X3"),
  "invoice.paid": closes("in_X1"),
  "invoice.payment_succeeded": closes("in_X1"),
  "payment_intent.succeeded": closes("pi_X1"),
  "charge.failed": fails("pi_X2"),
  "invoice.payment_action_required": fails("in_X1"),
  "invoice.payment_failed": fails("in_X1"),
  "payment_intent.payment_failed": fails("pi_X1"),
  "charge.refunded": comesBack("ch_X1", "refunded"),
  "charge.refund.updated": comesBack("ch_X3", "partly refunded"),
  "charge.dispute.created": comesBack("ch_X2", "disputed"),
  // A subscription that ends takes no money back; GEO goes on for somebody who has not bought.
  "customer.subscription.deleted": {
    ...changesNothing("its subscription was cancelled; rows that ask for a look: 0"),
    reversals: `in_X6 cancelled ${TIME}`,
  },
  "charge.dispute.closed": changesNothing("dispute won changes nothing"),
  "checkout.session.completed.setup_mode": changesNothing("no payment: the checkout only saves"),
};

const recorded = recordedEvents();
const LEAD = { id: "cus_lead", email: "ada@example.org" };
const body = (name: string) => recorded.get(name) ?? {};
const payments = Object.keys(EFFECTS).filter((name) => EFFECTS[name]?.rows === "geo PAID");
const effectOf = (name: string) => EFFECTS[name] ?? changesNothing(`${name} changes nothing`);

function officeWithLead(mode: "LIVE" | "REHEARSAL" = "LIVE"): MemoryOffice {
  const office = new MemoryOffice();
  if (mode !== "LIVE") office.set("mode", mode);
  office.geo(LEAD.email);
  office.tick();
  const customer = { id: LEAD.id, object: "customer", email: LEAD.email, name: "Ada" };
  office.ports.stripe.put(`customers/${LEAD.id}`, customer);
  return office;
}
/** Known to Stripe, delivered, and a tick later. */
function happens(office: MemoryOffice, event: Json) {
  office.ports.stripe.put(`events/${String(event.id)}`, event);
  const answer = office.hook(event);
  office.tick();
  return answer;
}
function stampedNow(name: string, withEmail = false) {
  return stamped(body(name), { unique: "X", now: AT, customer: LEAD, withEmail });
}
/** Refunds and disputes name their charge only; Stripe knows the rest. */
function putCharge(office: MemoryOffice, event: Json): void {
  const { object, charge } = (event.data as { object: Json }).object;
  if (typeof charge !== "string" || !["refund", "dispute"].includes(String(object))) return;
  office.ports.stripe.put(`charges/${charge}`, {
    id: charge,
    object: "charge",
    amount: 1_000,
    amount_captured: 1_000,
    amount_refunded: 100,
    captured: true,
    customer: LEAD.id,
    invoice: null,
    payment_intent: null,
    refunded: false,
    status: "succeeded",
  });
}
function effectSeen(office: MemoryOffice) {
  const rows = office.queue().map(({ flow, status, payment }) => `${flow} ${status} ${payment}`);
  const { paid, payments: counted, reversals } = office.contact() ?? {};
  return { rows: rows.map((row) => row.trim()).join(", "), paid, payments: counted, reversals };
}

describe("the table", () => {
  it("names recorded events only", () => {
    expect(Object.keys(EFFECTS).filter((name) => !recorded.has(name))).toEqual([]);
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
  it.each([...recorded.keys()])("%s has its effect, with and without an address in it", (name) => {
    const { reason, ...effect } = effectOf(name);
    for (const withEmail of [false, true]) {
      const office = officeWithLead();
      const event = stampedNow(name, withEmail);
      putCharge(office, event);
      expect(happens(office, event)).toMatchObject({ kind: "page" });
      const { outcome, reason: told } = office.lastEvent() ?? {};
      expect(told?.slice(0, reason.length)).toBe(reason);
      expect(outcome).toBe(/changes nothing|no payment/.test(reason) ? "IGNORED" : "APPLIED");
      expect(effectSeen(office)).toEqual(effect);
      expect(office.ports.store.rows("Contacts")).toHaveLength(1);
      expect(office.ports.store.rows("Unmatched")).toHaveLength(0);
    }
  });

  it.each(Object.keys(EFFECTS))("%s, told twice, has its effect once", (name) => {
    const office = officeWithLead();
    const event = stampedNow(name);
    putCharge(office, event);
    happens(office, event);
    const once = effectSeen(office);
    happens(office, event);
    const again = { ...event, id: "evt_again" };
    happens(office, again);
    expect(effectSeen(office)).toEqual(once);
  });

  it.each(payments)("%s names the event that closed the row, and when it was paid", (name) => {
    const office = officeWithLead();
    const event = stampedNow(name);
    happens(office, event);
    expect(office.row()).toMatchObject({ paid: "YES", next_at: null, paid_at: AT });
    expect(office.row().stop_event).toBe(event.id);
    expect(office.contact()).toMatchObject({ stripe_ids: LEAD.id });
  });

  it.each(payments)("%s counts in REHEARSAL only unchanged (design 4.10)", (name) => {
    const live = officeWithLead();
    live.set("mode", "REHEARSAL");
    happens(live, stampedNow(name, true));
    expect(live.lastEvent()).toMatchObject({ outcome: "IGNORED" });
    expect(live.row().status).toBe("ACTIVE");

    const unchanged = { ...stampedNow(name, true), livemode: false };
    const test = officeWithLead("REHEARSAL");
    happens(test, unchanged);
    expect(test.row().status).toBe("PAID");

    const real = officeWithLead();
    real.set("mode", "REHEARSAL");
    happens(real, unchanged);
    expect(real.row().status).toBe("ACTIVE");
  });
});

describe("the stamp", () => {
  it("keeps references: the intent of a charge is the same id at both places", () => {
    const event = stampedNow("invoice.paid") as { data: { object: Record<string, unknown> } };
    const { object } = event.data;
    expect(object.id).toMatch(/^in_X/);
    expect(object.charge).toMatch(/^ch_X/);
    expect(object.customer).toBe(LEAD.id);
    const text = JSON.stringify(event);
    expect(text).not.toMatch(/"\w+_0{8,}"/);
    expect(text).not.toContain('"livemode":false');
  });

  it("makes all payments of a customer, told of by seven events at once, one stop", () => {
    const office = officeWithLead();
    for (const name of payments) {
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
