// Two rows of Contacts as one person, and two again: nobody who paid or left under one address is mailed under the other (R160, R182).
import { describe, expect, it } from "vitest";
import { restoreRows } from "../../src/app/deleted-rows/deleted-rows-restore";
import { openPerson } from "../../src/app/dialogs/person";
import { receiveEdit } from "../../src/app/edit-door";
import { readHistory } from "../../src/app/history/history";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR } from "./memory-office";
import { newestWindow } from "./open-window";
import { charge, past } from "./stripe-past";
import {
  ADA,
  BOB,
  contactOf,
  differences,
  mailsTo,
  pairOf,
  press,
  rowOf,
  SHOP,
  standing,
  stopLinkOf,
  twoAddresses,
  window,
} from "./two-addresses";

describe("the window", () => {
  it("names who shares a mailbox and what differs, and nobody else", () => {
    const office = twoAddresses();
    const shown = window(office).text();
    expect(shown).toContain(`${ADA} ← ${SHOP}`);
    expect(shown).toContain("Both have: the mailbox ada@example.org");
    expect(shown).not.toContain(BOB);
  });

  it("names who share an id that a form or a tool of the owner's has given, and joins nobody by it", () => {
    const office = new FounderOffice("geo", "free_check");
    const { properties } = office.ports;
    office.geo(BOB, { user_id: "u 7", device_id: "d".repeat(300) });
    office.post({ form: "free_audit", email: ADA, name: "Ada", consent: "yes" });
    office.tick();
    const result = { event: "free_check.result", email: ADA, result_url: "https://a.test/r" };
    office.post({ ...result, key: properties.values.get("hook_key") ?? "", user_id: "u 7" });
    office.tick();
    expect(contactOf(office, BOB)).toMatchObject({ user_id: "u 7", device_id: "d".repeat(100) });
    expect(contactOf(office, ADA).user_id).toBe("u 7");
    expect(window(office).text()).toContain("Both have: the user id u 7");
    expect([ADA, BOB].map((who) => contactOf(office, who).merged_into)).toEqual(["", ""]);
  });

  it("asks no more about those whom a person has called two", () => {
    const office = twoAddresses();
    expect(press(office, "apart")).toContain("Noted as two");
    expect(window(office).text()).toContain("No two rows");
  });

  it("joins nobody unticked", () => {
    const office = twoAddresses();
    const before = standing(office);
    expect(press(office, "join", "")).toContain("tick first");
    expect(standing(office)).toEqual(before);
  });
});

describe("joined", () => {
  it("they get each mail once: the further row goes on, the other says by which", () => {
    const office = twoAddresses();
    expect(press(office, "join")).toBe("Joined: 1.");
    expect(rowOf(office, ADA)).toMatchObject({ status: "STOPPED", stop_reason: "same person" });
    expect(rowOf(office, ADA).why).toContain("the same person goes on in this flow");
    // Of two that are equally far the one that had its mail later.
    expect(rowOf(office, SHOP)).toMatchObject({ status: "ACTIVE", email: ADA });
    office.pass(5 * DAY, 2 * HOUR);
    expect([mailsTo(office, ADA), mailsTo(office, SHOP)]).toEqual([2, 1]);
    expect(differences(office)).toEqual([]);
  });

  it("whoever has paid under one address gets nothing under the other, from that moment", () => {
    const office = twoAddresses();
    office.pay(SHOP);
    office.tick();
    press(office, "join", pairOf(office, SHOP, ADA));
    expect(rowOf(office, ADA)).toMatchObject({ status: "PAID", paid: "YES" });
    const sent = office.ports.mailer.sent.length;
    office.pass(5 * DAY, 2 * HOUR);
    expect(mailsTo(office, ADA)).toBe(1);
    expect(office.ports.mailer.sent.length - sent).toBe(1);
    expect(differences(office)).toEqual([]);
  });

  it.each([
    ["unsubscribed", "unsubscribed"],
    ["bounced", "bounced"],
  ] as const)("%s counts for both", (_name, how) => {
    const office = twoAddresses();
    office.ports.store.edit("Contacts", contactOf(office, SHOP).id, "suppressed", how);
    office.tick();
    press(office, "join");
    expect(contactOf(office, ADA).suppressed).toBe(how);
    expect(rowOf(office, ADA).status).toBe("STOPPED");
    office.pass(5 * DAY, 2 * HOUR);
    expect(mailsTo(office, ADA) + mailsTo(office, SHOP)).toBe(2);
  });

  it("a row that was held holds the one that goes on", () => {
    const office = twoAddresses();
    office.type("Queue", rowOf(office, ADA).id, "status", "PAUSED");
    office.tick();
    press(office, "join");
    expect(rowOf(office, SHOP).status).toBe("PAUSED");
    office.pass(5 * DAY, 2 * HOUR);
    expect(mailsTo(office, ADA)).toBe(1);
  });

  it("a form, a payment and a wish by the second address are the same person's", () => {
    const office = twoAddresses();
    press(office, "join");
    const people = office.ports.store.rows("Contacts").length;
    office.lite(SHOP);
    office.tick();
    expect(office.ports.store.rows("Contacts")).toHaveLength(people);
    expect(rowOf(office, ADA, "lite").email).toBe(ADA);
    office.pay(SHOP);
    office.tick();
    expect(contactOf(office, ADA).paid).toBe("YES");
    expect(rowOf(office, ADA).status).toBe("PAID");
    expect(differences(office)).toEqual([]);
  });

  it("a row deleted afterwards comes back as it stood, and erasing one erases both", () => {
    const office = twoAddresses();
    press(office, "join");
    office.pass(DAY, 2 * HOUR);
    const before = standing(office);
    for (const { id } of office.ports.store.rows("Queue")) office.ports.store.remove("Queue", id);
    expect(restoreRows(office.ports)).toBe("Restored: 3 in Queue.");
    const again = standing(office);
    const byId = <T extends { id: string }>(all: readonly T[]) =>
      [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(again.queue)).toEqual(byId(before.queue));
    openPerson(office.ports);
    const open = newestWindow(office.ports);
    open.type({ named: SHOP });
    open.press("show");
    open.type({ again: SHOP });
    open.press("erase");
    const left =
      JSON.stringify(standing(office)) + JSON.stringify(office.ports.store.rows("Events"));
    expect(left).not.toContain("ada");
    expect(left).toContain(BOB);
  });
});

describe("parted", () => {
  it("both stand as they stood, and go on alone, no sooner than in an hour", () => {
    const office = twoAddresses();
    const before = standing(office);
    press(office, "join");
    expect(standing(office)).not.toEqual(before);
    expect(press(office, "part")).toContain("two again");
    expect(standing(office)).toEqual(before);
    expect(differences(office)).toEqual([]);
    expect(window(office).text()).toContain("No two rows");
    office.pass(5 * DAY, 2 * HOUR);
    expect([mailsTo(office, ADA), mailsTo(office, SHOP)]).toEqual([2, 2]);
    expect(differences(office)).toEqual([]);
  });

  it("a payer stays one, and the other goes on", () => {
    const office = twoAddresses();
    office.pay(SHOP);
    office.tick();
    const before = standing(office);
    press(office, "join", pairOf(office, SHOP, ADA));
    press(office, "part", pairOf(office, SHOP, ADA));
    expect(standing(office)).toEqual(before);
    office.pass(5 * DAY, 2 * HOUR);
    expect(mailsTo(office, ADA)).toBe(2);
    expect(differences(office)).toEqual([]);
  });

  it("what came meanwhile stays with whom it came to", () => {
    const office = twoAddresses();
    press(office, "join");
    office.pay(SHOP, "evt_since");
    office.tick();
    expect(contactOf(office, ADA).paid).toBe("YES");
    press(office, "part");
    expect([contactOf(office, ADA).paid, contactOf(office, SHOP).paid]).toEqual(["NO", "YES"]);
    expect(contactOf(office, ADA).payments).toBe("");
    expect(contactOf(office, SHOP).payments).toContain("evt_since");
    office.tick();
    expect(rowOf(office, SHOP).status).toBe("PAID");
  });

  it.each([
    [
      "that the history of payments tells of",
      (office: FounderOffice) => {
        past(office, { charges: [charge("1", SHOP)] });
        readHistory(office.ports);
      },
    ],
    [
      "for which a person has named their address",
      (office: FounderOffice) => {
        office.pay("", "evt_x", { customer_details: { email: null, name: "Somebody" } });
        office.tick();
        office.ports.store.edit("Unmatched", "pi_evt_x", "this_is", SHOP);
        receiveEdit(office.ports, office.ports.store.area("Unmatched"));
      },
    ],
  ] as const)("a payment of the other's %s stays with them, too", (_name, pays) => {
    const office = twoAddresses();
    press(office, "join");
    pays(office);
    expect(contactOf(office, ADA).paid).toBe("YES");
    press(office, "part");
    expect([contactOf(office, ADA).paid, contactOf(office, SHOP).paid]).toEqual(["NO", "YES"]);
    office.pass(5 * DAY, 2 * HOUR);
    expect(mailsTo(office, SHOP)).toBe(1);
  });

  it("a stop that came meanwhile stays with both, whichever link was pressed", () => {
    const office = twoAddresses();
    const link = stopLinkOf(office, SHOP);
    press(office, "join");
    office.post(link);
    office.tick();
    press(office, "part");
    const both = [ADA, SHOP].map((email) => contactOf(office, email).suppressed);
    expect(both).toEqual(["unsubscribed", "unsubscribed"]);
    office.pass(5 * DAY, 2 * HOUR);
    expect(mailsTo(office, ADA) + mailsTo(office, SHOP)).toBe(2);
  });

  it("joined and parted again and again, each time is its own", () => {
    const office = twoAddresses();
    const before = standing(office);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(press(office, "join")).toBe("Joined: 1.");
      expect(press(office, "part")).toContain("two again");
    }
    expect(standing(office)).toEqual(before);
  });
});
