// History first: who has paid is read from Stripe's past before any marketing mail goes, and nobody is mailed for it.
import { beforeEach, describe, expect, it } from "vitest";
import { connectStripe } from "../../src/app/connect-stripe";
import { continueHistory, readHistory } from "../../src/app/history";
import { historyRead, historyUnfinished } from "../../src/app/history-state";
import { setUp } from "../../src/app/set-up";
import { type MemoryOffice, MINUTE, OWNER } from "./memory-office";
import { unreadOffice } from "./unread-office";

const CHARGES = "charges?limit=100&expand[]=data.customer";
const SESSIONS = "checkout/sessions?limit=100&status=complete&expand[]=data.line_items";
const CUSTOMERS = "customers?limit=100";

interface Past {
  readonly charges?: readonly object[];
  readonly sessions?: readonly object[];
  readonly customers?: readonly object[];
}
const list = (data: readonly object[], has_more = false) => ({ object: "list", data, has_more });

function charge(id: string, email: string, more: object = {}): object {
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

function session(id: string, email: string, more: object = {}): object {
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

let office: MemoryOffice;
const kept = () => office.ports.properties.all();
const contact = (email: string) => office.contact(email);
const startHere = () => office.ports.store.row("Start here", "payment history");

function past({ charges = [], sessions = [], customers = [] }: Past): void {
  office.ports.stripe.put(CHARGES, list(charges));
  office.ports.stripe.put(SESSIONS, list(sessions));
  office.ports.stripe.put(CUSTOMERS, list(customers));
}

beforeEach(() => {
  office = unreadOffice();
});

describe("the payment history", () => {
  it("marks everybody who has paid, known or not, and mails nobody (R97)", () => {
    office.geo();
    office.tick();
    const mails = office.subjects().length;
    const customer = { id: "cus_2", object: "customer", email: "bob@shop.test", name: "Bob" };
    past({ charges: [charge("1", "Ada@Example.org"), charge("2", "", { customer })] });
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
    expect(startHere()?.what_to_do).toContain("2 payments, 2 people");
  });

  it("counts what a checkout names as bought, once, and delivers nothing", () => {
    office.ports.store.edit("Offers", "lite", "stripe_ids", "price_lite");
    office.ports.store.edit("Flows", "lite", "on", "YES");
    const line_items = { data: [{ price: { id: "price_lite", product: "prod_1" } }] };
    past({
      charges: [charge("1", "ada@example.org")],
      sessions: [session("1", "ada@example.org", { line_items })],
    });
    readHistory(office.ports);
    office.pass(2 * MINUTE);
    expect(contact("ada@example.org")?.payments).toMatch(/^pi_1 \(lite\) \S+$/);
    expect(contact("ada@example.org")?.paid_for).toBe("lite");
    expect(office.subjects()).toEqual([]);
    expect(office.queue()).toEqual([]);
    expect(startHere()?.what_to_do).toContain("1 payments, 1 people");
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
    past(given);
    readHistory(office.ports);
    expect(contact("x@shop.test")).toBeUndefined();
    expect(historyRead(kept(), "LIVE")).toBe(true);
  });

  it("knows that a paid checkout was given back, by its charges", () => {
    past({ sessions: [session("1", "x@shop.test"), session("2", "y@shop.test")] });
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
    past({ charges: [basil] });
    const path =
      "invoice_payments?payment[type]=payment_intent&payment[payment_intent]=pi_1&limit=1";
    office.ports.stripe.put(path, list([{ object: "invoice_payment", invoice: "in_1" }]));
    readHistory(office.ports);
    expect(contact("ada@example.org")?.payments).toMatch(/^in_1 /);
  });

  it("gives known people their customer ids, and marks no customer as paid for being one", () => {
    office.geo();
    office.tick();
    past({
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
    past({ charges: [charge("1", "")] });
    readHistory(office.ports);
    expect(startHere()?.what_to_do).toContain("1 payments name no address");
  });

  it("counts only what names an offer where the account has other business", () => {
    office.set("other_payments", "ignore");
    office.ports.store.edit("Offers", "lite", "stripe_ids", "price_lite");
    const line_items = { data: [{ price: { id: "price_lite" } }] };
    past({
      charges: [charge("1", "ada@example.org"), charge("2", "bob@shop.test")],
      sessions: [session("1", "ada@example.org", { line_items }), session("2", "bob@shop.test")],
    });
    readHistory(office.ports);
    expect(contact("ada@example.org")).toMatchObject({ paid: "YES", paid_for: "lite" });
    expect(contact("bob@shop.test")).toBeUndefined();
  });

  it("leaves one line per page in Events, and read again changes nobody", () => {
    past({ charges: [charge("1", "ada@example.org")] });
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

describe("a long history", () => {
  const pages = (count: number) => {
    for (let page = 0; page < count; page += 1) {
      const from = page === 0 ? "" : `&starting_after=ch_${page - 1}`;
      const one = charge(String(page), `p${page}@shop.test`);
      office.ports.stripe.put(CHARGES + from, list([one], page < count - 1));
    }
    office.ports.stripe.put(SESSIONS, list([]));
    office.ports.stripe.put(CUSTOMERS, list([]));
  };

  it("is read page by page to its end", () => {
    pages(5);
    readHistory(office.ports);
    expect(office.ports.store.rows("Contacts")).toHaveLength(5);
    expect(historyRead(kept(), "LIVE")).toBe(true);
  });

  it("stops when the run is old, shows how far it is, and the next run goes on from there", () => {
    pages(5);
    setUp(office.ports);
    const started = office.ports.clock.now();
    expect(historyUnfinished(kept(), started)).toBe(true);
    expect(continueHistory(office.ports, kept(), started - 3 * MINUTE)).toBe(false);
    expect(office.ports.store.rows("Contacts")).toHaveLength(1);
    expect(startHere()).toMatchObject({ state: "✗" });
    expect(startHere()?.what_to_do).toContain("1 so far");
    expect(historyRead(kept(), "LIVE")).toBe(false);
    expect(continueHistory(office.ports, kept(), office.ports.clock.now())).toBe(true);
    expect(office.ports.store.rows("Contacts")).toHaveLength(5);
    expect(historyUnfinished(kept(), office.ports.clock.now())).toBe(false);
  });

  it("met by a silent Stripe says so, waits half an hour and loses nothing", () => {
    pages(3);
    readHistoryUntil(1);
    office.ports.stripe.unreachable = "time-out";
    continueHistory(office.ports, kept(), office.ports.clock.now());
    expect(startHere()?.what_to_do).toContain("time-out");
    expect(historyUnfinished(kept(), office.ports.clock.now())).toBe(false);
    office.ports.stripe.unreachable = null;
    office.ports.clock.advance(30 * MINUTE);
    expect(continueHistory(office.ports, kept(), office.ports.clock.now())).toBe(true);
    expect(office.ports.store.rows("Contacts")).toHaveLength(3);
  });

  it("goes on at once when a person asks, without waiting", () => {
    pages(3);
    office.ports.stripe.unreachable = "time-out";
    readHistory(office.ports);
    office.ports.stripe.unreachable = null;
    readHistory(office.ports);
    expect(historyRead(kept(), "LIVE")).toBe(true);
  });

  function readHistoryUntil(count: number): void {
    setUp(office.ports);
    continueHistory(office.ports, kept(), office.ports.clock.now() - 3 * MINUTE);
    expect(office.ports.store.rows("Contacts")).toHaveLength(count);
  }
});

describe("the gate", () => {
  it("holds marketing until the history is read, and says so; the asked-for mail goes", () => {
    office.geo();
    office.pass(49 * 60 * MINUTE, 60 * MINUTE);
    expect(office.subjects()).toHaveLength(1);
    expect(office.row().why).toContain("payment");
    past({});
    readHistory(office.ports);
    office.pass(2 * MINUTE);
    expect(office.subjects()).toHaveLength(2);
  });

  it("of LIVE is not opened by a test key's history; REHEARSAL takes either", () => {
    past({});
    office.set("mode", "REHEARSAL");
    office.ports.properties.set("stripe_key", "rk_test_1");
    readHistory(office.ports);
    expect(historyRead(kept(), "REHEARSAL")).toBe(true);
    expect(historyRead(kept(), "LIVE")).toBe(false);
    office.ports.properties.set("stripe_key", "rk_live_1");
    readHistory(office.ports);
    expect(historyRead(kept(), "LIVE")).toBe(true);
  });

  it("is begun by Connect Stripe, read on by the timer, and stands in Start here", () => {
    past({ charges: [charge("1", "ada@example.org")] });
    office.ports.properties.remove("history");
    office.ports.person.answers.push("rk_live_new");
    connectStripe(office.ports);
    expect(office.ports.person.told.at(-1)?.text).toContain("being read");
    office.tick();
    expect(historyRead(kept(), "LIVE")).toBe(true);
    expect(contact("ada@example.org")).toMatchObject({ paid: "YES" });
  });

  it("survives a damaged property as unread", () => {
    expect(historyRead({ history: "{" }, "LIVE")).toBe(false);
    expect(historyUnfinished({ history: "{", stripe_key: "rk_live_1" }, 0)).toBe(false);
  });
});

it("is read by the owner only, never beside a batch", () => {
  past({ charges: [charge("1", "ada@example.org")] });
  office.ports.person.user = "editor@shop.test";
  readHistory(office.ports);
  office.ports.person.user = OWNER;
  office.ports.locks.batchBusy = true;
  readHistory(office.ports);
  expect(office.ports.store.rows("Contacts")).toEqual([]);
  expect(office.ports.person.told).toHaveLength(2 + 2);
});

describe("Connect Stripe", () => {
  it("names every event that is read, and how Stripe's own mails are switched off", () => {
    connectStripe(office.ports);
    const told = office.ports.person.told.at(-1)?.text ?? "";
    for (const type of ["payment_intent.payment_failed", "charge.refunded", "invoice.paid"]) {
      expect(told).toContain(type);
    }
    expect(told).toContain("Manage failed payments");
    expect(told).toContain("Successful payments");
  });
});
