// REHEARSAL → LIVE: what the rehearsal left goes, real people begin anew, and nobody gets what was not theirs.
import { beforeEach, describe, expect, it } from "vitest";
import { openGoLive } from "../../src/app/dialogs/go-live";
import { historyRead } from "../../src/app/history/history-state";
import { startActions } from "../../src/app/start-here/start-actions";
import { pastePaidList } from "../../src/app/stripe/paid-list";
import {
  goLive,
  idsOf,
  mailed as mailedBy,
  modeOf,
  REHEARSES,
  rehearsed as rehearsedIn,
} from "./going-live";
import { HOUR, MemoryOffice, MINUTE, OWNER } from "./memory-office";
import { newestWindow } from "./open-window";
import { past } from "./stripe-past";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice(REHEARSES);
});

const ids = (tab: "Queue" | "Contacts") => idsOf(office, tab);
const mode = () => modeOf(office);
const line = (id: string) => office.ports.store.row("Start here", id);
const mailed = (to: string) => mailedBy(office, to);
const rehearsed = (...emails: readonly string[]) => rehearsedIn(office, ...emails);
const go = (...pressed: Pressed) => goLive(office, ...pressed);
type Pressed = [keep?: readonly string[], button?: string];

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

  it("takes the same form anew a minute later: a rehearsed one is no repeat of it", () => {
    office.geo("ada@example.org");
    office.pass(MINUTE);
    go();
    office.pass(MINUTE);
    office.geo("ada@example.org");
    office.pass(2 * MINUTE);
    expect(office.lastEvent()).toMatchObject({ outcome: "APPLIED" });
    expect(mailed("ada@example.org")).toHaveLength(1);
    office.geo("ada@example.org");
    office.pass(2 * MINUTE);
    expect(office.lastEvent()).toMatchObject({ outcome: "REPEAT" });
    expect(mailed("ada@example.org")).toHaveLength(1);
  });

  it("counts a form that waits for its run at the press as rehearsed", () => {
    office.geo("ada@example.org");
    expect(go().said).toContain("removed: 1");
    office.pass(60 * HOUR, HOUR);
    expect(ids("Queue")).toEqual([]);
    expect(mailed("ada@example.org")).toEqual([]);
  });

  it("touches nothing while what waits cannot be taken in", () => {
    rehearsed("ada@example.org");
    office.ports.store.edit("Queue", office.row("ada@example.org").id, "do", "hold");
    office.ports.locks.intakeBusy = true;
    expect(go().said).toContain("Nothing was removed");
    expect(mode()).toBe("REHEARSAL");
    expect(ids("Queue")).toHaveLength(1);
  });

  it("keeps whom a person ticks: the flow begins anew, and mail 1 goes to the reader", () => {
    past(office, {});
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

  it("counts as kept who was kept; who could not be stays, and the row says why", () => {
    rehearsed("ada@example.org");
    const ada = office.row("ada@example.org").id;
    office.set("mode", "LIVE");
    office.pass(MINUTE);
    office.geo("ada@example.org", { name: "Ada L" });
    office.pass(2 * MINUTE);
    expect(office.queue("ada@example.org")).toHaveLength(2);
    const { said } = go([ada]);
    expect(said).toContain("removed: 0, kept as real people: 0");
    expect(said).toContain("could not be kept: 1");
    expect(ids("Queue")).toContain(ada);
    expect(go().said).toContain("removed: 1, kept as real people: 0");
    expect(ids("Queue")).not.toContain(ada);
    expect(office.queue("ada@example.org")).toHaveLength(1);
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

  it("sends no marketing before live payments are read, though a list was pasted before", () => {
    office.ports.stripe.unreachable = "down";
    rehearsed("ada@example.org");
    const ada = office.row("ada@example.org").id;
    expect(go([ada]).said).toContain("marketing mails wait");
    office.pass(60 * HOUR, HOUR);
    expect(mailed("ada@example.org")).toHaveLength(1);
    office.ports.stripe.unreachable = null;
    past(office, {});
    office.pass(2 * HOUR, 10 * MINUTE);
    expect(mailed("ada@example.org")).toHaveLength(2);
  });

  it("goes by a list that is pasted afterwards, and by any list without a live key", () => {
    office.ports.stripe.unreachable = "down";
    rehearsed("ada@example.org");
    go([office.row("ada@example.org").id]);
    const read = () => historyRead(office.ports.properties.all(), "LIVE");
    expect(read()).toBe(false);
    office.ports.properties.set("stripe_key", "rk_test_1");
    expect(read()).toBe(true);
    office.ports.properties.set("stripe_key", "rk_live_test");
    office.ports.clock.advance(MINUTE);
    office.ports.person.answers.push("");
    pastePaidList(office.ports);
    expect(read()).toBe(true);
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
