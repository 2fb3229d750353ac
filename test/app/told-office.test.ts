// What the sheet tells its owner in the office: the words of `why` that only a run can bring about, in both languages.
import { describe, expect, it } from "vitest";
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
