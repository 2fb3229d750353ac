// The payment history over several runs, and the gate it opens: no marketing before it is known who has paid.
import { beforeEach, describe, expect, it } from "vitest";
import { openStripe } from "../../src/app/dialogs/stripe";
import { continueHistory, readHistory } from "../../src/app/history/history";
import { historyRead, historyUnfinished } from "../../src/app/history/history-state";
import { setUp } from "../../src/app/set-up";
import { type MemoryOffice, MINUTE, OWNER } from "./memory-office";
import { newestWindow } from "./open-window";
import { CHARGES, CUSTOMERS, charge, list, past, SESSIONS } from "./stripe-past";
import { unreadOffice } from "./unread-office";

let office: MemoryOffice;
const kept = () => office.ports.properties.all();
const contact = (email: string) => office.contact(email);
const startHere = () => office.ports.store.row("Start here", "payment history");

beforeEach(() => {
  office = unreadOffice();
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
    expect(historyUnfinished(kept(), office.ports.clock.now())).toBe(true);
    expect(readOnePage()).toBe(false);
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

  it("asks for nothing in a run that is old already: what was due came first", () => {
    pages(1);
    setUp(office.ports);
    const { asked } = office.ports.stripe;
    const before = asked.length;
    expect(continueHistory(office.ports, kept(), office.ports.clock.now() - 3 * MINUTE)).toBe(
      false,
    );
    expect(asked).toHaveLength(before);
    expect(historyUnfinished(kept(), office.ports.clock.now())).toBe(true);
  });

  function readHistoryUntil(count: number): void {
    setUp(office.ports);
    readOnePage();
    expect(office.ports.store.rows("Contacts")).toHaveLength(count);
  }

  /** The page takes so long that the run is old after it. */
  function readOnePage(): boolean {
    const { stripe, clock } = office.ports;
    const get = stripe.get.bind(stripe);
    stripe.get = (path, apiKey) => {
      clock.advance(path.startsWith("charges?limit") ? 3 * MINUTE : 0);
      return get(path, apiKey);
    };
    const ended = continueHistory(office.ports, kept(), clock.now());
    stripe.get = get;
    return ended;
  }
});

describe("the gate", () => {
  it("holds marketing until the history is read, and says so; the asked-for mail goes", () => {
    office.geo();
    office.pass(49 * 60 * MINUTE, 60 * MINUTE);
    expect(office.subjects()).toHaveLength(1);
    expect(office.row().why).toContain("payment");
    past(office, {});
    readHistory(office.ports);
    office.pass(2 * MINUTE);
    expect(office.subjects()).toHaveLength(2);
  });

  it("of LIVE is not opened by a test key's history; REHEARSAL takes either", () => {
    past(office, {});
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
    past(office, { charges: [charge("1", "ada@example.org")] });
    office.ports.properties.remove("history");
    openStripe(office.ports);
    const window = newestWindow(office.ports);
    window.type({ key: " rk_live_new " });
    window.press("store");
    expect(window.said).toContain("being read");
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
  past(office, { charges: [charge("1", "ada@example.org")] });
  office.ports.person.user = "editor@shop.test";
  readHistory(office.ports);
  office.ports.person.user = OWNER;
  office.ports.locks.batchBusy = true;
  readHistory(office.ports);
  expect(office.ports.store.rows("Contacts")).toEqual([]);
  expect(office.ports.person.told).toHaveLength(2 + 2);
});
