import { describe, expect, it } from "vitest";
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import type { MailClass } from "../../src/model/flow";
import type { Settings } from "../../src/model/settings";
import { vetoOf } from "../../src/stop-loss/may-send";
import { sendingStop } from "../../src/stop-loss/sending-stop";
import { contact, enrolled, GEO, NOW } from "../state/bench";

const SETTINGS: Settings = {
  language: "en",
  mode: "LIVE",
  sending: true,
  senderName: "Ling",
  replyTo: "ling@shop.test",
  postalAddress: "1 Lane, Town",
  webAppUrl: "https://script.google.com/macros/s/X/exec",
  geoDownloadUrl: "https://files.test/geo.pdf",
  armedFile: "file",
  schemaVersion: 1,
  faults: [],
};
interface Given {
  readonly contact?: Partial<ContactRow>;
  readonly row?: Partial<QueueRow>;
  readonly settings?: Partial<Settings>;
  readonly flow?: Partial<typeof GEO>;
}
function veto(kind: MailClass, given: Given = {}, again = "") {
  const [service, marketing] = GEO.steps;
  const step = kind === "service" ? service : marketing;
  if (step === undefined) throw new Error("GEO has two steps");
  return vetoOf({
    contact: contact(given.contact),
    enrollment: enrolled(given.row, { again }),
    flow: { ...GEO, ...given.flow },
    step,
    settings: { ...SETTINGS, ...given.settings },
  });
}

describe("a mail may go", () => {
  it("when nothing speaks against it", () => {
    expect(veto("service")).toBeNull();
    expect(veto("marketing")).toBeNull();
  });

  it.each<readonly [string, Given, string, "both" | "marketing"]>([
    ["the contact has paid (R97)", { contact: { paid: "YES" } }, "paidBefore", "both"],
    ["the row has paid (R97)", { row: { paid: "YES" } }, "paidBefore", "both"],
    ["unsubscribed (R41)", { contact: { suppressed: "unsubscribed" } }, "suppressedBefore", "both"],
    ["bounced", { contact: { suppressed: "bounced" } }, "suppressedBefore", "both"],
    ["complained", { contact: { suppressed: "complained" } }, "suppressedBefore", "both"],
    ["stopped by hand", { contact: { suppressed: "by hand" } }, "suppressedBefore", "both"],
    ["held", { row: { status: "PAUSED" } }, "handHeld", "both"],
    ["to be looked at", { row: { status: "REVIEW" } }, "handHeld", "both"],
    ["the flow is off", { flow: { on: false } }, "flowOff", "both"],
    [
      "the flow has a wrong row",
      { flow: { fault: { en: "Steps row 2 …", zh: "" } } },
      "flowFault",
      "both",
    ],
    ["no consent (R168)", { contact: { consent: "NO" } }, "noConsent", "marketing"],
    ["consent unknown (R168)", { contact: { consent: "" } }, "noConsent", "marketing"],
    ["no /exec address", { settings: { webAppUrl: "" } }, "settingMissing", "marketing"],
    ["no sender", { settings: { senderName: "" } }, "settingMissing", "marketing"],
    ["no postal address", { settings: { postalAddress: "" } }, "settingMissing", "marketing"],
  ])("but not: %s", (_, given, code, stops) => {
    expect(veto("marketing", given)?.code).toBe(code);
    expect(veto("service", given)?.code ?? null).toBe(stops === "both" ? code : null);
  });

  it.each([
    ["webAppUrl", "web_app_url"],
    ["senderName", "sender_name"],
    ["postalAddress", "postal_address"],
  ])("names the missing setting: %s is %s", (setting, key) => {
    const why = veto("marketing", { settings: { [setting]: "" } });
    expect(why?.values).toMatchObject({ what: key, step: "geo_2" });
  });

  it("says payment first, whatever else is wrong (R94)", () => {
    const given: Given = {
      contact: { paid: "YES", suppressed: "bounced", consent: "NO" },
      flow: { on: false, fault: { en: "x", zh: "x" } },
    };
    expect(veto("marketing", given)?.code).toBe("paidBefore");
  });

  it("only to somebody who is there", () => {
    const [step] = GEO.steps;
    if (step === undefined) throw new Error("GEO has two steps");
    const facts = { enrollment: enrolled(), flow: GEO, step, settings: SETTINGS };
    expect(vetoOf({ ...facts, contact: null })?.code).toBe("rowGone");
    expect(vetoOf({ ...facts, contact: contact(), flow: undefined })?.code).toBe("flowUnknown");
  });

  it("once more after the row was done, but not after a stop", () => {
    const done: Given = { row: { status: "DONE", next_at: null, last_at: NOW } };
    expect(veto("service", done, "e_again")).toBeNull();
    expect(veto("service", done)).not.toBeNull();
    expect(veto("service", { ...done, contact: { paid: "YES" } }, "e_again")).not.toBeNull();
  });
});

describe("sending as a whole", () => {
  it.each<readonly [string, Partial<Settings>, string | null]>([
    ["is open in an armed file", {}, null],
    ["is open in a sheet set up by an older one", { schemaVersion: 0 }, null],
    ["stops at the master switch", { sending: false }, "sendingOff"],
    ["stops in a copied file", { armedFile: "another" }, "copiedFile"],
    ["stops in a file never armed", { armedFile: "" }, "copiedFile"],
    ["stops in a newer sheet, first of all", { schemaVersion: 2, sending: false }, "newerSchema"],
  ])("%s (design 5)", (_, given, code) => {
    expect(sendingStop({ ...SETTINGS, ...given }, "file", 1)?.code ?? null).toBe(code);
  });
});
