// Who paid: the course stops everything, money on its way holds, and nobody is guessed.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  expiredCheckout,
  paidCheckout,
  paidDirectly,
  pendingArrived,
  pendingCheckout,
  pendingFailed,
} from "../../local/stripe/events.ts";
import { Founder } from "./founder.ts";
import { DAY, HOUR } from "./office.ts";
import { sale } from "./sales.ts";

const ADA = "ada@post.test";
const BEN = "ben@post.test";
let base: Founder;
const copies: Founder[] = [];
/** Ada has asked for everything there is; her first mails have gone. */
function office(): Founder {
  const copy = base.copy();
  copies.push(copy);
  return copy;
}
beforeAll(() => {
  base = Founder.open();
  for (const form of ["geo", "free_audit", "lite"]) {
    base.form(form, ADA, { url: "https://ada.test" });
  }
  base.ticks(3);
});
afterAll(() => {
  for (const copy of [base, ...copies]) copy.close();
});
const statuses = (own: Founder, email = ADA) =>
  Object.fromEntries(own.queue(email).map(({ flow, status }) => [flow, status]));

describe("the course (R110)", () => {
  it("bought, stops every flow and is delivered once", () => {
    const own = office();
    const before = own.steps(ADA);
    own.hook(...paidCheckout(sale("c1", ADA, { link: "plink_course" }), own.host.now()));
    own.ticks(3);
    expect(statuses(own)).toEqual({
      geo: "PAID",
      free_check: "PAID",
      lite: "PAID",
      course: "PAID",
    });
    own.pass(100 * DAY, 5 * DAY);
    expect(own.steps(ADA)).toEqual([...before, "course_delivery"]);
  });

  it("bought by somebody nobody knew makes a contact who is paid, with the delivery alone", () => {
    const own = office();
    own.hook(...paidCheckout(sale("c2", BEN, { link: "plink_course" }), own.host.now()));
    own.pass(30 * DAY, DAY);
    expect(own.contact(BEN)).toMatchObject({ paid: "YES", source: "stripe" });
    expect(statuses(own, BEN)).toEqual({ course: "PAID" });
    expect(own.steps(BEN)).toEqual(["course_delivery"]);
  });

  it("is never told by its amount: a payment that names no product stops all and delivers nothing", () => {
    const own = office();
    const before = own.steps(ADA);
    own.hook(...paidCheckout(sale("c3", ADA, { cents: 59_000 }), own.host.now()));
    own.pass(30 * DAY, DAY);
    expect(statuses(own)).toEqual({ geo: "PAID", free_check: "PAID", lite: "PAID" });
    expect(own.steps(ADA)).toEqual(before);
  });
});

describe("money on its way", () => {
  it("holds every row until it arrives", () => {
    const own = office();
    const before = own.steps(ADA);
    own.hook(...pendingCheckout(sale("p1", ADA, { link: "plink_lite" }), own.host.now()));
    own.ticks(3);
    expect(new Set(Object.values(statuses(own)))).toEqual(new Set(["PAUSED"]));
    own.pass(5 * DAY, 12 * HOUR);
    expect(own.steps(ADA)).toEqual(before);
    own.hook(...pendingArrived(sale("p1", ADA, { link: "plink_lite" }), own.host.now()));
    own.ticks(3);
    expect(new Set(Object.values(statuses(own)))).toEqual(new Set(["PAID"]));
  });

  it("lets them go on when it does not, with a row for what failed", () => {
    const own = office();
    own.hook(...pendingCheckout(sale("p2", ADA, { link: "plink_lite" }), own.host.now()));
    own.pass(HOUR);
    own.hook(...pendingFailed(sale("p2", ADA, { link: "plink_lite" }), own.host.now()));
    own.ticks(3);
    expect(statuses(own)).toEqual({
      geo: "ACTIVE",
      free_check: "ACTIVE",
      lite: "UNPAID",
      stripe_failed: "FAILED",
    });
  });

  it("a checkout that was left is no failure: recorded, one calm mail where that flow is on", () => {
    const own = office();
    const before = own.steps(ADA);
    own.hook(...expiredCheckout(sale("x1", ADA, { link: "plink_lite" }), own.host.now()));
    own.pass(2 * HOUR);
    expect(own.queue(ADA, "stripe_failed")).toEqual([]);
    expect(own.steps(ADA)).toEqual([...before, "checkout_open"]);
    const off = office();
    off.type("Flows", "checkout_open", "on", "NO");
    off.hook(...expiredCheckout(sale("x2", ADA, { link: "plink_lite" }), off.host.now()));
    off.pass(2 * HOUR);
    expect(off.steps(ADA)).toEqual(before);
    expect(off.events("checkout.session.expired")).toHaveLength(1);
  });
});

describe("a payer nobody knows", () => {
  it("waits in Unmatched, once; a suspect is PAUSED, and This is … stops the right rows", () => {
    const own = office();
    own.form("lite", BEN, { name: "Ben", url: "https://ben.test" });
    own.ticks(2);
    const unknown = sale("u1", "", { name: "Ada", link: "plink_lite" });
    own.hook(...paidDirectly(unknown, own.host.now()), ...paidCheckout(unknown, own.host.now()));
    own.ticks(3);
    expect(own.rows("Unmatched")).toHaveLength(1);
    expect(statuses(own).lite).toBe("PAUSED");
    expect(statuses(own, BEN).lite).toBe("UNPAID");
    own.type("Unmatched", "pi_u1", "this_is", ADA);
    own.ticks(3);
    expect(new Set(Object.values(statuses(own)))).toEqual(new Set(["PAID"]));
    expect(statuses(own, BEN).lite).toBe("UNPAID");
    expect(own.rows("Unmatched")[0]?.resolved_at).not.toBe("");
  });

  it("settled as somebody else lets the suspect go on", () => {
    const own = office();
    own.form("lite", BEN, { name: "Ben", url: "https://ben.test" });
    own.ticks(2);
    own.hook(...paidCheckout(sale("u2", "", { link: "plink_lite" }), own.host.now()));
    own.ticks(3);
    expect(statuses(own).lite).toBe("PAUSED");
    own.type("Unmatched", "pi_u2", "this_is", BEN);
    own.ticks(3);
    expect(statuses(own).lite).toBe("UNPAID");
    expect(statuses(own, BEN).lite).toBe("PAID");
  });
});
