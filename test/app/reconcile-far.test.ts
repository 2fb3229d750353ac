// Asking Stripe itself when it is much, late, silent or far back: no gap, no burst, nothing twice (R99, design 5).
import { beforeEach, describe, expect, it } from "vitest";
import { AskingOffice } from "./asking-office";
import { DAY, HOUR, MINUTE } from "./memory-office";
import { CHARGES, charge, past } from "./stripe-past";

const ADA = "ada@example.org";
const SILENT = { kind: "unreachable", why: "Stripe answered 429: too many requests" } as const;
let office: AskingOffice;
beforeEach(() => {
  office = AskingOffice.listening();
});

/** Each page takes so long: the clock moves as Stripe is asked. */
function slowPages(ms: number): void {
  const { stripe, clock } = office.ports;
  const answer = stripe.get.bind(stripe);
  stripe.get = (path, key) => {
    if (path.startsWith("events?")) clock.advance(ms);
    return answer(path, key);
  };
}

function lostMany(count: number, firstAt: number): void {
  for (let n = 0; n < count; n += 1) {
    office.lostPayment(`p${n}@shop.test`, `evt_many${n}`, firstAt + n * 1_000);
  }
}

describe("more than one page", () => {
  it("is read to its end, each event once, in the order in which they happened", () => {
    lostMany(120, office.ports.clock.now());
    office.pass(20 * MINUTE);
    const keys = office.ports.store.rows("Events").filter(({ source }) => source === "stripe");
    expect(new Set(keys.map(({ key }) => key)).size).toBe(120);
    expect(keys).toHaveLength(120);
    expect(keys.every(({ outcome }) => outcome === "APPLIED")).toBe(true);
    expect(office.hearing()).toMatchObject({ sweep: null, found: 120 });
  });

  it("that a run cannot hold goes on in the next, and no mail goes before the last page", () => {
    office.lead();
    const mails = office.subjects().length;
    office.ports.clock.advance(48 * HOUR);
    const paidAt = office.ports.clock.now() - HOUR;
    office.lostPayment(ADA, "evt_ada", paidAt);
    lostMany(210, paidAt + MINUTE);
    slowPages(160_000);
    expect(office.tick()).toBe("busy");
    expect(office.hearing().sweep).not.toBeNull();
    expect(office.subjects()).toHaveLength(mails);
    expect(office.tick()).toBe("busy");
    office.tick();
    expect(office.hearing().sweep).toBeNull();
    office.pass(30 * MINUTE);
    expect(office.row().status).toBe("PAID");
    expect(office.subjects()).toHaveLength(mails);
    expect(office.heard()).toHaveLength(211);
  });

  it("goes on from the newest where the event at which it stood is listed no more", () => {
    lostMany(150, office.ports.clock.now());
    slowPages(160_000);
    office.pass(9 * MINUTE);
    office.tick();
    const { stripe } = office.ports;
    const answer = stripe.get.bind(stripe);
    stripe.get = (path, key) =>
      path.includes("starting_after")
        ? { kind: "unreachable", why: "Stripe answered 400", refused: true }
        : answer(path, key);
    office.tick();
    expect(office.hearing().why).toBe("");
    stripe.get = answer;
    office.pass(30 * MINUTE);
    expect(office.heard()).toHaveLength(150);
  });
});

describe("an event that Stripe lists late", () => {
  it("is found although newer ones were heard before it", () => {
    const now = office.ports.clock.now();
    office.lostPayment("new@shop.test", "evt_new", now);
    office.pass(11 * MINUTE);
    office.lostPayment(ADA, "evt_late", now - 40 * MINUTE);
    office.pass(11 * MINUTE);
    expect(office.heard()).toEqual(["evt_new APPLIED", "evt_late APPLIED"]);
  });

  it("by many hours is found within a day", () => {
    office.pass(2 * DAY, 10 * MINUTE);
    const now = office.ports.clock.now();
    office.lostPayment("new@shop.test", "evt_new", now);
    office.pass(11 * MINUTE);
    office.lostPayment(ADA, "evt_late", now - 20 * HOUR);
    office.pass(HOUR);
    office.pass(DAY, 10 * MINUTE);
    expect(office.heard()).toContain("evt_late APPLIED");
    expect(office.heard()).toHaveLength(2);
  });
});

describe("another clock than Stripe's", () => {
  it.each([[-2 * HOUR], [2 * HOUR]])("by %d ms loses nothing and repeats nothing", (skewMs) => {
    const at = () => office.ports.clock.now() + skewMs;
    const own = AskingOffice.deaf();
    own.lostPayment("before@shop.test", "evt_before", at());
    own.pass(11 * MINUTE);
    for (let n = 0; n < 5; n += 1) {
      own.lostPayment(`p${n}@shop.test`, `evt_${n}`, at());
      own.pass(11 * MINUTE);
    }
    expect(own.heard()).toEqual([0, 1, 2, 3, 4].map((n) => `evt_${n} APPLIED`));
  });

  it("that is put back does not keep it from asking", () => {
    office.pass(HOUR);
    office.ports.clock.advance(-30 * DAY);
    office.lead();
    office.lostPayment(ADA, "evt_1");
    office.pass(20 * MINUTE);
    expect(office.row().status).toBe("PAID");
  });
});

describe("a Stripe that does not answer", () => {
  it("is asked again ever less often, each half hour at last, says so, and nothing is lost", () => {
    office.ports.stripe.unreachable = SILENT.why;
    const before = office.lists();
    office.pass(5 * HOUR);
    expect(office.lists() - before).toBeLessThanOrEqual(15);
    expect(office.line()).toMatchObject({ state: "✗" });
    expect(office.line()?.what_to_do).toContain("429");
    office.lostPayment(ADA, "evt_1");
    office.ports.stripe.unreachable = null;
    office.pass(41 * MINUTE);
    expect(office.heard()).toEqual(["evt_1 APPLIED"]);
    expect(office.line()).toMatchObject({ state: "✓" });
  });

  it("after hours without a look is awaited for a quarter of an hour, and then mails go", () => {
    office.lead();
    office.ports.clock.advance(48 * HOUR);
    office.ports.stripe.unreachable = SILENT.why;
    const mails = office.subjects().length;
    office.pass(15 * MINUTE);
    expect(office.subjects()).toHaveLength(mails);
    office.pass(6 * MINUTE);
    expect(office.subjects()).toHaveLength(mails + 1);
  });

  it("while it was heard a moment ago holds nobody's mail", () => {
    office.ports.stripe.unreachable = SILENT.why;
    office.pass(11 * MINUTE);
    office.geo("new@example.org");
    office.pass(MINUTE);
    expect(office.subjects()).toHaveLength(1);
  });

  it("with 401 is told with what to do", () => {
    office.ports.stripe.unreachable = "Stripe answered 401: the API key is not accepted";
    office.pass(11 * MINUTE);
    expect(office.line()?.what_to_do).toContain("Connect Stripe");
  });

  it("because the key may not read events says so, and reads what it may: who has paid is stopped", () => {
    office.lead();
    past(office, { charges: [charge("1", ADA)] });
    const { stripe } = office.ports;
    const answer = stripe.get.bind(stripe);
    stripe.get = (path, key) =>
      path.startsWith("events?")
        ? {
            kind: "unreachable",
            why: "Stripe answered 403: the API key may not read this",
            refused: true,
          }
        : answer(path, key);
    office.pass(HOUR);
    expect(office.line()).toMatchObject({ state: "✗" });
    expect(office.line()?.what_to_do).toContain("Read on Events");
    expect(office.row().status).toBe("PAID");
    const mails = office.subjects().length;
    stripe.get = answer;
    office.pass(5 * DAY, HOUR);
    expect(office.line()).toMatchObject({ state: "✓" });
    expect(office.subjects()).toHaveLength(mails);
  });
});

describe("longer away than Stripe lists", () => {
  it("reads the payment history again by itself, says so, and mails nobody for it", () => {
    office.lead();
    const mails = office.subjects().length;
    past(office, { charges: [charge("1", ADA)] });
    office.ports.clock.advance(40 * DAY);
    office.tick();
    expect(office.line()).toMatchObject({ state: "✗" });
    expect(office.line()?.what_to_do).toContain("30 days");
    office.pass(40 * MINUTE);
    expect(office.ports.stripe.asked.map(({ path }) => path)).toContain(CHARGES);
    expect(office.line()).toMatchObject({ state: "✓" });
    expect(office.row().status).toBe("PAID");
    expect(office.subjects()).toHaveLength(mails);
  });

  it("mails nobody before that either where Stripe lists others' payments", () => {
    office.lead();
    const mails = office.subjects().length;
    past(office, { charges: [charge("1", ADA)] });
    office.ports.clock.advance(40 * DAY);
    office.lostPayment("new@shop.test", "evt_new");
    office.pass(40 * MINUTE);
    expect(office.heard()).toEqual(["evt_new APPLIED"]);
    expect(office.row().status).toBe("PAID");
    expect(office.subjects()).toHaveLength(mails);
  });

  it("is none for a shop where nothing happened for two months", () => {
    office.pass(60 * DAY, 6 * HOUR);
    expect(office.line()).toMatchObject({ state: "✓" });
    expect(office.ports.stripe.asked.map(({ path }) => path)).not.toContain(CHARGES);
  });
});
