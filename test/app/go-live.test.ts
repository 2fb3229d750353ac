// REHEARSAL → LIVE: what the rehearsal left goes, real people begin anew, and nobody gets what was not theirs.
import { beforeEach, describe, expect, it } from "vitest";
import { openGoLive } from "../../src/app/dialogs/go-live";
import { startActions } from "../../src/app/start-actions";
import { newestWindow } from "./open-window";
import { HOUR, MemoryOffice, MINUTE, OWNER } from "./memory-office";
import type { OpenWindow } from "./open-window";

const SETTINGS = {
  mode: "REHEARSAL",
  sender_name: "Ling",
  reply_to: "ling@shop.test",
  postal_address: "1 Lane, Town",
  web_app_url: "https://script.google.com/macros/s/TEST/exec",
  geo_download_url: "https://files.test/geo.pdf",
};
let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice(SETTINGS);
});

const ids = (tab: "Queue" | "Contacts") => office.ports.store.rows(tab).map(({ id }) => id);
const mode = () => office.ports.store.row("Settings", "mode")?.value;
const line = (id: string) => office.ports.store.row("Start here", id);
const mailed = (to: string) => office.ports.mailer.sent.filter(({ mail }) => mail.to === to);

function rehearsed(...emails: readonly string[]): void {
  for (const email of emails) office.geo(email);
  office.pass(2 * MINUTE);
}

function go(keep: readonly string[] = [], button = "live"): OpenWindow {
  openGoLive(office.ports);
  const window = newestWindow(office.ports);
  window.type({ keep: keep.join("\n") });
  window.press(button);
  return window;
}

describe("the window", () => {
  it("lists the rows of the rehearsal and does nothing until it is pressed", () => {
    rehearsed("ada@example.org", "bob@example.org");
    openGoLive(office.ports);
    const window = newestWindow(office.ports);
    expect(window.text()).toContain("ada@example.org");
    expect(window.text()).toContain("bob@example.org");
    expect(ids("Queue")).toHaveLength(2);
    expect(mode()).toBe("REHEARSAL");
  });

  it("names what is still open, so that no reader finds it out", () => {
    office.set("geo_download_url", "");
    rehearsed("ada@example.org");
    office.ports.locks.batchBusy = false;
    startActionsOf("run batch");
    openGoLive(office.ports);
    expect(newestWindow(office.ports).text()).toContain("GEO link");
  });

  it("is not pressed by another editor, nor beside a run", () => {
    rehearsed("ada@example.org");
    office.ports.person.user = "editor@shop.test";
    expect(go().said).toContain("Only the account");
    office.ports.person.user = OWNER;
    office.ports.locks.batchBusy = true;
    expect(go().said).toContain("under way");
    expect(mode()).toBe("REHEARSAL");
    expect(ids("Queue")).toHaveLength(1);
  });
});

describe("going LIVE", () => {
  it("removes what the rehearsal made, and nothing of it is ever mailed", () => {
    rehearsed("ada@example.org", "bob@example.org");
    expect(mailed(OWNER)).toHaveLength(2);
    expect(go().said).toContain("removed: 2");
    expect(mode()).toBe("LIVE");
    expect(ids("Queue")).toEqual([]);
    expect(ids("Contacts")).toEqual([]);
    office.pass(60 * HOUR, HOUR);
    expect(mailed("ada@example.org")).toEqual([]);
    expect(mailed(OWNER)).toHaveLength(2);
    expect(line("mode")).toMatchObject({ state: "✓" });
    expect(line("deleted rows")?.state ?? "✓").toBe("✓");
  });

  it("leaves the owner's own address free: the same person asks again and is served", () => {
    rehearsed(OWNER);
    go();
    office.pass(2 * MINUTE);
    office.ports.clock.advance(24 * HOUR);
    office.geo(OWNER);
    office.pass(2 * MINUTE);
    expect(office.queue(OWNER)).toHaveLength(1);
    expect(office.row(OWNER)).toMatchObject({ stage: 1, paid: "NO" });
    expect(mailed(OWNER).at(-1)?.mail.subject).not.toContain("[for");
  });

  it("keeps whom a person ticks: the flow begins anew, and mail 1 goes to the reader", () => {
    rehearsed("ada@example.org", "bob@example.org");
    const ada = office.row("ada@example.org").id;
    expect(go([ada]).said).toMatch(/removed: 1, kept as real people: 1/);
    expect(ids("Queue")).toEqual([ada]);
    office.pass(3 * MINUTE);
    expect(mailed("ada@example.org")).toHaveLength(1);
    expect(mailed("bob@example.org")).toEqual([]);
    expect(office.contact("ada@example.org")?.tags).toBe("");
    office.pass(49 * HOUR, HOUR);
    expect(mailed("ada@example.org")).toHaveLength(2);
  });

  it("reads live payments anew and sends no marketing before", () => {
    rehearsed("ada@example.org");
    const ada = office.row("ada@example.org").id;
    office.ports.properties.set(
      "history",
      JSON.stringify({ live: { list: null, doneAt: 1, objects: 0, payments: 0, people: 0 } }),
    );
    office.ports.stripe.unreachable = "down";
    go([ada]);
    const state = JSON.parse(office.ports.properties.values.get("history") ?? "{}");
    expect(state.live).toMatchObject({ list: "charges", doneAt: null });
    office.pass(60 * HOUR, HOUR);
    expect(mailed("ada@example.org").length).toBeLessThanOrEqual(1);
  });

  it("says that payments are not known while the key is a test key", () => {
    office.ports.properties.set("stripe_key", "rk_test_1");
    expect(go().said).toContain("no live Stripe key");
    expect(line("Stripe")?.state).toBe("✗");
  });

  it("by hand in Settings is legal: the rows wait, and Start here says what to do", () => {
    rehearsed("ada@example.org");
    office.set("mode", "LIVE");
    startActionsOf("run batch");
    expect(line("mode")).toMatchObject({ state: "✗" });
    expect(line("mode")?.what_to_do).toContain("wait: 1");
    office.pass(60 * HOUR, HOUR);
    expect(mailed("ada@example.org")).toEqual([]);
    go();
    expect(ids("Queue")).toEqual([]);
    expect(line("mode")?.state).toBe("✓");
  });

  it("leads back to REHEARSAL, where every mail is the owner's again", () => {
    go();
    go([], "rehearse");
    expect(mode()).toBe("REHEARSAL");
    rehearsed("eve@example.org");
    expect(mailed("eve@example.org")).toEqual([]);
    expect(mailed(OWNER).at(-1)?.mail.subject).toContain("[for eve@example.org]");
  });
});

describe("by cell", () => {
  it("asks once, names the rows, and goes when it is chosen again within the hour", () => {
    rehearsed("ada@example.org");
    expect(startActionsOf("go LIVE")).toMatch(/removed: 1 \(ada@example\.org\)/);
    expect(mode()).toBe("REHEARSAL");
    office.ports.clock.advance(30 * MINUTE);
    expect(startActionsOf("go LIVE")).toContain("LIVE. Rows");
    expect(mode()).toBe("LIVE");
    expect(startActionsOf("go LIVE")).toContain("The mode is LIVE");
  });

  it("asks again after more than an hour", () => {
    startActionsOf("go LIVE");
    office.ports.clock.advance(61 * MINUTE);
    startActionsOf("go LIVE");
    expect(mode()).toBe("REHEARSAL");
  });

  it("goes back with rehearse", () => {
    go();
    expect(startActionsOf("rehearse")).toContain("REHEARSAL");
    expect(mode()).toBe("REHEARSAL");
  });
});

function startActionsOf(action: string): string {
  office.ports.store.edit("Start here", "mode", "do", action);
  startActions(office.ports);
  return office.ports.store.row("Start here", "mode")?.answer ?? "";
}
