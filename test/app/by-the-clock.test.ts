// What the clock of a rule makes happen: the price switches, the end of one flow lets into another, a changed table moves
// those who wait (R8, R33, R79, R80).
import { describe, expect, it } from "vitest";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

describe("the price of Lite at 72 hours (R33, R79)", () => {
  function asked(): FounderOffice {
    const office = new FounderOffice("lite");
    office.lite();
    office.tick();
    return office;
  }
  const deadline = (office: FounderOffice) => office.one("lite").offer_deadline ?? 0;

  it("is one event, at the deadline, and the row's price is the next one", () => {
    const office = asked();
    expect(deadline(office)).toBe((office.one("lite").entered_at ?? 0) + 72 * HOUR);
    office.pass(72 * HOUR - 2 * MINUTE, 10 * MINUTE);
    expect(office.events("price.switched")).toEqual([]);
    expect(office.one("lite").price).toBe("€49");
    office.pass(3 * MINUTE);
    expect(office.events("price.switched")).toMatchObject([
      { source: "rule", occurred_at: deadline(office), outcome: "APPLIED" },
    ]);
    expect(office.one("lite").price).toBe("€79");
    office.pass(30 * DAY, 6 * HOUR);
    expect(office.events("price.switched")).toHaveLength(1);
  });

  it("comes before the drip of the same instant: the mail tells the price that holds (R109)", () => {
    const office = asked();
    office.ports.clock.set(deadline(office));
    office.tick();
    const [, drip] = office.ports.mailer.sent;
    expect(office.steps()).toEqual(["lite_receipt", "lite_1"]);
    expect(drip?.mail.text).toContain("€79");
    expect(drip?.mail.text).not.toContain("€49");
    const switched = office.events("price.switched")[0]?.received_at ?? Infinity;
    expect(switched).toBeLessThanOrEqual(drip?.sentAt ?? 0);
  });

  it("happens at the tick after it, however seldom anything else does", () => {
    const office = asked();
    office.ports.clock.set(deadline(office) - MINUTE);
    office.tick();
    expect(office.one("lite").price).toBe("€49");
    office.pass(2 * MINUTE);
    expect(office.one("lite").price).toBe("€79");
  });

  it("is none for whoever has bought before it", () => {
    const office = asked();
    office.buys(ADA, "plink_lite");
    office.pass(80 * HOUR, 10 * MINUTE);
    expect(office.events("price.switched")).toEqual([]);
    expect(office.one("lite")).toMatchObject({ status: "PAID", price: "€49" });
  });

  it("is none for whoever has bought and got the money back: that row asks for a look only", () => {
    const office = asked();
    office.buys(ADA, "plink_lite");
    office.pass(HOUR);
    const charge = {
      ...{ id: "ch_1", object: "charge", status: "succeeded", paid: true, captured: true },
      ...{ created: office.seconds(), amount: 4_900, amount_refunded: 4_900, refunded: true },
      ...{ currency: "usd", payment_intent: "pi_evt_buy", billing_details: { email: ADA } },
    };
    const event = {
      ...{ id: "evt_back", object: "event", type: "charge.refunded", livemode: true },
      ...{ created: office.seconds(), data: { object: charge } },
    };
    office.knows("events/evt_back", event);
    office.hook(event);
    office.pass(80 * HOUR, 10 * MINUTE);
    expect(office.one("lite")).toMatchObject({ status: "REVIEW", price: "€49" });
    expect(office.events("price.switched")).toEqual([]);
  });

  it("is what was promised, whatever Offers says by then", () => {
    const office = asked();
    office.type("Offers", "lite", "price", "€59");
    office.type("Offers", "lite", "price_after", "€99");
    office.pass(73 * HOUR, 10 * MINUTE);
    expect(office.one("lite").price).toBe("€79");
    expect(office.ports.mailer.sent[1]?.mail.text).toContain("€79");
    office.lite("ben@example.org");
    office.tick();
    expect(office.one("lite", "ben@example.org").price).toBe("€59");
  });

  it("waits while Events is busy, and no mail goes before it", () => {
    const office = asked();
    office.ports.clock.set(deadline(office));
    office.ports.locks.intakeBusy = true;
    office.tick();
    expect(office.steps()).toEqual(["lite_receipt"]);
    office.ports.locks.intakeBusy = false;
    office.pass(2 * MINUTE);
    expect(office.steps()).toEqual(["lite_receipt", "lite_1"]);
    expect(office.events("price.switched")).toHaveLength(1);
  });
});

describe("the end of GEO", () => {
  const BEN = "ben@example.org";
  function done(...flows: readonly string[]): FounderOffice {
    const office = new FounderOffice("geo", ...flows);
    office.geo(ADA);
    office.tick();
    office.pass(48 * HOUR + 2 * MINUTE, 10 * MINUTE);
    return office;
  }

  it("lets into the next flow, timed from the end, by an event of its own (R8)", () => {
    const office = done("geo_to_lite");
    const endedAt = office.one("geo").second_sent_at ?? 0;
    expect(office.events("done:geo")).toMatchObject([{ source: "rule", outcome: "APPLIED" }]);
    expect(office.one("geo_to_lite")).toMatchObject({ status: "ACTIVE" });
    expect(office.one("geo_to_lite").next_at).toBe(endedAt + 7 * DAY);
    office.pass(40 * DAY, HOUR);
    expect(office.steps()).toEqual(["geo_1", "geo_2", "geo_to_lite"]);
    expect(office.events("done:geo")).toHaveLength(1);
  });

  it.each([
    ["status", "DONE"],
    ["stage", 2],
  ] as const)("by hand, %s %s, lets nobody in", (column, typed) => {
    const office = new FounderOffice("geo", "geo_to_lite");
    office.geo(ADA);
    office.tick();
    office.type("Queue", office.one("geo").id, column, typed);
    office.pass(2 * HOUR, 10 * MINUTE);
    expect(office.one("geo").status).toBe("DONE");
    expect(office.events("done:geo")).toEqual([]);
    expect(office.inFlow("geo_to_lite")).toEqual([]);
  });

  it("lets nobody in while that flow is off, and those of long ago never", () => {
    const office = done();
    office.pass(5 * DAY, HOUR);
    expect(office.events("done:geo")).toEqual([]);
    office.geo(BEN);
    office.pass(50 * HOUR, 10 * MINUTE);
    office.switchOn("geo_to_lite");
    office.pass(HOUR);
    expect(office.inFlow("geo_to_lite")).toEqual([]);
    expect(office.one("geo_to_lite", BEN)).toMatchObject({ status: "ACTIVE" });
  });

  it("by payment or unsubscribe lets nobody in", () => {
    const office = new FounderOffice("geo", "geo_to_lite");
    office.geo(ADA);
    office.tick();
    office.pay(ADA);
    office.pass(12 * DAY, HOUR);
    expect(office.inFlow("geo_to_lite")).toEqual([]);
    expect(office.steps()).toEqual(["geo_1"]);
  });
});

describe("a cadence table edited in the sheet (R80)", () => {
  function waiting(): FounderOffice {
    const office = new FounderOffice("geo");
    office.geo(ADA);
    office.tick();
    return office;
  }
  const wait = (office: FounderOffice, to: string) => {
    office.type("Cadence", "geo-1", "wait", to);
    office.pass(2 * MINUTE);
  };

  it("moves those who wait, and they say so; taken back, moves them back", () => {
    const office = waiting();
    const first = office.one("geo").first_sent_at ?? 0;
    wait(office, "96 h");
    expect(office.one("geo").next_at).toBe(first + 96 * HOUR);
    expect(office.one("geo").why).toContain("the cadence table was changed");
    wait(office, "48 h");
    expect(office.one("geo").next_at).toBe(first + 48 * HOUR);
  });

  it("leaves what a person has timed by hand", () => {
    const office = waiting();
    const mine = (office.one("geo").next_at ?? 0) + 5 * DAY;
    office.type("Queue", office.one("geo").id, "next_at", new Date(mine));
    office.pass(2 * MINUTE);
    wait(office, "96 h");
    expect(office.one("geo").next_at).toBe(mine);
  });

  it("made unreadable moves nobody and stops the flow until it is mended", () => {
    const office = waiting();
    const before = office.one("geo").next_at;
    wait(office, "soon");
    expect(office.one("geo").next_at).toBe(before);
    office.pass(49 * HOUR, 10 * MINUTE);
    expect(office.steps()).toEqual(["geo_1"]);
    expect(office.one("geo").why).toContain("Cadence row");
    wait(office, "48 h");
    expect(office.steps()).toEqual(["geo_1", "geo_2"]);
  });

  it("shortened so that many are long overdue makes no burst", () => {
    const office = new FounderOffice("geo");
    const leads = Array.from({ length: 12 }, (_, at) => `lead${at}@example.org`);
    for (const email of leads) office.geo(email);
    office.pass(5 * MINUTE);
    wait(office, "90 d");
    office.pass(20 * DAY, 6 * HOUR);
    const before = office.ports.mailer.sent.length;
    wait(office, "48 h");
    office.pass(6 * HOUR);
    const times = office.ports.mailer.sent.slice(before).map(({ sentAt }) => sentAt);
    expect(times).toHaveLength(12);
    expect(new Set(times).size).toBe(12);
  });
});
