// GEO, the free check and the recovery of failed payments, from the first event to the last mail, by the moving clock.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failedInvoice, failedPayment, paidCheckout } from "../../local/stripe/events.ts";
import { Founder } from "./founder.ts";
import { DAY, HOUR, MINUTE } from "./office.ts";
import { sale, sessionEvent } from "./sales.ts";

const ADA = "ada@post.test";
let base: Founder;
const copies: Founder[] = [];
function office(): Founder {
  const copy = base.copy();
  copies.push(copy);
  return copy;
}
beforeAll(() => {
  base = Founder.open();
});
afterAll(() => {
  for (const copy of [base, ...copies]) copy.close();
});

describe("the GEO pack", () => {
  it("goes at once, again after 48 h to the minute, and then nothing (R69, R70, R104)", () => {
    const own = office();
    own.form("geo", ADA);
    own.ticks(2);
    expect(own.steps(ADA)).toEqual(["geo_1"]);
    const [first] = own.mails(ADA);
    const due = own.time(ADA, "geo", "next_at");
    expect(due).toBe((first?.at ?? 0) + 48 * HOUR);
    own.jumpTo(due - MINUTE);
    expect(own.steps(ADA)).toEqual(["geo_1"]);
    own.jumpTo(due + MINUTE);
    expect(own.steps(ADA)).toEqual(["geo_1", "geo_2"]);
    expect(own.row(ADA, "geo")).toMatchObject({ status: "DONE", next_at: "" });
    expect(own.time(ADA, "geo", "first_sent_at")).toBe(first?.at);
    expect(own.time(ADA, "geo", "second_sent_at")).toBe(own.mails(ADA)[1]?.at);
  });

  it("leads on to one mail about Lite seven days later, and only a press goes further", () => {
    const own = office();
    own.form("geo", ADA);
    own.pass(2 * DAY + 4 * HOUR, HOUR);
    const done = own.mails(ADA)[1]?.at ?? 0;
    expect(own.row(ADA, "geo_to_lite")).toMatchObject({ status: "ACTIVE" });
    // Counted from the end of GEO, which is seen by the run that sends its last mail or the next.
    expect(own.time(ADA, "geo_to_lite", "next_at") - done - 7 * DAY).toBeLessThan(2 * HOUR);
    own.pass(90 * DAY, 2 * DAY);
    expect(own.steps(ADA)).toEqual(["geo_1", "geo_2", "geo_to_lite"]);
    expect(own.queue(ADA, "lite")).toEqual([]);
    const { text } = own.mails(ADA)[2] ?? { text: "" };
    const token = /[?&]t=([^&\s]+)/.exec(/\S+p=offer\S+/.exec(text)?.[0] ?? "")?.[1] ?? "";
    own.post({ p: "offer", o: "lite", t: decodeURIComponent(token) });
    own.ticks(2);
    expect(own.row(ADA, "lite")).toMatchObject({ status: "UNPAID", stage: 0 });
    expect(own.steps(ADA).at(-1)).toBe("lite_receipt");
  });

  it("asked for again is one row, and mail 1 comes at most once a day more (design 4.5)", () => {
    const own = office();
    own.form("geo", ADA);
    own.ticks(2);
    own.form("geo", ADA);
    own.pass(2 * HOUR);
    own.form("geo", ADA, { name: "Ada again" });
    own.pass(2 * HOUR);
    expect(own.steps(ADA)).toEqual(["geo_1"]);
    own.pass(22 * HOUR);
    own.form("geo", ADA);
    own.pass(30 * MINUTE);
    expect(own.steps(ADA)).toEqual(["geo_1", "geo_1"]);
    own.pass(10 * DAY, DAY);
    expect(
      own
        .steps(ADA)
        .filter((step) => /^geo_\d$/.test(step))
        .sort(),
    ).toEqual(["geo_1", "geo_1", "geo_2"]);
    expect(own.queue(ADA, "geo")).toHaveLength(1);
  });
});

describe("the free check (R30, R105)", () => {
  function asked(): Founder {
    const own = office();
    own.form("free_audit", ADA, { url: "https://ada.test" });
    own.ticks(2);
    return own;
  }

  it("sends a receipt, says what it waits for, and waits for ever", () => {
    const own = asked();
    expect(own.steps(ADA)).toEqual(["free_check_receipt"]);
    expect(own.row(ADA, "free_check")).toMatchObject({ status: "ACTIVE", stage: 1, next_at: "" });
    expect(own.row(ADA, "free_check").why).toContain("waits for the result");
    expect(own.contact(ADA)).toMatchObject({ source: "FREE_AUDIT" });
    own.pass(120 * DAY, 5 * DAY);
    expect(own.steps(ADA)).toEqual(["free_check_receipt"]);
    expect(own.queue(ADA)).toHaveLength(1);
  });

  it("sends the result once, when a program posts it", () => {
    const own = asked();
    const result = { email: ADA, result_url: "https://files.test/r/ada" };
    expect(own.keyed("free_check.result", result, "wrong")).toMatchObject({ kind: "text" });
    expect(own.keyed("free_check.result", { email: ADA })).toMatchObject({ kind: "text" });
    own.ticks(2);
    expect(own.steps(ADA)).toEqual(["free_check_receipt"]);
    expect(own.keyed("free_check.result", result)).toMatchObject({ kind: "html" });
    own.keyed("free_check.result", result);
    own.ticks(3);
    own.pass(3 * DAY, 6 * HOUR);
    expect(own.steps(ADA)).toEqual(["free_check_receipt", "free_check_result"]);
    expect(own.mails(ADA)[1]?.text).toContain("https://files.test/r/ada");
    expect(own.row(ADA, "free_check")).toMatchObject({ status: "DONE", next_at: "" });
    expect(own.queue(ADA, "lite")).toEqual([]);
  });

  it("sends the result when a person types it", () => {
    const own = asked();
    const { id } = own.row(ADA, "free_check");
    own.type("Queue", String(id), "result_url", "https://files.test/r/typed");
    own.ticks(3);
    expect(own.steps(ADA)).toEqual(["free_check_receipt", "free_check_result"]);
    expect(own.mails(ADA)[1]?.text).toContain("https://files.test/r/typed");
  });
});

describe("a failed payment (R32, R77, R78, R108)", () => {
  it("brings one mail after 6 h, a final one after 24, and never a third", () => {
    const own = office();
    const failedAt = Math.floor(own.host.now() / 1_000) * 1_000;
    own.hook(...failedPayment(sale("f1", ADA), own.host.now()));
    own.ticks(3);
    expect(own.row(ADA, "stripe_failed")).toMatchObject({ status: "FAILED", stage: 0 });
    expect(own.time(ADA, "stripe_failed", "next_at")).toBe(failedAt + 6 * HOUR);
    own.jumpTo(failedAt + 6 * HOUR - MINUTE);
    expect(own.steps(ADA)).toEqual([]);
    own.jumpTo(failedAt + 6 * HOUR + MINUTE);
    expect(own.steps(ADA)).toEqual(["stripe_failed_1"]);
    expect(own.time(ADA, "stripe_failed", "next_at")).toBe(failedAt + 24 * HOUR);
    own.jumpTo(failedAt + 24 * HOUR - MINUTE);
    expect(own.steps(ADA)).toHaveLength(1);
    own.jumpTo(failedAt + 24 * HOUR + MINUTE);
    own.pass(60 * DAY, 2 * DAY);
    expect(own.steps(ADA)).toEqual(["stripe_failed_1", "stripe_failed_2"]);
    expect(own.row(ADA, "stripe_failed")).toMatchObject({ status: "FAILED", next_at: "" });
    expect(own.row(ADA, "stripe_failed").why).toContain("both mails sent");
  });

  it("told again, also by its charge or on a later try, is one row and the same two times", () => {
    const own = office();
    const start = own.host.now();
    own.hook(...failedPayment(sale("f2", ADA), start));
    own.pass(5 * HOUR);
    own.hook(...failedPayment(sale("f2", ADA), own.host.now()));
    own.pass(2 * DAY, 30 * MINUTE);
    expect(own.queue(ADA, "stripe_failed")).toHaveLength(1);
    const [first, second, third] = own.mails(ADA);
    expect(third).toBeUndefined();
    expect(Math.abs((first?.at ?? 0) - start - 6 * HOUR)).toBeLessThan(31 * MINUTE);
    expect(Math.abs((second?.at ?? 0) - start - 24 * HOUR)).toBeLessThan(31 * MINUTE);
  });

  it("paid in the meantime is PAID, and nothing goes", () => {
    const own = office();
    own.hook(...failedPayment(sale("f3", ADA), own.host.now()));
    own.pass(3 * HOUR);
    own.hook(...paidCheckout(sale("f3", ADA), own.host.now()));
    own.pass(4 * DAY, 3 * HOUR);
    expect(own.row(ADA, "stripe_failed")).toMatchObject({ status: "PAID", next_at: "" });
    expect(own.steps(ADA)).toEqual([]);
  });

  it("paid at Stripe without our being told is found before the mail", () => {
    const own = office();
    own.hook(...failedPayment(sale("f4", ADA), own.host.now()));
    own.pass(3 * HOUR);
    for (const event of paidCheckout(sale("f4", ADA), own.host.now())) own.stripe.store.post(event);
    own.pass(4 * DAY, 3 * HOUR);
    expect(own.steps(ADA)).toEqual([]);
    expect(own.row(ADA, "stripe_failed")).toMatchObject({ status: "PAID" });
  });

  it("after both were missed, sends only the final one; after 72 h late, none", () => {
    const late = office();
    late.hook(...failedPayment(sale("f5", ADA), late.host.now() - 30 * HOUR));
    late.pass(4 * DAY, 3 * HOUR);
    expect(late.steps(ADA)).toEqual(["stripe_failed_2"]);
    const gone = office();
    gone.hook(...failedPayment(sale("f6", ADA), gone.host.now() - 97 * HOUR));
    gone.pass(4 * DAY, 3 * HOUR);
    expect(gone.steps(ADA)).toEqual([]);
  });

  it.each<[string, (own: Founder) => void, string]>([
    [
      "the open checkout",
      (own) => {
        own.stripe.store.post(sessionEvent(sale("link", ADA), own.host.now(), "open"));
        own.hook(...failedPayment(sale("link", ADA), own.host.now()));
      },
      "https://pay.test/c/link",
    ],
    [
      "the invoice's own page",
      (own) => own.hook(...failedInvoice(sale("link", ADA), own.host.now())),
      "https://pay.test/c/link",
    ],
    [
      "the recovery_url of Settings when there is nothing else",
      (own) => own.hook(...failedPayment(sale("link", ADA), own.host.now())),
      "https://pay.test/recover",
    ],
  ])("links to %s, as received", (_, told, link) => {
    const own = office();
    told(own);
    own.pass(7 * HOUR);
    expect(own.steps(ADA)).toEqual(["stripe_failed_1"]);
    expect(own.mails(ADA)[0]?.text).toContain(link);
  });

  it("without any link sends nothing and says why", () => {
    const own = office();
    own.type("Settings", "recovery_url", "value", "");
    own.hook(...failedPayment(sale("nolink", ADA), own.host.now()));
    own.pass(7 * HOUR);
    expect(own.steps(ADA)).toEqual([]);
    expect(String(own.row(ADA, "stripe_failed").why)).toMatch(/recovery_url/);
  });
});
