// "This is …" mistyped, meant for nobody, or overtaken by Stripe: the right people stop, the others go on (design 4.3).
import { beforeEach, describe, expect, it } from "vitest";
import { RESOLVE_DIALOG, resolveUnmatched } from "../../src/app/dialogs/resolve";
import { receiveEdit } from "../../src/app/edit-door";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const BOB = "bob@shop.test";
const KEY = "pi_evt_x";
let office: FounderOffice;
const unmatched = (key = KEY) => office.ports.store.row("Unmatched", key);
const status = (email = ADA) => office.one("lite", email).status;
const resolutions = () => office.events("unmatched.resolved").map(({ outcome }) => outcome);

/** A payment that names no address. */
function paysUnnamed(name: string, id = "evt_x", more: Readonly<Record<string, unknown>> = {}) {
  office.pay("", id, { customer_details: { email: null, name }, ...more });
  office.pass(2 * MINUTE);
}
function typed(this_is: string, key = KEY): void {
  office.ports.store.edit("Unmatched", key, "this_is", this_is);
  receiveEdit(office.ports, office.ports.store.area("Unmatched"));
}

beforeEach(() => {
  office = new FounderOffice("lite", "geo");
  office.lite();
  office.tick();
});

describe("This is …, mistyped", () => {
  beforeEach(() => {
    office.geo(BOB, { name: "Bob" });
    paysUnnamed("Somebody", "evt_x", { customer: "cus_x" });
    typed(BOB);
    expect(office.row(BOB).status).toBe("PAID");
  });

  it("is put right by another name: that person is marked, and the first is asked about", () => {
    typed(ADA);
    expect(status()).toBe("PAID");
    expect(office.contact(ADA)?.payments).toContain(KEY);
    expect(resolutions()).toEqual(["APPLIED", "APPLIED"]);
    expect(unmatched()?.what_to_do).toContain(`settled as "${ADA}"`);
    expect(unmatched()?.what_to_do).toContain(`${BOB} was named before`);
    expect(office.ports.store.note("Queue", office.row(BOB).id, "status")).toContain(KEY);
  });

  it("named, freed and named once more is marked again, and asks nobody about themselves", () => {
    typed(ADA);
    const { id = "" } = office.contact(BOB) ?? {};
    office.ports.store.edit("Contacts", id, "paid", "NO");
    for (const column of ["paid_at", "paid_for", "payments", "stripe_ids"] as const) {
      office.ports.store.edit("Contacts", id, column, "");
    }
    typed(BOB);
    office.pass(2 * MINUTE);
    expect(office.contact(BOB)?.payments).toContain(KEY);
    typed(ADA);
    expect(unmatched()?.what_to_do).toContain(`${BOB} was named before`);
    expect(unmatched()?.what_to_do).not.toContain("#");
  });

  it("is put right by the timer, too, where no trigger told of it", () => {
    office.ports.store.edit("Unmatched", KEY, "this_is", ADA);
    office.pass(12 * MINUTE);
    expect(status()).toBe("PAID");
  });

  it("frees whoever was named by mistake by what it says", () => {
    typed(ADA);
    const { id = "" } = office.contact(BOB) ?? {};
    office.ports.store.edit("Contacts", id, "paid", "NO");
    for (const column of ["paid_at", "paid_for", "payments", "stripe_ids"] as const) {
      office.ports.store.edit("Contacts", id, column, "");
    }
    office.ports.store.remove("Queue", office.row(BOB).id);
    receiveEdit(office.ports, office.ports.store.area("Contacts"));
    office.pass(DAY, HOUR);
    office.geo(BOB, { name: "Bob" });
    office.tick();
    expect(office.contact(BOB)?.paid).toBe("NO");
    expect(office.row(BOB).status).toBe("ACTIVE");
    expect(status()).toBe("PAID");
  });

  it("and back again names the second as the mistake, and records nothing twice", () => {
    typed(ADA);
    typed(BOB);
    expect(resolutions()).toEqual(["APPLIED", "APPLIED"]);
    expect(unmatched()?.what_to_do).toContain(`settled as "${BOB}"`);
    expect(unmatched()?.what_to_do).toContain(`${ADA} was named before`);
  });

  it("with resolved_at emptied and the same name is settled once more, not recorded", () => {
    office.ports.store.edit("Unmatched", KEY, "resolved_at", null);
    receiveEdit(office.ports, office.ports.store.area("Unmatched"));
    expect(resolutions()).toEqual(["APPLIED"]);
    expect(unmatched()?.resolved_at).not.toBeNull();
  });

  it("once said, is not looked at again: an idle run stays idle", () => {
    typed(ADA);
    office.pass(HOUR);
    const { calls } = office.ports.store;
    const before = calls.filter((call) => call === "update Unmatched").length;
    office.pass(HOUR);
    expect(calls.filter((call) => call === "update Unmatched")).toHaveLength(before);
  });
});

describe("a payment that is nobody's", () => {
  it.each(["nobody", "Nobody ", "无人"])("is closed by %j, and its suspects go on", (word) => {
    paysUnnamed("Ada");
    expect(status()).toBe("PAUSED");
    typed(word);
    expect(status()).toBe("UNPAID");
    expect(unmatched()?.resolved_at).not.toBeNull();
    expect(unmatched()?.what_to_do).toContain("nobody is marked");
    expect(office.ports.store.rows("Contacts").map(({ paid }) => paid)).toEqual(["NO"]);
    expect(office.lastEvent()).toMatchObject({ who: "nobody", outcome: "APPLIED" });
  });

  it("holds nobody again when Stripe tells more of it", () => {
    paysUnnamed("Ada");
    typed("nobody");
    paysUnnamed("Ada", "evt_more", { payment_intent: KEY });
    expect(status()).toBe("UNPAID");
  });

  it("may be closed from the menu", () => {
    paysUnnamed("Ada");
    resolveUnmatched(office.ports);
    const shown = office.ports.person.shown.at(-1)?.html ?? "";
    expect(shown).toContain(`it was ${ADA}`);
    const { payment } = unmatched() ?? { payment: "" };
    RESOLVE_DIALOG.act(office.ports, { payment, who: "nobody" });
    expect(status()).toBe("UNPAID");
  });
});

describe("a suspect of two payments", () => {
  it("stays held for the second when the first was somebody else's", () => {
    paysUnnamed("Ada");
    paysUnnamed("Ada", "evt_y");
    expect(unmatched("pi_evt_y")?.suspects).toBe(ADA);
    typed(BOB);
    expect(status()).toBe("PAUSED");
    expect(office.one("lite").why).toContain("pi_evt_y");
    office.pass(4 * DAY, HOUR);
    expect(office.steps()).toEqual(["lite_receipt"]);
    typed(BOB, "pi_evt_y");
    expect(status()).toBe("UNPAID");
  });

  it("is free of both once a person has released the row", () => {
    paysUnnamed("Ada");
    paysUnnamed("Ada", "evt_y");
    office.type("Queue", office.one("lite").id, "do", "release");
    office.pass(2 * MINUTE);
    paysUnnamed("Ada", "evt_more", { payment_intent: "pi_evt_y" });
    expect(status()).toBe("UNPAID");
  });
});

describe("a payer who is told later", () => {
  const named = (email: string, name: string) =>
    office.pay(email, "evt_more", {
      payment_intent: KEY,
      customer_details: { email, name },
    });

  it.each([
    ["known here", true],
    ["new", false],
  ])("and is %s settles the row by itself and lets the suspects go on", (_, known) => {
    if (known) office.geo("zoe@shop.test", { name: "Zoe" });
    paysUnnamed("Ada");
    expect(status()).toBe("PAUSED");
    named("zoe@shop.test", "Zoe");
    office.pass(2 * MINUTE);
    expect(office.contact("zoe@shop.test")).toMatchObject({ paid: "YES" });
    expect(status()).toBe("UNPAID");
    expect(unmatched()?.resolved_at).not.toBeNull();
    expect(unmatched()?.what_to_do).toContain("zoe@shop.test was told later");
    const start = office.ports.store.rows("Start here").map(({ what_to_do }) => what_to_do);
    expect(start.join()).not.toContain("Unmatched");
  });

  it("but is new and has the suspect's name leaves the question open, until somebody answers", () => {
    paysUnnamed("Ada");
    named("ada.private@shop.test", "Ada");
    office.pass(2 * MINUTE);
    expect(status()).toBe("PAUSED");
    expect(unmatched()?.resolved_at).toBeNull();
    office.type("Queue", office.one("lite").id, "do", "release");
    office.pass(2 * MINUTE);
    expect(status()).toBe("UNPAID");
    expect(unmatched()?.resolved_at).not.toBeNull();
  });

  it("comes to the same in either order", () => {
    office.geo("zoe@shop.test", { name: "Zoe" });
    named("zoe@shop.test", "Zoe");
    paysUnnamed("Ada");
    expect(status()).toBe("UNPAID");
    expect(unmatched()).toBeUndefined();
  });
});
