// Consent that counts once it is confirmed: by a button in the mail that was asked for, or in a mail of its own (R160).
import { describe, expect, it } from "vitest";
import { setUp } from "../../src/app/set-up";
import { CONFIRM_TEXTS } from "../../src/words/consent";
import { AskingShop, BEA } from "./asking-shop";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { words } from "./offer-visit";
import { Reader } from "./way-back-reader";

const CONFIRM = "Please confirm: Notes on tea";

describe("a form that is answered with nothing that was asked for", () => {
  it("is answered with one mail that asks, at any hour, and nothing else comes", () => {
    const shop = new AskingShop();
    shop.set("quiet_hours", "00:00-23:59");
    expect(words(htmlOfAnswer(shop))).toContain("asks you to confirm");
    shop.tick();
    expect(shop.had()).toEqual([CONFIRM]);
    shop.pass(20 * DAY, 6 * HOUR);
    expect(shop.had()).toEqual([CONFIRM]);
    expect(shop.row(BEA).why).toContain("waits for confirmation");
  });

  it("says in it what was asked and by whom, and nothing that a stranger has typed", () => {
    const shop = new AskingShop();
    shop.asks(BEA, { name: "Win a prize at https://bad.test", source: "bad.test" });
    shop.tick();
    const [mail] = shop.mails();
    expect(mail?.text).toContain("asked for “Notes on tea”");
    expect(mail?.text).toContain("because somebody left this address with Ling");
    expect(`${mail?.subject} ${mail?.text} ${mail?.html}`).not.toMatch(/prize|bad\.test/);
    expect(shop.ports.store.rows("Sends").at(-1)).toMatchObject({ class: "service" });
  });

  it("asks in the reader's language", () => {
    const shop = new AskingShop();
    shop.asks(BEA, { locale: "zh-CN" });
    shop.tick();
    expect(shop.had()).toEqual(["请确认：茶事短札"]);
    expect(shop.look(shop.link("confirm"))).toContain(CONFIRM_TEXTS[1].zh);
  });

  it("goes on from where it stood once the reader has pressed", () => {
    const shop = new AskingShop(["2 d", "7 d"]);
    shop.asks();
    shop.pass(HOUR, MINUTE);
    expect(shop.row(BEA).why).toContain("waits for confirmation");
    expect(words(shop.yes())).toContain("Confirmed");
    shop.tick();
    expect(shop.contact(BEA)?.consent_confirmed_at).toBe(shop.ports.clock.now());
    expect(shop.row(BEA).why).not.toContain("confirm");
    shop.pass(10 * DAY, 2 * HOUR);
    expect(shop.had()).toEqual([CONFIRM, "Tea 1", "Tea 2"]);
  });

  it("does not send all at once to many who confirm late", () => {
    const shop = new AskingShop();
    const many = Array.from({ length: 4 }, (_, at) => `r${at}@example.org`);
    for (const one of many) shop.asks(one);
    shop.pass(3 * DAY, 6 * HOUR);
    for (const one of many) shop.yes("confirm", one);
    shop.pass(20 * MINUTE, MINUTE);
    const soon = many.filter((one) => shop.had(one).length > 1).length;
    expect(soon).toBeLessThan(many.length);
    shop.pass(2 * HOUR, 5 * MINUTE);
    for (const one of many) expect(shop.had(one)).toEqual([CONFIRM, "Tea 1"]);
  });

  it("asks once a day, however many forms are filled in, and again on another day", () => {
    const shop = new AskingShop();
    shop.addLetter("coffee_notes", ["0"]);
    setUp(shop.ports);
    shop.asks();
    shop.tick();
    shop.ports.clock.advance(2 * HOUR);
    shop.asks(BEA, { name: "Bea" });
    shop.asks(BEA, { form: "coffee_notes" });
    shop.pass(3 * HOUR, 10 * MINUTE);
    expect(shop.had()).toEqual([CONFIRM]);
    shop.pass(DAY, HOUR);
    shop.asks(BEA, { name: "Bea again" });
    shop.pass(2 * DAY, HOUR);
    expect(shop.had()).toEqual([CONFIRM, CONFIRM]);
  });

  it("asks one person once, also where two letters are asked for in the same minute", () => {
    const shop = new AskingShop();
    shop.addLetter("coffee_notes", ["0"]);
    setUp(shop.ports);
    shop.asks();
    shop.asks(BEA, { form: "coffee_notes" });
    shop.pass(HOUR, MINUTE);
    expect(shop.had()).toEqual([CONFIRM]);
    shop.yes();
    shop.pass(HOUR, MINUTE);
    expect([...shop.had()].sort()).toEqual([CONFIRM, "Tea 1", "Tea 1"]);
  });

  it("asks nobody who did not tick, or who has confirmed, or whom the owner calls confirmed", () => {
    const shop = new AskingShop(["0", "7 d"], "geo");
    shop.asks(BEA, { consent: "" });
    shop.geo("cid@example.org");
    shop.tick();
    const cid = shop.contact("cid@example.org")?.id ?? "";
    shop.ports.store.edit("Contacts", cid, "tags", "Confirmed");
    shop.asks("cid@example.org");
    shop.pass(HOUR, MINUTE);
    expect(shop.had()).toEqual([]);
    expect(shop.row(BEA).why).toContain("consent");
    expect(shop.had("cid@example.org").slice(1)).toEqual(["Tea 1"]);
  });

  it("does not ask where the owner says NO, nor who was there before this version", () => {
    const shop = new AskingShop();
    shop.type("Flows", "tea_notes", "confirm", "NO");
    shop.asks();
    shop.tick();
    expect(shop.had()).toEqual(["Tea 1"]);
    const old = new AskingShop();
    old.ports.store.edit("Settings", "schema_version", "value", "4");
    old.ports.store.remove("Templates", "confirm.en");
    old.ports.store.remove("Templates", "confirm.zh");
    setUp(old.ports);
    expect(old.ports.store.row("Flows", "tea_notes")?.confirm).toBe("NO");
    expect(old.ports.store.row("Flows", "geo")?.confirm).toBe("");
    expect(old.ports.store.row("Templates", "confirm.zh")).toBeDefined();
  });

  it("asks nobody who has left or paid", () => {
    const shop = new AskingShop();
    shop.pay(BEA);
    shop.tick();
    shop.asks();
    shop.pass(HOUR, MINUTE);
    expect(shop.had().filter((subject) => subject === CONFIRM)).toEqual([]);
  });
});

describe("a form that is answered with what was asked for", () => {
  it("changes in nothing as shipped", () => {
    const reader = new Reader();
    expect(reader.office.ports.mailer.sent[0]?.mail.text).not.toMatch(/confirm/i);
    reader.office.pass(3 * DAY, HOUR);
    expect(reader.sentAfter()).toBe(1);
  });

  it("carries the button in that mail where its flow says so, and marketing waits for it", () => {
    const shop = new AskingShop(["0"], "geo");
    shop.type("Flows", "geo", "confirm", "YES");
    shop.geo(BEA);
    shop.pass(4 * DAY, 2 * HOUR);
    expect(shop.mails()).toHaveLength(1);
    expect(shop.mails()[0]?.text).toContain("Yes, send them");
    expect(shop.row(BEA).why).toContain("waits for confirmation");
    shop.yes();
    shop.pass(DAY, HOUR);
    expect(shop.mails()).toHaveLength(2);
  });

  it("carries it to readers of a region that wants it, and to nobody else", () => {
    const shop = new AskingShop(["0"], "geo");
    shop.set("regions", "DE");
    shop.geo("dee@example.org", { timezone: "Europe/Berlin" });
    shop.geo("eva@example.org", { timezone: "Europe/Madrid" });
    shop.geo("nem@example.org", { timezone: "Europe/Berlin", consent: "" });
    shop.pass(4 * DAY, 2 * HOUR);
    expect(shop.mails("dee@example.org")).toHaveLength(1);
    expect(shop.link("confirm", "dee@example.org")).not.toBe("");
    expect(shop.link("confirm", "eva@example.org")).toBe("");
    expect(shop.link("confirm", "nem@example.org")).toBe("");
    shop.yes("confirm", "dee@example.org");
    shop.pass(DAY, HOUR);
    expect(shop.mails("dee@example.org")).toHaveLength(2);
    expect(shop.mails("eva@example.org")).toHaveLength(2);
  });

  it("of a letter goes the same way in such a region, though its flow says NO", () => {
    const shop = new AskingShop();
    shop.type("Flows", "tea_notes", "confirm", "NO");
    shop.set("regions", "DE");
    shop.asks(BEA, { timezone: "Europe/Berlin" });
    shop.asks("eva@example.org", { timezone: "Europe/Madrid" });
    shop.pass(HOUR, MINUTE);
    expect(shop.had()).toEqual([CONFIRM]);
    expect(shop.had("eva@example.org")).toEqual(["Tea 1"]);
  });
});

function htmlOfAnswer(shop: AskingShop): string {
  const given = shop.asks();
  return given.kind === "page" ? given.html : "";
}
