// What the sheet tells its owner in the office: the words of `why` that only a run can bring about, in both languages.
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { runNow } from "../../src/app/menu-commands";
import { reason, say } from "../../src/model/reason";
import { shortWords } from "../../src/model/reasons-short";
import { stripeWait } from "../../src/model/stripe-wait";
import { MENU } from "../../src/words/menu";
import { ADA, FounderOffice } from "./founder-office";
import { HOUR } from "./memory-office";

describe("a purchase by somebody who has left", () => {
  it.each([
    ["en", "hand it over yourself"],
    ["zh", "请自行交付"],
  ])("is handed over by a person, and the row says so (%s)", (language, words) => {
    const office = new FounderOffice("geo", "lite");
    office.set("language", language);
    office.geo(ADA);
    office.tick();
    const { id = "" } = office.contact(ADA) ?? {};
    office.ports.store.edit("Contacts", id, "suppressed", "unsubscribed");
    office.pass(HOUR, HOUR / 2);
    office.buys(ADA, "plink_lite");
    office.pass(HOUR, HOUR / 2);
    expect(office.one("lite")).toMatchObject({ status: "PAID", paid: "YES" });
    expect(office.one("lite").why).toContain(words);
    expect(office.steps()).toEqual(["geo_1"]);
  });
});

describe("why somebody gets no mail", () => {
  it.each([
    ["unsubscribed", "此前已退订；"],
    ["by hand", "此前已手动停发；"],
  ])("%s, is said in the sheet's language", (suppressed, words) => {
    const office = new FounderOffice("geo");
    office.set("language", "zh");
    office.geo(ADA);
    office.tick();
    const { id = "" } = office.contact(ADA) ?? {};
    office.ports.store.edit("Contacts", id, "suppressed", suppressed);
    office.ports.properties.set("stop_mark", `typed ${suppressed}`);
    office.tick();
    expect(office.row().why).toContain(words);
  });
});

describe("words of the sheet's language", () => {
  it("name Stripe's silence and what came back", () => {
    expect(say(stripeWait("no restricted key is stored"), "zh")).toBe(
      "等待 Stripe：尚未保存受限密钥",
    );
    expect(say(stripeWait("Stripe answered 503"), "zh")).toBe("等待 Stripe：Stripe 返回 503");
    const office = new FounderOffice("geo");
    office.set("language", "zh");
    office.geo(ADA);
    office.tick();
    office.ports.properties.set("stripe_key", "");
    office.pay(ADA);
    office.pass(49 * HOUR, HOUR / 2);
    expect(office.row().why).not.toMatch(/restricted|stored/);
  });

  it("count one as they count many", () => {
    const told = (code: "reversalKept" | "paymentApplied") =>
      say(reason(code, { count: "1" }), "en");
    expect(told("reversalKept")).not.toMatch(/1 rows/);
    expect(told("paymentApplied")).not.toMatch(/1 open rows/);
  });

  it("name items that the menu has", () => {
    for (const language of ["en", "zh"] as const) {
      const told = say(reason("historyUnread"), language);
      const items = MENU.flatMap((group) => group.items.map(({ words }) => words[language]));
      const inBrackets = /[(（].*▸ (.*)[)）]/.exec(told)?.[1] ?? "";
      for (const named of inBrackets.split(/, or |，或 ?/)) expect(items).toContain(named);
    }
  });
});

describe("Run batch now", () => {
  it.each([
    ["en", "Not sent: 1 × no consent"],
    ["zh", "未发送：1 × 未同意后续邮件"],
  ] as const)("says in words what it held back (%s)", (language, words) => {
    const office = new FounderOffice("geo");
    office.set("language", language);
    office.geo(ADA, { consent: "" });
    office.tick();
    office.ports.clock.advance(49 * HOUR);
    runNow(office.ports);
    expect(office.ports.person.told.at(-1)?.text).toContain(words);
  });

  it("has words for every reason that holds a mail back", () => {
    const sources = ["plan", "send-due", "write-mail"].map((name) => `src/app/sending/${name}.ts`);
    const stops = readdirSync("src/stop-loss").map((name) => `src/stop-loss/${name}`);
    const codes = [...sources, ...stops].flatMap((path) =>
      [...readFileSync(path, "utf8").matchAll(/reason\("(\w+)"/g)].map(([, code = ""]) => code),
    );
    expect(codes.length).toBeGreaterThan(20);
    for (const code of codes) expect(shortWords(code, "en"), code).not.toBe(code);
  });
});
