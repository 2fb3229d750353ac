// Connect Stripe: a key is tried before it counts, is never in a cell, and is nobody's but the owner's.
import { beforeEach, describe, expect, it } from "vitest";
import { openStripe } from "../../src/app/dialogs/stripe";
import { EVENTS_LIST } from "../../src/app/reconcile/reconcile-page";
import { MemoryOffice, OWNER } from "./memory-office";
import type { OpenWindow } from "./open-window";
import { newestWindow } from "./open-window";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
});

function opened(): OpenWindow {
  openStripe(office.ports);
  return newestWindow(office.ports);
}

function store(key: string): OpenWindow {
  const window = opened();
  window.type({ key });
  window.press("store");
  return window;
}

const stored = () => office.ports.properties.values.get("stripe_key");
const line = () => office.ports.store.row("Start here", "Stripe");

describe("a key", () => {
  it("that Stripe answers to is stored, with one question, and its mode is said", () => {
    const asked = office.ports.stripe.asked.length;
    const window = store(" rk_live_new1 ");
    expect(stored()).toBe("rk_live_new1");
    expect(window.said).toContain("a live key");
    expect(office.ports.stripe.asked.slice(asked)).toEqual([
      { path: EVENTS_LIST, apiKey: "rk_live_new1" },
    ]);
    expect(line()?.state).toBe("✓");
  });

  it.each([["hello"], [""], ["rk_live_"], ["pk_live_1"], ["rk_live_1 rk_live_2"]])(
    "%j is none, and the stored one stays",
    (typed) => {
      expect(store(typed).said).toContain("no Stripe key");
      expect(stored()).toBe("rk_live_test");
    },
  );

  it("that Stripe does not take is put back, with Stripe's reason", () => {
    office.ports.stripe.unreachable = "Stripe answered 401: the API key is not accepted";
    expect(store("rk_live_wrong").said).toContain("401");
    expect(stored()).toBe("rk_live_test");
    office.ports.properties.remove("stripe_key");
    store("rk_live_wrong");
    expect(stored()).toBeUndefined();
  });

  it("for tests is stored in LIVE, and both the window and Start here say what is missing", () => {
    const window = store("rk_test_1");
    expect(window.said).toContain("needs a live key");
    expect(line()).toMatchObject({ state: "✗" });
    expect(line()?.what_to_do).toContain("test key");
  });

  it("stands in no cell of any tab and in no window", () => {
    store("rk_live_secret9");
    const { store: cells, person } = office.ports;
    const tabs = ["Start here", "Settings", "Events", "Runs", "Contacts", "Queue"] as const;
    const text = JSON.stringify([...tabs.map((tab) => cells.rows(tab)), person.shown]);
    expect(text).not.toContain("rk_live_secret9");
    expect(opened().text()).not.toContain("rk_live_secret9");
  });
});

describe("the second window", () => {
  it("shows the webhook's address, every event that is read, and how Stripe's own mails go off", () => {
    const window = opened();
    window.press("hook");
    const key = office.ports.properties.values.get("hook_key");
    expect(window.text()).toContain(`/exec?hook=stripe&key=${key}`);
    for (const type of ["payment_intent.payment_failed", "charge.refunded", "invoice.paid"]) {
      expect(window.text()).toContain(type);
    }
    expect(window.text()).toContain("Manage failed payments");
    expect(window.text()).toContain("Successful payments");
  });

  it("says so while the web app has no address, and gives no half one", () => {
    office.set("web_app_url", "");
    office.tick();
    const window = opened();
    window.press("hook");
    expect(window.text()).toContain("open the web app once");
    expect(window.text()).not.toContain("hook=stripe");
  });
});

describe("nobody else", () => {
  it("sees it or stores a key: another editor is told why", () => {
    office.ports.person.user = "editor@shop.test";
    openStripe(office.ports);
    expect(office.ports.person.shown).toEqual([]);
    expect(office.ports.person.told.at(-1)?.text).toContain("Only the account");
    office.ports.person.user = OWNER;
    const window = opened();
    office.ports.person.user = "editor@shop.test";
    window.type({ key: "rk_live_stolen" });
    window.press("store");
    expect(stored()).toBe("rk_live_test");
  });

  it("stores one beside a run", () => {
    const window = opened();
    office.ports.locks.batchBusy = true;
    window.type({ key: "rk_live_new" });
    window.press("store");
    expect(window.said).toContain("under way");
    expect(stored()).toBe("rk_live_test");
  });
});

it("speaks Chinese in a Chinese sheet", () => {
  office.set("language", "zh");
  office.tick();
  const window = opened();
  expect(window.text()).toContain("受限密钥");
  window.type({ key: "x" });
  window.press("store");
  expect(window.said).toContain("未作任何改动");
});
