// Whoever the payment history brings in is a person like any other: links of theirs work.
import { beforeEach, describe, expect, it } from "vitest";
import { readHistory } from "../../src/app/history";
import { contactOfOfferToken, offerToken } from "../../src/app/offer-link";
import { contactOfToken, stopToken } from "../../src/app/stop-link";
import type { MemoryOffice } from "./memory-office";
import { charge, past } from "./stripe-past";
import { unreadOffice } from "./unread-office";

const SECRET = "0123456789abcdef";
let office: MemoryOffice;
beforeEach(() => {
  office = unreadOffice();
});

describe("a payer of the past", () => {
  it("has an id that stop and offer links can carry, each another (R169)", () => {
    past(office, { charges: [charge("1", "ada@example.org"), charge("2", "bob@shop.test")] });
    readHistory(office.ports);
    const ids = office.ports.store.rows("Contacts").map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) {
      expect(id).toMatch(/^c_[0-9a-z]+$/);
      expectLinks(id);
    }
  });

  it("whose id an earlier version made with another line in it keeps working links", () => {
    expectLinks("c_0123456789abcdef_12");
  });

  it("is told of a result by that id, too", () => {
    past(office, { charges: [charge("1", "ada@example.org")] });
    readHistory(office.ports);
    const key = office.ports.properties.values.get("hook_key") ?? "";
    const conclusion = { event: "lite.conclusion", key, conclusion: "structure" };
    for (const contact of [office.contact()?.id ?? "", "c_0123456789abcdef_12"]) {
      expect(office.post({ ...conclusion, contact })).toMatchObject({ kind: "page" });
      expect(office.lastEvent()).toMatchObject({ type: "lite.conclusion", who: contact });
    }
  });
});

function expectLinks(id: string): void {
  const { secrets, clock } = office.ports;
  const stop = stopToken(id, clock.now(), SECRET, secrets);
  const offer = offerToken(id, "lite", clock.now(), SECRET, secrets);
  expect(contactOfToken(stop, clock.now(), SECRET, secrets)).toBe(id);
  expect(contactOfOfferToken(offer, "lite", clock.now(), SECRET, secrets)).toBe(id);
}
