// A failed payment is read again right before each of its mails (design 4.1).
import { describe, expect, it } from "vitest";
import { FounderOffice } from "./founder-office";
import { DAY, HOUR, MINUTE } from "./memory-office";

function failed(): FounderOffice {
  const office = new FounderOffice("stripe_failed");
  office.fails();
  office.pass(2 * MINUTE);
  return office;
}
const row = (office: FounderOffice) => office.one("stripe_failed");

describe("a payment that failed", () => {
  it("gets a mail after 6 h and one after 24 h, and waits for its payment (R77, R78)", () => {
    const office = failed();
    office.pass(6 * HOUR - 5 * MINUTE);
    expect(office.steps()).toEqual([]);
    office.pass(5 * MINUTE);
    expect(office.steps()).toEqual(["stripe_failed_1"]);
    office.pass(18 * HOUR + MINUTE);
    expect(office.steps()).toEqual(["stripe_failed_1", "stripe_failed_2"]);
    office.pass(30 * DAY, 6 * HOUR);
    expect(office.steps()).toHaveLength(2);
    expect(row(office)).toMatchObject({ status: "FAILED", next_at: null });
    expect(row(office).why).toContain("both mails sent");
  });

  it("and was paid at Stripe without our being told is closed without a mail", () => {
    const office = failed();
    office.pass(3 * HOUR);
    office.paysUnheard();
    const paidAt = office.seconds() * 1_000;
    office.pass(4 * HOUR);
    expect(office.steps()).toEqual([]);
    expect(row(office)).toMatchObject({ status: "PAID", paid: "YES", paid_at: paidAt });
    expect(office.contact()).toMatchObject({ paid: "YES" });
    expect(office.events("payment.found")).toMatchObject([{ outcome: "APPLIED" }]);
    office.pass(30 * DAY, 6 * HOUR);
    expect(office.events("payment.found")).toHaveLength(1);
    expect(office.steps()).toEqual([]);
  });

  it("and cannot be paid any more is stopped, with Stripe's own word", () => {
    const office = failed();
    office.cancels();
    office.pass(7 * HOUR);
    expect(office.steps()).toEqual([]);
    expect(row(office)).toMatchObject({ status: "STOPPED", next_at: null });
    expect(row(office).why).toContain("canceled");
    expect(row(office).stop_reason).toContain("canceled");
  });

  it("waits while Stripe is silent, says so, and goes within 30 minutes of its answer", () => {
    const office = failed();
    office.ports.stripe.unreachable = "timeout";
    office.pass(8 * HOUR);
    expect(office.steps()).toEqual([]);
    expect(row(office).why).toContain("waits for Stripe");
    const asked = office.ports.stripe.asked.length;
    office.pass(2 * HOUR);
    expect(office.ports.stripe.asked.length - asked).toBeLessThanOrEqual(5);
    office.ports.stripe.unreachable = null;
    office.pass(31 * MINUTE);
    expect(office.steps()).toEqual(["stripe_failed_1"]);
  });

  it("holds nobody else's mails while Stripe is silent about it", () => {
    const office = failed();
    office.pass(5 * HOUR);
    office.ports.stripe.unreachable = "timeout";
    office.pass(2 * HOUR);
    office.geo("ben@example.org");
    office.pass(2 * MINUTE);
    expect(office.steps("ben@example.org")).toEqual(["geo_1"]);
  });

  it("after both times were missed gets only the final one", () => {
    const office = failed();
    office.set("sending", "OFF");
    office.pass(30 * HOUR, HOUR);
    office.set("sending", "ON");
    office.pass(2 * MINUTE);
    expect(office.steps()).toEqual(["stripe_failed_2"]);
    expect(row(office)).toMatchObject({ status: "FAILED", stage: 2, next_at: null });
    expect(row(office).why).not.toContain("both mails sent");
  });

  it("more than 72 h after the final one was due gets none, and says so", () => {
    const office = failed();
    office.set("sending", "OFF");
    office.pass(97 * HOUR, HOUR);
    office.set("sending", "ON");
    office.pass(2 * HOUR);
    expect(office.steps()).toEqual([]);
    expect(row(office)).toMatchObject({ status: "FAILED", next_at: null });
    expect(row(office).why).toContain("too late");
  });

  it("without any link to pay by says what is missing, and goes once it is there", () => {
    const office = failed();
    office.set("recovery_url", "");
    office.pass(7 * HOUR);
    expect(office.steps()).toEqual([]);
    expect(row(office).why).toContain("recovery_url");
    office.set("recovery_url", "https://pay.test/again");
    office.pass(2 * MINUTE);
    expect(office.ports.mailer.sent[0]?.mail.text).toContain("https://pay.test/again");
  });

  it("while its flow is off opens a row that waits and is asked for at Stripe never", () => {
    const office = new FounderOffice();
    office.fails();
    office.pass(8 * HOUR);
    expect(row(office).why).toContain("flow stripe_failed is switched off");
    expect(office.ports.stripe.asked.filter(({ path }) => path.startsWith("payment_"))).toEqual([]);
    office.switchOn("stripe_failed");
    office.pass(2 * MINUTE);
    expect(office.steps()).toEqual(["stripe_failed_1"]);
  });
});
