import { describe, expect, it } from "vitest";
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import type { MailClass } from "../../src/model/flow";
import { mailSettings } from "../../src/model/mail-settings";
import { paceFrom } from "../../src/model/pace-settings";
import { paymentsCell } from "../../src/model/payment";
import type { Settings } from "../../src/model/settings";
import { DAY_MS } from "../../src/model/time";
import { type SendFacts, vetoOf } from "../../src/stop-loss/may-send";
import { sendingStop } from "../../src/stop-loss/sending-stop";
import { contact, enrolled, NOW, T0 } from "../state/bench";
import { FAILED, GEO, LITE, offers } from "../state/founder-flows";

const SETTINGS: Settings = {
  language: "en",
  mode: "LIVE",
  keep: {},
  disposable: "mark",
  sending: true,
  senderName: "Ling",
  senderAlias: "",
  signature: { en: "", zh: "" },
  brand: "",
  linkBase: "",
  responseTab: "",
  replyTo: "ling@shop.test",
  postalAddress: "1 Lane, Town",
  webAppUrl: "https://script.google.com/macros/s/X/exec",
  geoDownloadUrl: "https://files.test/geo.pdf",
  recoveryUrl: "",
  digest: "daily",
  otherPayments: "stop",
  mailReserve: 0,
  cleaning: false,
  personalMax: 9,
  firstMailsADay: 20,
  pace: paceFrom(() => ""),
  mail: mailSettings(() => ""),
  armedFile: "file",
  schemaVersion: 1,
  faults: [],
};
const FAULT = {
  tab: "Settings",
  row: 2,
  column: "value",
  seen: "x",
  allowed: "y",
  flow: "",
} as const;
interface Given {
  readonly contact?: Partial<ContactRow>;
  readonly row?: Partial<QueueRow>;
  readonly settings?: Partial<Settings>;
  readonly flow?: Partial<typeof GEO>;
  readonly more?: Partial<SendFacts>;
}
const NOTHING: Pick<SendFacts, "offers" | "historyRead" | "now"> = {
  offers: new Map(),
  historyRead: true,
  now: NOW,
};
function veto(kind: MailClass, given: Given = {}, again = "") {
  const [service, marketing] = GEO.steps;
  const step = kind === "service" ? service : marketing;
  if (step === undefined) throw new Error("GEO has two steps");
  const owed = again === "" ? [] : [{ step: "geo_1", event: again }];
  return vetoOf({
    ...NOTHING,
    contact: contact(given.contact),
    enrollment: enrolled(given.row, { owed }),
    flow: { ...GEO, ...given.flow },
    step,
    settings: { ...SETTINGS, ...given.settings },
    ...given.more,
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
    [
      "nobody knows who has paid (design 4.3)",
      { more: { historyRead: false } },
      "historyUnread",
      "marketing",
    ],
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
    const facts = { ...NOTHING, enrollment: enrolled(), flow: GEO, step, settings: SETTINGS };
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

describe("after a payment (design 4.2)", () => {
  const named = (name: string) => {
    const step = [...LITE.steps, ...FAILED.steps].find((one) => one.step === name);
    if (step === undefined) throw new Error(`no ${name}`);
    return step;
  };
  const codeAfter = (name: string, row: Partial<QueueRow>, known: Partial<ContactRow>) =>
    vetoOf({
      ...NOTHING,
      contact: contact(known),
      enrollment: enrolled({ flow: "lite", ...row }, { owed: [{ step: name, event: "" }] }),
      flow: LITE,
      step: named(name),
      settings: SETTINGS,
      offers: offers(),
    })?.code ?? null;
  const PAID: Partial<QueueRow> = { status: "PAID", paid: "YES" };
  const PAYER: Partial<ContactRow> = { paid: "YES", paid_at: NOW - DAY_MS };

  it.each([
    ["lite_delivery", null],
    ["lite_conclusion", null],
    ["lite_receipt", "paidBefore"],
    ["lite_1", "paidBefore"],
    ["lite_again", "paidBefore"],
  ])("of a row that is PAID %s: %s", (step, code) => {
    expect(codeAfter(step, PAID, PAYER)).toBe(code);
  });

  it.each(["lite_delivery", "lite_conclusion"])("%s goes to no row that is not PAID", (step) => {
    for (const status of ["UNPAID", "REVIEW", "STOPPED", "PAUSED", "DONE"] as const) {
      expect(codeAfter(step, { status }, PAYER)).toBe("rowIs");
    }
  });

  it.each(["lite_delivery", "lite_conclusion"])(
    "%s asks for no consent, and goes to nobody who has left",
    (step) => {
      expect(codeAfter(step, PAID, { ...PAYER, consent: "NO" })).toBeNull();
      for (const suppressed of ["unsubscribed", "bounced", "complained", "by hand"] as const) {
        expect(codeAfter(step, PAID, { ...PAYER, suppressed })).toBe("handOver");
      }
    },
  );

  it("no recovery goes for what has been paid, and one goes for what failed after it", () => {
    const recovery = (paidAt: number, key: string) =>
      vetoOf({
        ...NOTHING,
        contact: contact({
          paid: "YES",
          payments: paymentsCell([{ key, offer: "", at: paidAt }]),
        }),
        enrollment: enrolled({
          flow: "stripe_failed",
          status: "FAILED",
          payment: "pi_1",
          entered_at: NOW,
        }),
        flow: FAILED,
        step: named("stripe_failed_1"),
        settings: SETTINGS,
        offers: offers(),
      })?.code ?? null;
    expect(recovery(NOW - DAY_MS, "pi_0")).toBeNull();
    expect(recovery(NOW + DAY_MS, "pi_0")).toBe("paidBefore");
    expect(recovery(NOW - DAY_MS, "pi_1")).toBe("paidBefore");
  });
});

describe("a flow that the purchase allows again, after a rest (R92, R102)", () => {
  const known = offers({ allows: new Map([["geo", 30 * DAY_MS]]) });
  const buyer: Partial<ContactRow> = {
    paid: "YES",
    payments: paymentsCell([{ key: "pi_1", offer: "lite", at: T0 }]),
  };
  const at = (days: number, kind: MailClass, known_ = known) =>
    veto(kind, {
      contact: buyer,
      row: { entered_at: T0 + DAY_MS },
      more: { offers: known_, now: T0 + days * DAY_MS },
    });

  it.each([
    [1, "restsAfterPurchase"],
    [29.999, "restsAfterPurchase"],
    [30, null],
    [400, null],
  ])("%d days after it, marketing: %s", (days, code) => {
    expect(at(days, "marketing")?.code ?? null).toBe(code);
  });

  it("names the day from which it may go", () => {
    expect(at(2, "marketing")?.values).toMatchObject({ step: "geo_2", until: "2026-04-01" });
  });

  it("lets the mail that was asked for go at once", () => {
    expect(at(2, "service")).toBeNull();
  });

  it("is none that Offers does not name: the payment stops it", () => {
    expect(at(400, "service", offers())?.code).toBe("paidBefore");
    expect(at(400, "marketing", offers())?.code).toBe("paidBefore");
  });
});

describe("sending as a whole", () => {
  it.each<readonly [string, Partial<Settings>, string | null]>([
    ["is open in an armed file", {}, null],
    ["is open in a sheet set up by an older one", { schemaVersion: 0 }, null],
    ["stops at the master switch", { sending: false }, "sendingOff"],
    ["stops in a copied file", { armedFile: "another" }, "copiedFile"],
    ["stops in a file never armed", { armedFile: "" }, "copiedFile"],
    ["stops while the mode cannot be read", { faults: [{ ...FAULT, id: "mode" }] }, "flowFault"],
    ["is open beside a fault of another setting", { faults: [{ ...FAULT, id: "reply_to" }] }, null],
    ["stops in a newer sheet, first of all", { schemaVersion: 2, sending: false }, "newerSchema"],
  ])("%s (design 5)", (_, given, code) => {
    expect(sendingStop({ ...SETTINGS, ...given }, "file", 1)?.code ?? null).toBe(code);
  });
});
