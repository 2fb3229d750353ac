// Two hundred rows through bad days: a spent quota, a week without any, a weekend without the timer, an old version (design 5).
import { describe, expect, it } from "vitest";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

const LEADS = Array.from({ length: 200 }, (_, at) => `lead${at}@example.org`);

/** Two hundred people, whose second mails come due over two days. */
function twoHundred(): FounderOffice {
  const office = new FounderOffice("geo");
  for (const [at, email] of LEADS.entries()) {
    office.geo(email);
    if (at % 25 === 24) {
      office.tick();
      office.ports.clock.advance(5 * HOUR);
    }
  }
  office.tick();
  expect(office.ports.mailer.sent).toHaveLength(LEADS.length);
  return office;
}
const times = (office: FounderOffice, from: number) =>
  office.ports.mailer.sent
    .map(({ sentAt }) => sentAt)
    .slice(from)
    .sort((a, b) => a - b);
/** The most that went within any stretch of that length. */
function most(all: readonly number[], withinMs: number): number {
  return Math.max(0, ...all.map((at, n) => all.slice(n).filter((b) => b < at + withinMs).length));
}
function everybodyOnce(office: FounderOffice): void {
  for (const email of LEADS) expect(office.steps(email)).toEqual(["geo_1", "geo_2"]);
}
/** A day's quota each, as the platform gives it. */
function passDays(office: FounderOffice, days: number, quota: number, everyMs = 15 * MINUTE): void {
  for (let day = 0; day < days; day += 1) {
    office.ports.mailer.quota = quota;
    office.pass(DAY, everyMs);
  }
}

describe("a week without any quota", () => {
  const office = twoHundred();
  const before = office.ports.mailer.sent.length;
  passDays(office, 7, 0, HOUR);

  it("loses nobody: each row says why it waits and when it is tried again", () => {
    expect(office.ports.mailer.sent).toHaveLength(before);
    const waits = office.ports.store.rows("Queue").filter(({ status }) => status === "ACTIVE");
    expect(waits).toHaveLength(LEADS.length);
    for (const { why, next_at } of waits) {
      expect(why).toMatch(/quota|overdue|turn/);
      expect(next_at).not.toBeNull();
    }
  });

  it("is followed by no burst, and everybody gets the mail once", () => {
    passDays(office, 5, 100);
    everybodyOnce(office);
    expect(most(times(office, before), HOUR)).toBeLessThanOrEqual(24);
  });
});

describe("a quota that does not suffice", () => {
  it("leaves the reserve, says so, and lets the oldest go first once it is back", () => {
    const office = new FounderOffice("geo");
    for (const email of LEADS.slice(0, 60)) {
      office.geo(email);
      office.tick();
      office.ports.clock.advance(MINUTE);
    }
    office.ports.mailer.quota = 40;
    office.pass(49 * HOUR, 10 * MINUTE);
    const went = () => office.ports.store.rows("Sends").filter(({ step }) => step === "geo_2");
    expect(went()).toHaveLength(30);
    expect(office.ports.mailer.quota).toBe(10);
    const waits = office.ports.store.rows("Queue").filter(({ status }) => status === "ACTIVE");
    expect(waits.filter(({ why }) => why.includes("next_at"))).toHaveLength(29);
    expect(waits.filter(({ why }) => why.includes("every half hour"))).toHaveLength(1);
    passDays(office, 2, 40);
    const order = went().map(({ email }) => Number(/\d+/.exec(email)?.[0]));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).toHaveLength(60);
  });

  it("does not keep what is asked for waiting behind marketing", () => {
    const office = twoHundred();
    office.ports.mailer.quota = 12;
    office.pass(30 * HOUR, 30 * MINUTE);
    office.ports.mailer.quota = 11;
    office.geo("new@example.org");
    office.pass(2 * MINUTE);
    expect(office.steps("new@example.org")).toEqual(["geo_1"]);
  });

  it("comes back sooner than believed: the turns move forward", () => {
    const office = new FounderOffice("geo");
    for (const email of LEADS.slice(0, 40)) office.geo(email);
    office.tick();
    office.ports.mailer.quota = 10;
    office.pass(48 * HOUR + 10 * MINUTE, 10 * MINUTE);
    const soonest = () => {
      const rows = office.ports.store.rows("Queue").filter(({ why }) => why.includes("quota"));
      const ahead = rows.map(({ next_at }) => next_at ?? 0).filter((at) => at > now());
      return Math.min(...ahead) - now();
    };
    const now = () => office.ports.clock.now();
    expect(soonest()).toBeGreaterThan(20 * HOUR);
    office.ports.mailer.quota = 1_000;
    office.pass(40 * MINUTE);
    expect(soonest()).toBeLessThanOrEqual(15 * MINUTE);
    const before = office.ports.mailer.sent.length;
    office.pass(10 * HOUR);
    expect(LEADS.slice(0, 40).every((email) => office.steps(email).length === 2)).toBe(true);
    expect(most(times(office, before), 15 * MINUTE)).toBeLessThanOrEqual(2);
  });
});

describe("a weekend on which the timer stood still", () => {
  it("is followed by no burst, and everybody gets the mail once", () => {
    const office = twoHundred();
    const before = office.ports.mailer.sent.length;
    office.ports.clock.advance(2.5 * DAY);
    passDays(office, 4, 1_000);
    everybodyOnce(office);
    expect(most(times(office, before), 15 * MINUTE)).toBeLessThanOrEqual(24);
  });
});

describe("an old version of the file", () => {
  it("restored, holds everything; once the owner says so, nobody gets a mail again, and no burst follows", () => {
    const office = twoHundred();
    const before = office.ports.mailer.sent.length;
    const sends = office.ports.store.rows("Sends").map(({ send_key }) => send_key);
    office.ports.store.remove("Sends", sends.slice(150));
    office.pass(DAY, HOUR);
    expect(office.ports.mailer.sent).toHaveLength(before);
    expect(office.row(LEADS[0]).why).toContain("Sends");
  });
});

describe("a flow switched on for many who wait", () => {
  it("begins with some first mails a day and says so; what was asked for goes at once", () => {
    const office = new FounderOffice("geo", "lite");
    for (const email of LEADS.slice(0, 70)) office.lite(email);
    office.pass(5 * MINUTE);
    expect(office.ports.mailer.sent).toHaveLength(70);
    // As rows stand that a rule or a list has let in: nothing was asked for, nothing has gone.
    for (const { send_key } of office.ports.store.rows("Sends")) {
      office.ports.store.edit("Sends", send_key, "sent_at", null);
    }
    for (const { id } of office.ports.store.rows("Queue")) {
      office.ports.store.edit("Queue", id, "last_at", null);
    }
    office.pass(3 * DAY, HOUR);
    const went = () => office.ports.mailer.sent.length - 70;
    expect(went()).toBe(20);
    const waits = office.ports.store
      .rows("Queue")
      .filter(({ why }) => why.includes("double daily"));
    expect(waits).toHaveLength(50);
    office.lite("asks@example.org");
    office.pass(2 * MINUTE);
    expect(office.steps("asks@example.org")).toHaveLength(1);
    office.pass(DAY, 15 * MINUTE);
    expect(went()).toBeGreaterThan(21);
    expect(most(times(office, 91), 30 * MINUTE)).toBeLessThanOrEqual(2);
    office.pass(DAY, 15 * MINUTE);
    expect(went()).toBe(71);
  });
});
