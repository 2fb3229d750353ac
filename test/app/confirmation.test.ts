// A confirmation: its link, its proof, what takes it back, and that nothing is asked twice (R160).
import { describe, expect, it } from "vitest";
import { audited } from "../../src/app/audit/audit";
import { restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { personFile } from "../../src/app/persons-data/person-data";
import { whoseIs } from "../../src/app/persons-data/person-whose";
import { runTick } from "../../src/app/tick";
import { CONFIRM_TEXTS } from "../../src/words/consent";
import { type Fault, faulty } from "../support/faults";
import { AskingShop, BEA } from "./asking-shop";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { words } from "./offer-visit";

const CONFIRM = "Please confirm: Notes on tea";

describe("the link of the mail that asks", () => {
  it("changes nothing by a look, by a bad token, or by the token of another page", () => {
    const shop = new AskingShop();
    shop.asks();
    shop.tick();
    const link = shop.link("confirm");
    const before = JSON.stringify(shop.ports.store.rows("Events"));
    shop.look(link);
    shop.look(link.replace("p=confirm", "p=confirm&w=on"));
    const token = new URLSearchParams(link).get("t") ?? "";
    const back = new URLSearchParams(shop.link("back")).get("t") ?? "";
    for (const t of ["", `${token}0`, token.slice(0, -1), back]) {
      expect(words(answer(shop, { p: "confirm", t }))).toContain("does not work");
    }
    expect(words(answer(shop, { p: "back", t: token, w: "on" }))).toContain("does not work");
    expect(words(answer(shop, { p: "back", t: back, w: "confirm" }))).not.toContain("Confirmed");
    shop.tick();
    expect(JSON.stringify(shop.ports.store.rows("Events"))).toBe(before);
    expect(shop.contact(BEA)?.consent_confirmed_at).toBeNull();
  });

  it("pressed twice counts once, and a copy of it later changes nothing", () => {
    const shop = new AskingShop();
    shop.asks();
    shop.tick();
    const page = shop.look(shop.link("confirm"));
    shop.press(page);
    shop.press(page);
    shop.tick();
    const at = shop.contact(BEA)?.consent_confirmed_at;
    expect(shop.events("reader.confirm").map(({ outcome }) => outcome)).toEqual([
      "APPLIED",
      "REPEAT",
    ]);
    shop.pass(DAY, HOUR);
    shop.yes();
    shop.tick();
    expect(shop.contact(BEA)?.consent_confirmed_at).toBe(at);
  });

  it("leaves a proof, which stands in what is handed over of the person", () => {
    const shop = new AskingShop();
    shop.asks();
    shop.tick();
    shop.yes();
    shop.tick();
    const [event] = shop.events("reader.confirm");
    expect(JSON.parse(event?.payload ?? "{}").agreed).toEqual({
      basis: "confirmation",
      version: "1",
      text: CONFIRM_TEXTS[1].en,
      language: "en",
      page: "https://script.google.com/macros/s/TEST/exec?p=confirm",
    });
    const all = shop.ports.store.rows("Contacts");
    const kept = Object.fromEntries(shop.ports.properties.values);
    const { sections } = personFile(shop.ports, kept, whoseIs(all, BEA));
    const proof = sections.find(({ what }) => what === "consent");
    expect(proof?.rows.map((row) => row.type)).toEqual(["form:tea_notes", "reader.confirm"]);
  });

  it("goes with the person when they are erased", () => {
    const shop = new AskingShop();
    shop.asks();
    shop.tick();
    shop.yes();
    shop.tick();
    const back = Object.fromEntries(new URLSearchParams(shop.link("back")));
    shop.post({ ...back, w: "erase-now", own: BEA });
    shop.tick();
    expect(shop.contact(BEA)).toBeUndefined();
    const [event] = shop.events("reader.confirm");
    expect(event).toMatchObject({ who: "", payload: '{"erased":true}' });
  });

  it("of a rehearsal goes to the owner, and confirms nothing for the real person", () => {
    const shop = new AskingShop();
    shop.set("mode", "REHEARSAL");
    shop.asks();
    shop.tick();
    expect(shop.mails("owner@shop.test").map(({ subject }) => subject)).toEqual([
      `[for ${BEA}] ${CONFIRM}`,
    ]);
    shop.press(shop.look(shop.link("confirm", "owner@shop.test")));
    shop.pass(HOUR, MINUTE);
    expect(shop.mails("owner@shop.test").map(({ subject }) => subject)).toHaveLength(2);
    shop.set("mode", "LIVE");
    shop.tick();
    shop.type("Queue", shop.row(BEA).id, "do", "keep");
    shop.pass(HOUR, MINUTE);
    expect(shop.had()).toEqual([CONFIRM]);
    expect(shop.contact(BEA)?.consent_confirmed_at).toBeNull();
  });
});

describe("a consent that was confirmed", () => {
  function confirmed(): AskingShop {
    const shop = new AskingShop(["0", "7 d", "7 d", "7 d"]);
    shop.asks();
    shop.tick();
    shop.yes();
    shop.pass(HOUR, MINUTE);
    return shop;
  }

  it("is asked for anew when the reader has left and comes back", () => {
    const shop = confirmed();
    const back = Object.fromEntries(new URLSearchParams(shop.link("back")));
    const stop = Object.fromEntries(new URLSearchParams(shop.link("stop")));
    shop.post(stop);
    shop.pass(3 * DAY, 6 * HOUR);
    shop.post({ ...back, w: "on" });
    shop.pass(20 * DAY, 6 * HOUR);
    expect(shop.had()).toEqual([CONFIRM, "Tea 1", CONFIRM]);
    expect(shop.row(BEA).why).toContain("waits for confirmation");
    shop.yes();
    shop.pass(2 * DAY, HOUR);
    expect(shop.had().at(-1)).toBe("Tea 2");
  });

  it("is asked for anew a day after it was asked for, where all of it happens on one day", () => {
    const shop = confirmed();
    shop.post(Object.fromEntries(new URLSearchParams(shop.link("stop"))));
    shop.tick();
    shop.post({ ...Object.fromEntries(new URLSearchParams(shop.link("back"))), w: "on" });
    shop.pass(20 * HOUR, HOUR);
    expect(shop.had()).toEqual([CONFIRM, "Tea 1"]);
    shop.pass(6 * HOUR, HOUR);
    expect(shop.had()).toEqual([CONFIRM, "Tea 1", CONFIRM]);
  });

  it("is asked for anew at another address", () => {
    const shop = confirmed();
    const back = Object.fromEntries(new URLSearchParams(shop.link("back")));
    shop.post({ ...back, w: "address", to: "new@example.org" });
    shop.pass(20 * DAY, 6 * HOUR);
    expect(shop.had("new@example.org")).toEqual([CONFIRM]);
    shop.yes("confirm", "new@example.org");
    shop.pass(2 * DAY, HOUR);
    expect(shop.had("new@example.org")).toEqual([CONFIRM, "Tea 2"]);
  });

  it("that was pressed before the reader came back does not count for what came after", () => {
    const shop = confirmed();
    const { post, ports } = { post: shop.post.bind(shop), ports: shop.ports };
    post(Object.fromEntries(new URLSearchParams(shop.link("stop"))));
    shop.tick();
    ports.clock.advance(DAY);
    post({ ...Object.fromEntries(new URLSearchParams(shop.link("back"))), w: "on" });
    shop.tick();
    expect(shop.contact(BEA)?.consent_confirmed_at).toBeNull();
  });
});

describe("the records of a confirmation", () => {
  it("tell all of it: the audit is silent, and deleted rows come back as they stood", () => {
    const shop = new AskingShop(["2 d", "7 d"]);
    const silent = () => audited(shop.ports, shop.ports.properties.all()).differences;
    shop.asks();
    shop.pass(HOUR, MINUTE);
    expect(silent()).toEqual([]);
    shop.yes();
    shop.pass(3 * DAY, 4 * HOUR);
    expect(silent()).toEqual([]);
    const { id, stage, status } = shop.row(BEA);
    const at = shop.contact(BEA)?.consent_confirmed_at;
    shop.ports.store.remove("Queue", id);
    expect(restoreRows(shop.ports)).toContain("1 in Queue");
    expect(shop.row(BEA)).toMatchObject({ id, stage, status });
    expect(shop.contact(BEA)?.consent_confirmed_at).toBe(at);
    shop.pass(10 * DAY, 4 * HOUR);
    expect(shop.had()).toEqual([CONFIRM, "Tea 1", "Tea 2"]);
  });

  const calls: string[] = [];
  const asked = () => {
    const shop = new AskingShop();
    shop.asks();
    return shop;
  };
  const kill = (shop: AskingShop, at: number, when: Fault["when"]) => {
    try {
      runTick(faulty(shop.ports, { at, when, kill: true }, calls));
    } catch {
      // The run is over.
    }
  };
  kill(asked(), Number.POSITIVE_INFINITY, "before");
  const cuts = [...calls.keys()].filter((at) => /mailer|update|append|flush/.test(calls[at] ?? ""));

  it("hold where a run is cut at any write: one mail asks, and it asks once", () => {
    expect(cuts.length).toBeGreaterThan(5);
    for (const at of cuts) {
      for (const when of ["before", "after"] as const) {
        const shop = asked();
        kill(shop, at, when);
        shop.pass(40 * MINUTE, 5 * MINUTE);
        expect(shop.had()).toEqual([CONFIRM]);
      }
    }
  });
});

function answer(shop: AskingShop, parameters: Readonly<Record<string, string>>): string {
  const given = shop.post(parameters);
  return given.kind === "page" ? given.html : "";
}
