// Whoever the payment history brings in is a person like any other, and what a person typed outlives its reading.
import { beforeEach, describe, expect, it } from "vitest";
import { continueHistory, readHistory } from "../../src/app/history/history";
import { beginHistory } from "../../src/app/history/history-state";
import { contactOfLink } from "../../src/app/links/link-token";
import { stopToken } from "../../src/app/links/stop-link";
import { offerToken } from "../../src/app/offers/offer-link";
import { DAY, HOUR, type MemoryOffice, MINUTE } from "./memory-office";
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
  expect(contactOfLink("stop", stop, clock.now(), [SECRET], secrets)).toBe(id);
  expect(contactOfLink("offer:lite", offer, clock.now(), [SECRET], secrets)).toBe(id);
}

describe("what a person typed before the history is read", () => {
  it.each<[string, (office: MemoryOffice) => unknown]>([
    ["from the menu", ({ ports }) => readHistory(ports)],
    [
      "by the timer, typed while it worked",
      ({ ports }) => continueHistory(ports, ports.properties.all(), ports.clock.now()),
    ],
  ])("is kept, %s (R110)", (_, read) => {
    office.geo();
    office.tick();
    past(office, { charges: [charge("1", "bob@shop.test")] });
    beginHistory(office.ports, office.ports.properties.all());
    office.ports.store.edit("Queue", office.row().id, "status", "PAID");
    read(office);
    expect(office.row()).toMatchObject({ status: "PAID", stop_reason: "paid by hand" });
    expect(office.contact("bob@shop.test")?.paid).toBe("YES");
    office.pass(4 * DAY, HOUR);
    expect(office.row().status).toBe("PAID");
    expect(office.subjects()).toHaveLength(1);
    expect(office.ports.store.rows("Events").filter(({ type }) => type === "edit")).toMatchObject([
      { outcome: "APPLIED" },
    ]);
  });

  it("is not touched while Events is busy; the history waits", () => {
    office.geo();
    office.tick();
    past(office, { charges: [charge("1", "bob@shop.test")] });
    beginHistory(office.ports, office.ports.properties.all());
    office.ports.store.edit("Queue", office.row().id, "status", "PAID");
    office.ports.locks.intakeBusy = true;
    readHistory(office.ports);
    expect(office.row().status).toBe("PAID");
    expect(office.contact("bob@shop.test")).toBeUndefined();
    office.ports.locks.intakeBusy = false;
    office.pass(2 * MINUTE);
    expect(office.row()).toMatchObject({ status: "PAID", stop_reason: "paid by hand" });
    expect(office.contact("bob@shop.test")?.paid).toBe("YES");
  });
});
