// Region rows: off until Settings names them; then a mark, an address, an age, for that region's readers alone (R174).
import { beforeEach, describe, expect, it } from "vitest";
import { setUp } from "../../src/app/set-up";
import { FounderOffice } from "./founder-office";
import { HOUR, MINUTE } from "./memory-office";

const WEI = "wei@example.org";
const EVA = "eva@example.org";
const CN = "cn@example.cn";
let office: FounderOffice;
beforeEach(() => {
  office = new FounderOffice("geo");
  office.geo(WEI, { timezone: "Asia/Shanghai" });
  office.geo(EVA, { timezone: "Europe/Madrid" });
  office.geo(CN);
  office.tick();
});
const mails = (email: string) =>
  office.ports.mailer.sent.filter(({ mail }) => mail.to === email).map(({ mail }) => mail);
const pass = () => office.pass(49 * HOUR, 10 * MINUTE);

describe("a region that nobody has chosen", () => {
  it("is there to read, and changes no mail", () => {
    expect(office.ports.store.rows("Regions").map(({ region }) => region)).toContain("CN");
    pass();
    for (const email of [WEI, EVA, CN]) {
      expect(mails(email)).toHaveLength(2);
      expect(mails(email)[1]?.subject).not.toContain("广告");
    }
  });
});

describe("a chosen region", () => {
  it("marks marketing mails to its readers, told by their zone or address, and nothing asked for", () => {
    office.set("regions", "CN, KR");
    office.geo("new@example.cn");
    pass();
    expect(mails(WEI)[1]?.subject).toMatch(/^【广告】 \S/);
    expect(mails(CN)[1]?.subject).toMatch(/^【广告】 \S/);
    expect(mails("new@example.cn")[0]?.subject).not.toContain("广告");
    expect(mails(EVA)[1]?.subject).not.toContain("广告");
  });

  it("may be written in small letters; one that no row is called is named beside the setting", () => {
    office.set("regions", "cn, Mars");
    pass();
    expect(mails(WEI)[1]?.subject).toMatch(/^【广告】/);
    const check = () => {
      setUp(office.ports);
      return office.ports.store.row("Settings", "regions")?.check;
    };
    expect(check()).toContain('is "Mars"; allowed: empty, or names of rows in Regions');
    office.set("regions", "CN");
    expect(check()).toBe("");
  });

  it("shows them an address of its own", () => {
    office.ports.store.edit("Regions", "EU", "postal_address", "2 Calle, Madrid");
    office.set("regions", "EU");
    pass();
    expect(mails(EVA)[1]?.text).toContain("2 Calle, Madrid");
    expect(mails(WEI)[1]?.text).toContain("1 Lane, Town");
  });

  it("that wants consent confirmed waits for it, by name, and with nothing asked for", () => {
    const dee = "dee@example.org";
    office.geo(dee, { timezone: "Europe/Berlin" });
    office.set("regions", "DE");
    pass();
    expect(mails(dee)).toHaveLength(1);
    expect(mails(EVA)).toHaveLength(2);
    expect(office.row(dee).why).toContain("waits for confirmation");
    office.ports.store.edit("Contacts", office.contact(dee)?.id ?? "", "tags", "friend, Confirmed");
    pass();
    expect(mails(dee)).toHaveLength(2);
  });

  it("stops marketing to whom their tags call too young, by name", () => {
    const id = office.contact(EVA)?.id ?? "";
    office.ports.store.edit("Contacts", id, "tags", "friend，Age：15");
    office.set("regions", "EU");
    pass();
    expect(mails(EVA)).toHaveLength(1);
    expect(office.row(EVA).why).toContain("too young to agree alone in EU");
    office.ports.store.edit("Contacts", id, "tags", "friend, age:16");
    pass();
    expect(mails(EVA)).toHaveLength(2);
  });
});
