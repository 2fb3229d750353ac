// Explain: what comes next and why, and that the change it names is the one that makes the mail go (R63, R66).
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { EXPLAIN_DIALOG, explainSelected } from "../../src/app/dialogs/explain";
import { receiveEdit } from "../../src/app/edit-door";
import { LIFTED } from "../../src/app/explain/explain-remedies";
import { explainRows } from "../../src/app/explain/explain-rows";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR } from "./memory-office";

let office: FounderOffice;
beforeEach(() => {
  office = new FounderOffice("geo", "lite", "stripe_failed");
});

function explained(flow = "geo") {
  const { id } = office.one(flow);
  const [one] = explainRows(office.ports, office.ports.properties.all(), () => [id]);
  if (one === undefined) throw new Error("nothing explained");
  const { kind } = one.outcome;
  return {
    kind,
    goes: one.goes.map(({ send }) => send.step),
    does: one.way.remedies.map(({ en }) => en),
    end: one.way.end?.en ?? null,
    one,
  };
}
function chosen(action: string, flow = "geo"): void {
  office.type("Queue", office.one(flow).id, "do", action);
  receiveEdit(office.ports, office.ports.store.area("Queue"));
}
/** Due for mail 2, and no timer has run since. */
function dueForSecond(): void {
  office.geo();
  office.tick();
  office.ports.clock.advance(49 * HOUR);
}

describe("Explain this row", () => {
  it("of a request that came just now says that the receipt goes, before anything is handled", () => {
    office.geo();
    office.ports.clock.advance(1_000);
    office.tick();
    expect(explained()).toMatchObject({ kind: "later", does: [], end: null });
    dueForSecond();
    expect(explained()).toMatchObject({ kind: "goes", goes: ["geo_2"], does: [], end: null });
  });

  it("changes nothing: not a cell, not a property, not a draft", () => {
    dueForSecond();
    const { store, properties, mailer } = office.ports;
    const state = () =>
      JSON.stringify([
        ...(["Queue", "Contacts", "Events", "Sends", "Start here"] as const).map((tab) =>
          store.rows(tab),
        ),
        [...properties.values],
        mailer.drafts.size,
      ]);
    const before = state();
    explained();
    expect(state()).toBe(before);
  });

  it.each([
    [
      "the postal address",
      () => office.set("postal_address", ""),
      "fill in postal_address in Settings",
      () => office.set("postal_address", "1 Lane"),
    ],
    [
      "the master switch",
      () => office.set("sending", "OFF"),
      "set sending to ON in Settings",
      () => office.set("sending", "ON"),
    ],
    [
      "the flow",
      () => office.type("Flows", "geo", "on", "NO"),
      "set on to YES for geo in Flows",
      () => office.type("Flows", "geo", "on", "YES"),
    ],
    ["a person's hold", () => chosen("hold"), "choose release in do", () => chosen("release")],
  ])("names the one change that makes it go: %s", (_, breaks, remedy, mends) => {
    dueForSecond();
    breaks();
    expect(explained()).toMatchObject({ goes: [], does: [remedy], end: null });
    office.tick();
    expect(office.steps()).not.toContain("geo_2");
    expect(explained()).toMatchObject({ goes: [], does: [remedy], end: null });
    mends();
    expect(explained().goes).toEqual(["geo_2"]);
    office.tick();
    expect(office.steps()).toContain("geo_2");
  });

  it("names every change where one is not enough, each in its turn", () => {
    dueForSecond();
    office.set("sending", "OFF");
    office.set("postal_address", "");
    office.set("sender_name", "");
    expect(explained().does).toEqual([
      "set sending to ON in Settings",
      "fill in sender_name in Settings",
      "fill in postal_address in Settings",
    ]);
  });

  it("looks ahead: a mail that is not due yet and would be held back says so now", () => {
    office.geo();
    office.tick();
    office.set("postal_address", "");
    expect(explained()).toMatchObject({
      kind: "later",
      does: ["fill in postal_address in Settings"],
    });
  });

  it("names nothing where only the reader can change it", () => {
    office.geo(ADA, { consent: "" });
    office.tick();
    office.ports.clock.advance(49 * HOUR);
    expect(explained().does).toEqual([]);
    expect(explained().end).toContain("Only they can consent");
  });

  it("of somebody who has paid says that nothing more goes, and undo only where a person said so", () => {
    office.lite();
    office.tick();
    office.pay(ADA);
    office.pass(2 * 60_000);
    expect(explained("lite")).toMatchObject({ kind: "over", does: [] });
    expect(explained("lite").end).toContain("has paid");
    office.geo("bob@shop.test");
    office.tick();
    const bob = office.row("bob@shop.test");
    office.type("Queue", bob.id, "do", "mark paid");
    receiveEdit(office.ports, office.ports.store.area("Queue"));
    const [one] = explainRows(office.ports, office.ports.properties.all(), () => [bob.id]);
    expect(one?.way.remedies[0]?.en).toContain("undo");
  });

  it("of a failed payment after both mails says that only the payment is waited for", () => {
    office.fails();
    office.tick();
    office.pass(3 * DAY, HOUR);
    expect(explained("stripe_failed")).toMatchObject({ kind: "pays", does: [] });
  });

  it("knows a payment that Stripe has and nobody told of", () => {
    office.fails();
    office.tick();
    office.ports.clock.advance(7 * HOUR);
    expect(explained("stripe_failed").goes).toEqual(["stripe_failed_1"]);
    office.paysUnheard();
    const before = office.ports.store.rows("Events").length;
    expect(explained("stripe_failed").goes).toEqual([]);
    expect(office.ports.store.rows("Events")).toHaveLength(before);
  });

  it("says by which rows it decides, each with a mark that changes when the row does", () => {
    dueForSecond();
    const { rules } = explained().one;
    expect(rules.map(({ tab, name }) => `${tab} ${name}`)).toEqual([
      "Flows geo",
      "Steps geo_2",
      "Cadence geo-1",
      expect.stringMatching(/^Templates /),
    ]);
    office.type("Cadence", "geo-1", "wait", "24 h");
    const after = explained().one.rules;
    const changed = after.filter(({ version }, at) => version !== rules[at]?.version);
    expect(changed.map(({ name }) => name)).toEqual(["geo-1"]);
  });
});

describe("rehearsal and the reader's own wishes, explained", () => {
  it("of a test row in LIVE says to keep it, if it is a real person; kept, its first mail goes", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    office.geo();
    office.tick();
    office.set("mode", "LIVE");
    office.ports.clock.advance(49 * HOUR);
    expect(explained()).toMatchObject({
      goes: [],
      does: ["choose keep in do, if this is a real person"],
    });
    chosen("keep");
    expect(explained().goes).toEqual(["geo_1"]);
  });

  it("of a reader's row in REHEARSAL says to go LIVE", () => {
    dueForSecond();
    office.set("mode", "REHEARSAL");
    expect(explained().does).toEqual(["press Dripsheet ▸ Set-up ▸ Go LIVE"]);
    office.set("mode", "LIVE");
    expect(explained().goes).toEqual(["geo_2"]);
  });

  it("of a reader who asked for a pause says that it goes on by itself", () => {
    dueForSecond();
    const until = office.ports.clock.now() + 5 * DAY;
    const { id = "" } = office.contact() ?? {};
    office.ports.store.edit("Contacts", id, "paused_until", new Date(until));
    const { does, end, kind } = explained();
    expect({ does, kind }).toEqual({ does: [], kind: "later" });
    expect(end).toBeNull();
    office.ports.clock.advance(6 * DAY);
    expect(explained().kind).not.toBe("blocked");
  });
});

describe("the window of Explain", () => {
  const shown = () => office.ports.person.shown.at(-1)?.html ?? "";

  it("shows the answer, the rules, the facts and both clocks of what is selected", () => {
    office.geo(ADA, { time_zone: "Asia/Shanghai" });
    office.tick();
    office.ports.person.selected = { tab: "Queue", ids: [office.row().id] };
    explainSelected(office.ports);
    expect(shown()).toContain("geo_2");
    expect(shown()).toContain("Cadence");
    expect(shown()).toContain("Contacts consent");
  });

  it("takes a person selected in Contacts for all their rows", () => {
    office.geo();
    office.lite();
    office.tick();
    office.ports.person.selected = { tab: "Contacts", ids: [office.contact()?.id ?? ""] };
    explainSelected(office.ports);
    expect(shown()).toContain("· geo ·");
    expect(shown()).toContain("· lite ·");
  });

  it.each([
    ["nothing", { tab: "Queue", ids: [] }],
    ["another tab", { tab: "Offers", ids: ["lite"] }],
    ["a tab that is none of ours", { tab: "", ids: [] }],
    ["a row that is gone", { tab: "Queue", ids: ["gone"] }],
  ] as const)("with %s selected says what to select, and opens nothing", (_, selected) => {
    office.ports.person.selected = selected;
    explainSelected(office.ports);
    expect(office.ports.person.shown).toEqual([]);
    expect(office.ports.person.told.at(-1)?.title).toBe("Explain this row");
  });

  it("pressed beside a run, or by another editor, changes nothing and says why", () => {
    office.geo();
    office.tick();
    const { id } = office.row();
    const press = () => EXPLAIN_DIALOG.act(office.ports, { do: "hold", row: id, rows: id }).message;
    office.ports.locks.batchBusy = true;
    expect(press()).toContain("A run is under way");
    office.ports.locks.batchBusy = false;
    office.ports.person.user = "editor@shop.test";
    expect(press()).toContain("Only the account");
    expect(office.row().status).toBe("ACTIVE");
    expect(office.events("edit")).toEqual([]);
  });

  it("holds a stranger's name as text", () => {
    office.geo("x@shop.test", { name: "<img src=x onerror=alert(1)>", locale: "en" });
    office.tick();
    office.ports.person.selected = { tab: "Queue", ids: [office.row("x@shop.test").id] };
    explainSelected(office.ports);
    expect(shown()).not.toContain("<img");
  });
});

describe("what holds a mail back", () => {
  it("is answered by a remedy, or by why there is none, whatever the planner's reason", () => {
    const sources = ["app/sending/plan.ts", "app/sending/send-due.ts", "stop-loss/may-send.ts"];
    const others = ["stop-loss/sending-stop.ts", "model/stripe-wait.ts", "model/suppression.ts"];
    const codes = [...sources, ...others].flatMap((path) => {
      const text = readFileSync(new URL(`../../src/${path}`, import.meta.url), "utf8");
      return [...text.matchAll(/\breason\([^"()]*"(\w+)"(?: : "(\w+)")?/g)].flatMap(
        ([, one = "", other]) => (other === undefined ? [one] : [one, other]),
      );
    });
    expect(codes.length).toBeGreaterThan(25);
    expect(codes.filter((code) => !LIFTED.includes(code))).toEqual([]);
  });
});
