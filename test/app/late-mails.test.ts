// Switched off for days and on again: nobody is lost, nobody gets two at once, nothing goes in a burst (design 4.2, 4.9).
import { describe, expect, it } from "vitest";
import { ADA, FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const LEADS = Array.from({ length: 60 }, (_, at) => `lead${at}@example.org`);

/** Sixty second mails became due while sending was OFF, nine days ago. */
function nineDaysOff(): FounderOffice {
  const office = new FounderOffice("geo");
  for (const email of LEADS) {
    office.geo(email);
    office.ports.clock.advance(1_000);
  }
  office.pass(10 * MINUTE);
  office.set("sending", "OFF");
  office.pass(11 * DAY, 6 * HOUR);
  return office;
}
const sentAt = (office: FounderOffice) => office.ports.mailer.sent.map((one) => one.sentAt);

describe("sixty marketing mails that are nine days late", () => {
  const office = nineDaysOff();
  const before = office.ports.mailer.sent.length;
  office.set("sending", "ON");
  office.pass(20 * HOUR);
  const times = sentAt(office).slice(before);

  it("waited, each row with its reason", () => {
    expect(before).toBe(60);
  });

  it("go to everybody once", () => {
    const second = office.ports.mailer.sent.slice(before).map(({ mail }) => mail.to);
    expect([...second].sort()).toEqual([...LEADS].sort());
    for (const email of LEADS)
      expect(office.row(email)).toMatchObject({ status: "DONE", stage: 2 });
  });

  it("go one a tick, at most four in any hour", () => {
    expect(new Set(times).size).toBe(60);
    for (const [at, time] of times.entries()) {
      if (at >= 4) expect(time - (times[at - 4] ?? 0)).toBeGreaterThanOrEqual(HOUR);
    }
  });
});

describe("while late mails take their turn", () => {
  it("what is asked for goes at once", () => {
    const office = nineDaysOff();
    office.set("sending", "ON");
    office.pass(30 * MINUTE);
    office.geo(ADA);
    office.pass(2 * MINUTE);
    expect(office.steps(ADA)).toEqual(["geo_1"]);
  });

  it("each row says why it waits, and a payment still stops it", () => {
    const office = nineDaysOff();
    office.set("sending", "ON");
    office.pass(2 * MINUTE);
    const [, , , , , , , , , last = ""] = LEADS;
    expect(office.row(last).why).toContain("was overdue and got a new time");
    expect(office.row(last).next_at).toBeGreaterThan(office.ports.clock.now());
    office.pay(last);
    office.pass(20 * HOUR);
    expect(office.row(last)).toMatchObject({ status: "PAID", next_at: null });
    expect(office.steps(last)).toEqual(["geo_1"]);
  });

  it("switched off and on again keeps every turn", () => {
    const office = nineDaysOff();
    office.set("sending", "ON");
    office.pass(3 * HOUR);
    office.set("sending", "OFF");
    const gone = office.ports.mailer.sent.length;
    office.pass(2 * DAY, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(gone);
    office.set("sending", "ON");
    office.pass(20 * HOUR);
    const times = sentAt(office).slice(gone);
    expect(new Set(times).size).toBe(times.length);
    for (const email of LEADS) expect(office.steps(email)).toEqual(["geo_1", "geo_2"]);
  });
});

describe("a timer that comes once a day", () => {
  it("still gets somewhere: one late mail a run, none of them twice", () => {
    const office = nineDaysOff();
    office.set("sending", "ON");
    const before = office.ports.mailer.sent.length;
    for (let day = 1; day <= 5; day += 1) {
      office.pass(DAY, DAY);
      expect(office.ports.mailer.sent.length - before).toBe(day);
    }
  });
});

describe("a mail that is not a day late", () => {
  it("goes when sending is on again, at its own moment's turn", () => {
    const office = new FounderOffice("geo");
    office.geo(ADA);
    office.tick();
    office.set("sending", "OFF");
    office.pass(60 * HOUR, HOUR);
    office.set("sending", "ON");
    office.pass(2 * MINUTE);
    expect(office.steps(ADA)).toEqual(["geo_1", "geo_2"]);
  });
});

describe("the master switch", () => {
  it("stops every send within one tick, also what was asked for", () => {
    const office = new FounderOffice("geo");
    office.geo(ADA);
    office.set("sending", "OFF");
    office.tick();
    expect(office.steps(ADA)).toEqual([]);
    expect(office.one("geo").why).toContain("sending is OFF");
  });
});
