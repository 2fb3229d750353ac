// History first: who has paid is read from Stripe's past before any marketing mail goes, and nobody is mailed for it.
import { beforeEach, describe, expect, it } from "vitest";
import { readHistory } from "../../src/app/history/history";
import { historyRead } from "../../src/app/history/history-state";
import { type MemoryOffice, MINUTE } from "./memory-office";
import { charge, list, type Past, past, session } from "./stripe-past";
import { unreadOffice } from "./unread-office";

let office: MemoryOffice;
const kept = () => office.ports.properties.all();
const contact = (email: string) => office.contact(email);
const startHere = () => office.ports.store.row("Start here", "payment history");

beforeEach(() => {
  office = unreadOffice();
});

describe("the payment history", () => {
  it("marks everybody who has paid, known or not, and mails nobody (R97)", () => {
    office.geo();
    office.tick();
    const mails = office.subjects().length;
    const customer = { id: "cus_2", object: "customer", email: "bob@shop.test", name: "Bob" };
    past(office, { charges: [charge("1", "Ada@Example.org"), charge("2", "", { customer })] });
    readHistory(office.ports);
    expect(contact("ada@example.org")).toMatchObject({ paid: "YES", paid_at: 1_700_000_000_000 });
    expect(contact("ada@example.org")?.payments).toContain("pi_1");
    expect(contact("bob@shop.test")).toMatchObject({
      paid: "YES",
      source: "stripe",
      stripe_ids: "cus_2",
    });
    expect(office.row("ada@example.org")).toMatchObject({ status: "PAID", next_at: null });
    expect(office.queue("bob@shop.test")).toEqual([]);
    office.pass(4 * 24 * 60 * MINUTE, 60 * MINUTE);
    expect(office.subjects()).toHaveLength(mails);
    expect(startHere()).toMatchObject({ state: "✓" });
    expect(startHere()?.what_to_do).toContain("payments: 2, people newly marked as paid: 2");
  });

  it("counts what a checkout names as bought, once, and delivers nothing", () => {
    office.ports.store.edit("Offers", "lite", "stripe_ids", "price_lite");
    office.ports.store.edit("Flows", "lite", "on", "YES");
    const line_items = { data: [{ price: { id: "price_lite", product: "prod_1" } }] };
    past(office, {
      charges: [charge("1", "ada@example.org")],
      sessions: [session("1", "ada@example.org", { line_items })],
    });
    readHistory(office.ports);
    office.pass(2 * MINUTE);
    expect(contact("ada@example.org")?.payments).toMatch(/^pi_1 \(lite\) \S+$/);
    expect(contact("ada@example.org")?.paid_for).toBe("lite");
    expect(office.subjects()).toEqual([]);
    expect(office.queue()).toEqual([]);
    expect(startHere()?.what_to_do).toContain("payments: 1, people newly marked as paid: 1");
  });

  it.each<[string, Past]>([
    ["failed", { charges: [charge("1", "x@shop.test", { status: "failed", paid: false })] }],
    ["went back whole", { charges: [charge("1", "x@shop.test", { refunded: true })] }],
    ["was only authorised", { charges: [charge("1", "x@shop.test", { captured: false })] }],
    [
      "is still under way",
      { sessions: [session("1", "x@shop.test", { payment_status: "unpaid" })] },
    ],
  ])("leaves out what %s", (_, given) => {
    past(office, given);
    readHistory(office.ports);
    expect(contact("x@shop.test")).toBeUndefined();
    expect(historyRead(kept(), "LIVE")).toBe(true);
  });

  it("knows that a paid checkout was given back, by its charges", () => {
    past(office, { sessions: [session("1", "x@shop.test"), session("2", "y@shop.test")] });
    const back = charge("1", "x@shop.test", { refunded: true });
    office.ports.stripe.put("charges?payment_intent=pi_1&limit=100", list([back]));
    const stays = charge("2", "y@shop.test");
    office.ports.stripe.put("charges?payment_intent=pi_2&limit=100", list([stays]));
    readHistory(office.ports);
    expect(contact("x@shop.test")).toBeUndefined();
    expect(contact("y@shop.test")).toMatchObject({ paid: "YES" });
  });

  it("keys a payment by its invoice also where a charge does not name it (since basil)", () => {
    const { invoice: _, ...basil } = charge("1", "ada@example.org", {
      customer: "cus_1",
    }) as Record<string, unknown>;
    past(office, { charges: [basil] });
    const path =
      "invoice_payments?payment[type]=payment_intent&payment[payment_intent]=pi_1&limit=1";
    office.ports.stripe.put(path, list([{ object: "invoice_payment", invoice: "in_1" }]));
    readHistory(office.ports);
    expect(contact("ada@example.org")?.payments).toMatch(/^in_1 /);
  });

  it("gives known people their customer ids, and marks no customer as paid for being one", () => {
    office.geo();
    office.tick();
    past(office, {
      customers: [
        { id: "cus_9", object: "customer", email: "ADA@example.org" },
        { id: "cus_8", object: "customer", email: "nobody@shop.test" },
        { id: "cus_7", object: "customer", email: null },
      ],
    });
    readHistory(office.ports);
    expect(contact("ada@example.org")).toMatchObject({ stripe_ids: "cus_9", paid: "NO" });
    expect(contact("nobody@shop.test")).toBeUndefined();
  });

  it("says how many payments name no address", () => {
    past(office, { charges: [charge("1", "")] });
    readHistory(office.ports);
    expect(startHere()?.what_to_do).toContain("payments without an address: 1");
  });

  it("counts only what names an offer where the account has other business", () => {
    office.set("other_payments", "ignore");
    office.ports.store.edit("Offers", "lite", "stripe_ids", "price_lite");
    const line_items = { data: [{ price: { id: "price_lite" } }] };
    past(office, {
      charges: [charge("1", "ada@example.org"), charge("2", "bob@shop.test")],
      sessions: [session("1", "ada@example.org", { line_items }), session("2", "bob@shop.test")],
    });
    readHistory(office.ports);
    expect(contact("ada@example.org")).toMatchObject({ paid: "YES", paid_for: "lite" });
    expect(contact("bob@shop.test")).toBeUndefined();
  });

  it("leaves one line per page in Events, and read again changes nobody", () => {
    past(office, { charges: [charge("1", "ada@example.org")] });
    readHistory(office.ports);
    const before = office.ports.store.rows("Contacts");
    const pages = office.ports.store.rows("Events").filter(({ type }) => type === "history.page");
    expect(pages.map(({ source, outcome }) => [source, outcome])).toEqual(
      Array(3).fill(["import", "APPLIED"]),
    );
    readHistory(office.ports);
    expect(office.ports.store.rows("Contacts")).toEqual(before);
  });
});
