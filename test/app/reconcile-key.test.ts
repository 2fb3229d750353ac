// Asking Stripe itself under another key, in a rehearsal, and in a run that was cut.
import { beforeEach, describe, expect, it } from "vitest";
import { takeKey } from "../../src/app/stripe/connect-stripe";
import { AskingOffice } from "./asking-office";
import { HOUR, MINUTE, sessionPaid } from "./memory-office";
import { CHARGES, past } from "./stripe-past";

const ADA = "ada@example.org";
let office: AskingOffice;
beforeEach(() => {
  office = AskingOffice.listening();
});

describe("another key", () => {
  const asLive = "rk_live_second";
  it("of the same account goes on where the first one stood", () => {
    office.lostPayment("x@shop.test", "evt_0");
    office.pass(11 * MINUTE);
    office.lostPayment(ADA, "evt_1");
    takeKey(office.ports, office.ports.properties.all(), asLive);
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_0 APPLIED", "evt_1 APPLIED"]);
  });

  it("of another account begins anew: what it had before is nobody's delivery", () => {
    office.lostPayment("x@shop.test", "evt_0");
    office.pass(11 * MINUTE);
    const { stripe } = office.ports;
    stripe.put("events/evt_0", undefined);
    office.lostPayment("theirs@shop.test", "evt_theirs");
    past(office, {});
    takeKey(office.ports, office.ports.properties.all(), asLive);
    office.pass(HOUR);
    expect(office.heard()).toEqual(["evt_0 APPLIED"]);
    expect(stripe.asked.map(({ path }) => path)).toContain(CHARGES);
    office.lostPayment(ADA, "evt_1");
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_0 APPLIED", "evt_1 APPLIED"]);
  });

  it("for tests asks for nothing while the sheet is LIVE", () => {
    office.ports.properties.set("stripe_key", "rk_test_1");
    const before = office.lists();
    office.pass(HOUR);
    expect(office.lists()).toBe(before);
  });
});

describe("a run that was cut", () => {
  it("after its events were stored and before it noted so repeats none of them", () => {
    office.lostPayment(ADA, "evt_1");
    const { properties } = office.ports;
    const set = properties.set.bind(properties);
    properties.set = (key, value) => {
      if (key === "reconcile") throw new Error("cut");
      set(key, value);
    };
    office.ports.clock.advance(10 * MINUTE);
    expect(() => office.tick()).toThrow("cut");
    properties.set = set;
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
  });

  it("while Events is busy stores nothing twice, and nothing is mailed meanwhile", () => {
    office.lead();
    const mails = office.subjects().length;
    office.ports.clock.advance(48 * HOUR);
    office.lostPayment(ADA, "evt_1");
    office.ports.locks.intakeBusy = true;
    office.pass(5 * MINUTE);
    expect(office.subjects()).toHaveLength(mails);
    office.ports.locks.intakeBusy = false;
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
    expect(office.subjects()).toHaveLength(mails);
  });
});

describe("a rehearsal", () => {
  it("with a live key only records what is live, and it counts once the sheet is LIVE", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    office.lostPayment(ADA, "evt_1");
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 IGNORED"]);
    expect(office.contact(ADA)?.paid ?? "").not.toBe("YES");
    office.set("mode", "LIVE");
    office.pass(2 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
    expect(office.contact(ADA)?.paid).toBe("YES");
  });

  it("with a test key hears the test payments, from when it was stored", () => {
    office.set("mode", "REHEARSAL");
    office.tick();
    const before = { ...sessionPaid(ADA, "evt_0", office.ports.clock.now()), livemode: false };
    office.lost(before);
    takeKey(office.ports, office.ports.properties.all(), "rk_test_1");
    office.ports.clock.advance(2_000);
    office.lost({ ...sessionPaid(ADA, "evt_1", office.ports.clock.now()), livemode: false });
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
  });
});
