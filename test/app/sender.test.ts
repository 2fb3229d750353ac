// The window "Sender": what is typed there stands in Settings, and the next mail goes so.
import { beforeEach, describe, expect, it } from "vitest";
import { openSender } from "../../src/app/dialogs/sender";
import { MemoryOffice, MINUTE, OWNER } from "./memory-office";
import { newestWindow, type OpenWindow } from "./open-window";

let office: MemoryOffice;
beforeEach(() => {
  office = new MemoryOffice();
  office.ports.mailer.own = ["team@shop.test"];
});

function opened(): OpenWindow {
  openSender(office.ports);
  return newestWindow(office.ports);
}
const setting = (key: string) => office.ports.store.row("Settings", key)?.value;

it("shows what stands in Settings, and the account's aliases", () => {
  const window = opened();
  expect(window.field("sender_name")).toBe("Ling");
  expect(window.text()).toContain("team@shop.test");
});

it("saves every field, and the next mail goes from the alias, signed", () => {
  const window = opened();
  window.type({ sender_name: "Mara", sender_alias: "team@shop.test", brand: "Lin & Co" });
  window.type({ signature_en: "Founder\r\nLin & Co", reply_to: "" });
  window.press("save");
  expect(window.said).toContain("Saved");
  expect(setting("signature_en")).toBe("Founder\nLin & Co");
  office.geo();
  office.pass(2 * MINUTE);
  const mail = office.ports.mailer.sent[0]?.mail;
  expect(mail).toMatchObject({
    from: "team@shop.test",
    replyTo: "team@shop.test",
    fromName: "Mara",
  });
  expect(mail?.text).toMatch(/Mara\nFounder\nLin & Co\n\n-- \n/);
  expect(mail?.text).toContain("Lin & Co · 1 Lane, Town");
});

it("an alias that the account has lost holds no mail back: it goes from the account's own address", () => {
  office.set("sender_alias", "team@shop.test");
  office.ports.mailer.own = [];
  office.geo();
  office.pass(2 * MINUTE);
  expect(office.ports.mailer.sent[0]?.mail.from).toBe("");
  expect(opened().text()).toContain("not this account's any more");
});

it("does not write over what somebody typed meanwhile, and names it", () => {
  const window = opened();
  office.set("postal_address", "2 New Street");
  window.type({ postal_address: "3 Old Street", brand: "Lin" });
  window.press("save");
  expect(setting("postal_address")).toBe("2 New Street");
  expect(setting("brand")).toBe("Lin");
  expect(window.said).toContain("postal_address");
});

it("refuses an answer address that is none, and saves nothing", () => {
  const window = opened();
  window.type({ reply_to: "me at home", sender_name: "X" });
  window.press("save");
  expect(window.said).toContain("no email address");
  expect(setting("sender_name")).toBe("Ling");
});

describe("closing it or being somebody else", () => {
  it("changes nothing", () => {
    const before = office.ports.store.rows("Settings");
    const window = opened();
    office.ports.person.user = "editor@shop.test";
    window.type({ sender_name: "Mallory" });
    window.press("save");
    office.ports.person.user = OWNER;
    expect(office.ports.store.rows("Settings")).toEqual(before);
  });
});
