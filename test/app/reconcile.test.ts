// A webhook that Google drops still looks delivered to Stripe: what it would have told is found by asking (R99, design 5).
import { beforeEach, describe, expect, it, vi } from "vitest";
import { runNow } from "../../src/app/menu-commands";
import { EVENTS_LIST } from "../../src/app/reconcile/reconcile-page";
import { STRIPE_TYPES } from "../../src/events/stripe-payment";
import { AskingOffice, failure } from "./asking-office";
import { DAY, HOUR, MINUTE, sessionPaid } from "./memory-office";

const ADA = "ada@example.org";
let office: AskingOffice;
beforeEach(() => {
  office = AskingOffice.listening();
});

describe("a payment whose webhook was lost", () => {
  it("stops everything within ten minutes, and nothing is mailed after it", () => {
    office.lead();
    const mails = office.subjects().length;
    office.lostPayment(ADA, "evt_1");
    office.pass(11 * MINUTE);
    expect(office.row()).toMatchObject({ status: "PAID", paid: "YES", next_at: null });
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
    office.pass(5 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(mails);
  });

  it("is not asked for once more: the list has brought it whole", () => {
    office.lostPayment(ADA, "evt_1");
    office.pass(11 * MINUTE);
    expect(office.ports.stripe.asked.map(({ path }) => path)).not.toContain("events/evt_1");
  });

  it("is heard before the mail that is due in the same run", () => {
    office.lead();
    office.ports.clock.advance(48 * HOUR);
    office.lostPayment(ADA, "evt_1");
    const mails = office.subjects().length;
    office.tick();
    expect(office.row().status).toBe("PAID");
    expect(office.subjects()).toHaveLength(mails);
  });

  it("is delivered once, however often it is told", () => {
    const course = { payment_link: "plink_course" };
    office.lostPayment("buyer@shop.test", "evt_1", undefined, course);
    office.pass(11 * MINUTE);
    office.hook(sessionPaid("buyer@shop.test", "evt_1", office.ports.clock.now(), course));
    office.pass(3 * DAY, HOUR);
    expect(office.subjects()).toHaveLength(1);
    expect(office.ports.store.rows("Sends").map(({ status }) => status)).toEqual(["SENT"]);
  });

  it("is found by a person's Run batch, too", () => {
    office.lead();
    office.lostPayment(ADA, "evt_1");
    office.ports.clock.advance(6 * MINUTE);
    runNow(office.ports);
    expect(office.row().status).toBe("PAID");
  });

  it("is said on Start here, once", () => {
    expect(office.line()).toMatchObject({ state: "✓" });
    office.lostPayment(ADA, "evt_1");
    office.pass(11 * MINUTE);
    expect(office.line()?.what_to_do).toMatch(/before a webhook told: 1$/);
    office.pass(HOUR);
    expect(office.hearing().found).toBe(1);
  });
});

describe("what webhook and list both tell", () => {
  it("is one event: the list adds none that stands there", () => {
    office.pay(ADA, "evt_1");
    office.pass(HOUR);
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
  });

  it("is a repeat when the webhook comes last", () => {
    office.lostPayment(ADA, "evt_1");
    office.pass(11 * MINUTE);
    office.hook(sessionPaid(ADA, "evt_1", office.ports.clock.now()));
    office.tick();
    expect(office.heard()).toEqual(["evt_1 APPLIED", "evt_1 REPEAT"]);
  });

  it("is heard where somebody else's body had been refused", () => {
    office.lead();
    const event = sessionPaid(ADA, "evt_1", office.ports.clock.now());
    office.hook({ ...event, type: "charge.refunded" });
    office.lost(event);
    office.tick();
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 REFUSED", "evt_1 APPLIED"]);
    expect(office.row().status).toBe("PAID");
  });
});

describe("an event that Stripe was silent about for a day", () => {
  const silentFor = (silence: number, { agoMs = 0, known = true } = {}) => {
    office.lead();
    office.pass(HOUR);
    const event = sessionPaid(ADA, "evt_1", office.ports.clock.now() - agoMs);
    if (known) office.lost(event);
    office.ports.stripe.unreachable = "timeout";
    office.hook(event);
    office.pass(silence, 10 * MINUTE);
    expect(office.heard()).toContain("evt_1 UNMATCHED");
  };
  const answersAgain = () => {
    office.ports.stripe.unreachable = null;
    office.pass(2 * HOUR, 10 * MINUTE);
  };
  const line = () => office.ports.store.rows("Unmatched")[0];

  it("is asked for by its id when Stripe answers again, and its line in Unmatched is settled", () => {
    silentFor(25 * HOUR);
    answersAgain();
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
    expect(office.contact(ADA)?.paid).toBe("YES");
    expect(line()?.resolved_at).not.toBeNull();
    const asked = office.ports.stripe.asked.length;
    office.pass(DAY, 10 * MINUTE);
    expect(office.heard()).toHaveLength(1);
    expect(office.ports.stripe.asked.slice(asked).map(({ path }) => path)).not.toContain(
      "events/evt_1",
    );
  });

  it("is heard however long before its webhook it happened: no list goes back so far", () => {
    office.pay("bob@example.org", "evt_0");
    silentFor(47 * HOUR, { agoMs: 50 * HOUR });
    answersAgain();
    expect(office.heard()).toEqual(["evt_0 APPLIED", "evt_1 APPLIED"]);
    expect(office.contact(ADA)?.paid).toBe("YES");
  });

  it("waits for its owner once Stripe lists it no more: that Stripe does not know it says nothing", () => {
    silentFor(30 * DAY, { known: false });
    answersAgain();
    expect(office.heard()).toEqual(["evt_1 UNMATCHED"]);
    expect(line()?.resolved_at).toBeNull();
  });

  it("is not asked for once its owner has said whose it is", () => {
    silentFor(25 * HOUR);
    office.ports.store.edit("Unmatched", "evt_1", "this_is", "nobody");
    office.pass(10 * MINUTE);
    answersAgain();
    expect(office.heard()).toEqual(["evt_1 UNMATCHED"]);
  });
});

describe("how often Stripe is asked", () => {
  it("is with the comparison of every ten minutes, and never at an idle tick between", () => {
    const before = office.lists();
    office.pass(HOUR);
    expect(office.lists() - before).toBe(6);
    const calls = office.ports.properties.calls;
    office.ports.clock.advance(MINUTE);
    const asked = office.lists();
    calls.length = 0;
    expect(office.tick()).toBe("idle");
    expect(office.lists()).toBe(asked);
    expect(calls).toEqual(["all"]);
  });

  it("is every five minutes at most while there is work", () => {
    const before = office.lists();
    for (let minute = 0; minute < 60; minute += 1) {
      office.geo(`lead${minute}@example.org`);
      office.pass(MINUTE);
    }
    expect(office.lists() - before).toBeLessThanOrEqual(12);
    expect(office.lists() - before).toBeGreaterThanOrEqual(11);
  });

  it("is every half hour where nothing is owed and nothing came for a day", () => {
    office.pass(2 * DAY, 10 * MINUTE);
    const before = office.lists();
    office.pass(10 * HOUR, 10 * MINUTE);
    expect(office.lists() - before).toBe(20);
  });

  it("leaves what a quiet hour costs as it was: Events is read once in it, and not for what is known", () => {
    office.pay(ADA, "evt_1");
    office.pass(30 * MINUTE);
    const read = vi.spyOn(office.ports.store, "read");
    office.pass(HOUR);
    expect(read.mock.calls.filter(([tab]) => tab === "Events")).toHaveLength(1);
  });

  it("asks for no more types than Stripe takes, in an address that Google takes", () => {
    expect(STRIPE_TYPES.length).toBeLessThanOrEqual(20);
    const url = `https://api.stripe.com/v1/${EVENTS_LIST}&created[gte]=1700000000&starting_after=evt_`;
    expect(encodeURI(url).replace(/[[\]]/g, "%5B").length).toBeLessThan(2_000 - 100);
  });
});

describe("what is old", () => {
  it("before Stripe was asked first is the history's: nothing is recorded, nothing mailed", () => {
    const late = AskingOffice.deaf();
    for (let n = 0; n < 150; n += 1) {
      late.lostPayment(`old${n}@shop.test`, `evt_old${n}`, late.ports.clock.now() - n * 1_000);
    }
    late.pass(2 * DAY, 10 * MINUTE);
    expect(late.heard()).toEqual([]);
    expect(late.ports.mailer.sent).toEqual([]);
    late.lostPayment(ADA, "evt_new");
    late.pass(HOUR);
    expect(late.heard()).toEqual(["evt_new APPLIED"]);
  });

  it("as a failure whose last mail is 72 h late starts no recovery mail; one of an hour ago does", () => {
    const now = office.ports.clock.now();
    office.ports.clock.advance(4 * DAY + HOUR);
    office.lost(failure("evt_f1", "late@shop.test", now + MINUTE));
    office.lost(failure("evt_f2", "fresh@shop.test", now + 4 * DAY));
    for (const id of ["evt_f1", "evt_f2"]) {
      const open = { id: `pi_${id}`, object: "payment_intent", status: "requires_payment_method" };
      office.ports.stripe.put(`payment_intents/pi_${id}`, { ...open, amount: 1, currency: "usd" });
    }
    office.tick();
    office.pass(2 * DAY, 10 * MINUTE);
    const mailed = office.ports.mailer.sent.map(({ mail }) => mail.to);
    expect(mailed).not.toContain("late@shop.test");
    expect(mailed).toContain("fresh@shop.test");
    expect(office.row("late@shop.test")).toMatchObject({ status: "FAILED", next_at: null });
  });
});
