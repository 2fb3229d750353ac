// What an address tells of its mailbox: a mark, and a refusal only where the owner has chosen it (R157).
import { describe, expect, it } from "vitest";
import { addressMarks } from "../../src/model/address-marks";
import { withItems } from "../../src/model/list-cell";
import { DAY, HOUR, MemoryOffice, MINUTE } from "./memory-office";
import { htmlOf } from "./offer-visit";

describe("an address", () => {
  it.each([
    ["ada@example.org", []],
    ["ada@mailinator.com", ["disposable"]],
    ["ada@x.sub.mailinator.com", ["disposable"]],
    ["ada@notmailinator.com", []],
    ["ada@guerrillamail.info", ["disposable"]],
    ["info@example.org", ["role"]],
    ["sales+fair@example.org", ["role"]],
    ["infora@example.org", []],
    ["support@yopmail.com", ["disposable", "role"]],
    ["ada@gmail.com", []],
    ["1234@qq.com", []],
  ])("%s is marked %j", (address, marks) => {
    expect(addressMarks(address)).toEqual(marks);
  });

  it("adds its marks to tags once", () => {
    expect(withItems("vip,role", ["role", "disposable"])).toBe("vip, role, disposable");
    expect(withItems("", [])).toBe("");
  });
});

describe("whoever asks from such an address", () => {
  it("gets what they asked for, and a mark that the owner may take off for good", () => {
    const office = new MemoryOffice();
    office.geo("info@mailinator.com");
    office.pass(MINUTE);
    expect(office.subjects()).toHaveLength(1);
    const contact = office.contact("info@mailinator.com");
    expect(contact?.tags).toBe("disposable, role");
    office.ports.store.edit("Contacts", contact?.id ?? "", "tags", "vip");
    office.pass(DAY, HOUR);
    office.geo("info@mailinator.com");
    office.pass(MINUTE);
    expect(office.contact("info@mailinator.com")?.tags).toBe("vip");
  });

  it("is marked as a payer, too", () => {
    const office = new MemoryOffice();
    office.pay("ada@mailinator.com");
    office.pass(MINUTE);
    expect(office.contact("ada@mailinator.com")?.tags).toBe("disposable");
  });

  it("is refused where the owner wants it so: kept, told, never mailed", () => {
    const office = new MemoryOffice();
    office.set("disposable", "refuse");
    office.pass(MINUTE);
    expect(htmlOf(office.geo("ada@mailinator.com"))).toContain("one that you keep");
    office.geo("info@example.org");
    office.pass(MINUTE);
    expect(office.ports.mailer.sent.map(({ mail }) => mail.to)).toEqual(["info@example.org"]);
    expect(office.contact("ada@mailinator.com")).toBeUndefined();
    const refused = office.ports.store.rows("Events").find(({ who }) => who.includes("mailinator"));
    expect(refused).toMatchObject({ outcome: "REFUSED" });
    expect(refused?.reason).toContain("thrown away after use");
  });
});
