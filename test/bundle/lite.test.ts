// Lite from the request to the conclusion: price window, drip over more than two years, payment.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { disputed, paidCheckout } from "../../local/stripe/events.ts";
import { Founder } from "./founder.ts";
import { DAY, HOUR, MINUTE } from "./office.ts";
import { sale } from "./sales.ts";

const ADA = "ada@post.test";
let base: Founder;
const others: Founder[] = [];
function office(from = base): Founder {
  const copy = from.copy();
  others.push(copy);
  return copy;
}
/** Asked for Lite, the receipt has gone. */
function asked(from = base, timezone = "America/New_York"): Founder {
  const own = office(from);
  own.form("lite", ADA, { url: "https://ada.test", timezone });
  own.ticks(2);
  return own;
}
beforeAll(() => {
  base = Founder.open();
});
afterAll(() => {
  for (const copy of [base, ...others]) copy.close();
});
/** The offer page as the receipt links to it. */
function offerPage(own: Founder): string {
  const receipt = own.mails(ADA).find(({ step }) => step === "lite_receipt")?.text ?? "";
  const query = /exec\?(\S*p=offer\S*)/.exec(receipt)?.[1] ?? "no link";
  const page = own.get(query);
  return page.kind === "html" ? page.html : "";
}

/** R71–R76: the days from mail n to mail n+1. */
const DAYS_AFTER_MAIL = [7, 7, 7, 7, 15, 15, 30, 30, 60, 90, 90, 90, 90, 90, 90, 90];
const STAGES = DAYS_AFTER_MAIL.length + 1;

describe("the drip of Lite (R71–R76, R107)", () => {
  it("keeps the table to the minute over 17 mails and two years, across daylight saving", () => {
    const berlin = Founder.open("Europe/Berlin");
    others.push(berlin);
    const own = asked(berlin);
    const entered = own.time(ADA, "lite", "entered_at");
    expect(own.row(ADA, "lite")).toMatchObject({ status: "UNPAID", stage: 0, next_step: "lite_1" });
    expect(own.time(ADA, "lite", "next_at")).toBe(entered + 72 * HOUR);
    for (let stage = 0; stage < STAGES; stage += 1) {
      const due = own.time(ADA, "lite", "next_at");
      own.jumpTo(due - MINUTE);
      expect(own.row(ADA, "lite").stage).toBe(stage);
      own.jumpTo(due + MINUTE);
      const went = own.time(ADA, "lite", "last_at");
      expect(own.row(ADA, "lite")).toMatchObject({ status: "UNPAID", stage: stage + 1 });
      expect(went - due).toBeLessThan(2 * MINUTE);
      const wait = (DAYS_AFTER_MAIL[stage] ?? 90) * DAY;
      expect(own.time(ADA, "lite", "next_at"), `after mail ${stage + 1}`).toBe(went + wait);
    }
    expect(own.host.now() - entered).toBeGreaterThan(730 * DAY);
    const drip = own.steps(ADA).slice(1);
    expect(drip.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, at) => `lite_${at + 1}`));
    expect(new Set(drip.slice(10))).toEqual(new Set(["lite_again"]));
  });

  it("never repeats one of the last four texts, and only such that hold at any time", () => {
    const own = asked();
    for (let stage = 0; stage < 22; stage += 1) {
      const due = own.time(ADA, "lite", "next_at");
      // After months without a run Stripe is heard first.
      own.jumpTo(due - 10 * MINUTE);
      own.jumpTo(due + MINUTE);
    }
    const texts = own.templates(ADA).filter((name) => /^lite_\d/.test(name));
    expect(texts).toHaveLength(22);
    for (const [at, text] of texts.entries()) {
      expect(texts.slice(Math.max(0, at - 4), at), `mail ${at + 1}`).not.toContain(text);
      if (at >= 10) expect(text).toMatch(/^lite_[235689]$/);
    }
  });

  it("is never faster for whoever missed some: a late mail moves the rest (design 4.9)", () => {
    const own = asked();
    own.type("Settings", "sending", "value", "OFF");
    own.pass(40 * DAY, 4 * DAY);
    own.type("Settings", "sending", "value", "ON");
    own.pass(30 * DAY, DAY);
    const times = own
      .mails(ADA)
      .slice(1)
      .map(({ at }) => at);
    for (const [at, time] of times.entries()) {
      if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(7 * DAY);
    }
    expect(times.length).toBeGreaterThan(2);
    expect(times.length).toBeLessThan(7);
  });
});

describe("the price window (R33, R79, R109)", () => {
  it("holds for 72 h to the second, on the page and in the mails, and never begins again", () => {
    const own = asked();
    const deadline = own.time(ADA, "lite", "offer_deadline");
    expect(deadline).toBe(own.time(ADA, "lite", "entered_at") + 72 * HOUR);
    expect(own.row(ADA, "lite").price).toBe("€49");
    expect(own.mails(ADA)[0]?.text).toContain("€49");
    // After days without a run the first has more to do than fits into five seconds.
    own.jumpTo(deadline - 10 * MINUTE);
    own.jumpTo(deadline - 5_000);
    expect(offerPage(own)).toContain("https://buy.test/lite?");
    own.form("lite", ADA, { name: "again" });
    own.jumpTo(deadline);
    expect(offerPage(own)).toContain("https://buy.test/lite79");
    expect(offerPage(own)).not.toContain("https://buy.test/lite?");
    own.ticks(2);
    expect(own.row(ADA, "lite").price).toBe("€79");
    expect(own.events("price.switched")).toHaveLength(1);
    expect(own.time(ADA, "lite", "offer_deadline")).toBe(deadline);
    const since = own.mails(ADA).filter(({ at }) => at >= deadline);
    expect(since.map(({ step }) => step)).toContain("lite_1");
    for (const { text } of since) expect(text).not.toContain("€49");
  });

  it("keeps what was promised when the price is edited meanwhile", () => {
    const own = asked();
    own.type("Offers", "lite", "price", "€59");
    own.type("Offers", "lite", "price_after", "€99");
    own.ticks(12);
    expect(offerPage(own)).toContain("€49");
    expect(offerPage(own)).not.toContain("€59");
    expect(own.row(ADA, "lite").price).toBe("€49");
  });

  it("counts a payment at the old price after the deadline, and says so", () => {
    const own = asked();
    own.pass(4 * DAY, 3 * HOUR);
    own.hook(...paidCheckout(sale("old", ADA, { link: "plink_lite" }), own.host.now()));
    own.ticks(3);
    expect(own.row(ADA, "lite")).toMatchObject({ status: "PAID", stop_reason: "lite" });
    expect(String(own.row(ADA, "lite").why)).toMatch(/earlier price|old price|price/);
  });
});

describe("a payment for Lite (R94–R97, R106)", () => {
  function bought(): Founder {
    const own = asked();
    own.form("geo", ADA);
    own.ticks(2);
    own.hook(...paidCheckout(sale("buy", ADA, { link: "plink_lite" }), own.host.now()));
    own.ticks(3);
    return own;
  }

  it("closes every row, delivers once, and the drip is over for ever", () => {
    const own = bought();
    for (const row of own.queue(ADA)) {
      expect(row).toMatchObject({ status: "PAID", paid: "YES", stop_reason: "lite", next_at: "" });
    }
    expect(own.contact(ADA)).toMatchObject({ paid: "YES", paid_for: "lite" });
    own.pass(200 * DAY, 5 * DAY);
    expect(own.steps(ADA)).toEqual(["lite_receipt", "geo_1", "lite_delivery"]);
  });

  it.each(["indexing", "structure", "content", "order"])(
    "brings the conclusion %s once",
    (layer) => {
      const own = bought();
      const { id } = own.row(ADA, "lite");
      own.type("Queue", String(id), "conclusion", layer);
      own.ticks(3);
      own.keyed("lite.conclusion", { email: ADA, conclusion: layer });
      own.pass(10 * DAY, DAY);
      expect(own.steps(ADA).filter((step) => step === "lite_conclusion")).toHaveLength(1);
      expect(own.templates(ADA).at(-1)).toBe(`lite_conclusion_${layer}`);
    },
  );

  it("takes the conclusion from a program, too, and refuses a fifth one", () => {
    const own = bought();
    expect(own.keyed("lite.conclusion", { email: ADA, conclusion: "luck" })).toMatchObject({
      kind: "text",
    });
    own.keyed("lite.conclusion", { email: ADA, conclusion: "order" });
    own.ticks(3);
    expect(own.row(ADA, "lite").conclusion).toBe("order");
    expect(own.templates(ADA).at(-1)).toBe("lite_conclusion_order");
  });

  it("that comes back is for a person to look at, and nothing goes", () => {
    const own = bought();
    own.hook(...disputed(sale("buy", ADA), own.host.now()));
    own.ticks(3);
    expect(own.queue(ADA).map(({ status }) => status)).toEqual(["REVIEW", "REVIEW"]);
    own.pass(60 * DAY, 5 * DAY);
    expect(own.steps(ADA)).toEqual(["lite_receipt", "geo_1", "lite_delivery"]);
  });
});
