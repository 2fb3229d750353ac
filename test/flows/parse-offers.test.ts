// Offers rows: what they mean, and how a wrong one names itself and stops its flow alone (issue of bad input).
import { describe, expect, it } from "vitest";
import type { OfferRow } from "../../sheets-schema/index";
import { parseOffers } from "../../src/flows/parse-offers";
import { HOUR_MS } from "../../src/model/time";

const LITE: OfferRow = {
  offer: "lite",
  name: "Lite",
  flow: "lite",
  price: "€49",
  checkout_link: "https://buy.stripe.com/a",
  stripe_ids: "price_1, plink_1",
  window: "72 h",
  window_ends: null,
  price_after: "€79",
  checkout_link_after: "https://buy.stripe.com/b",
  stripe_ids_after: "price_2",
  delivery_link: "https://files.test/lite",
  free_counts: "NO",
  allows: "course 30 d",
  check: "",
};
const COURSE: OfferRow = {
  ...LITE,
  offer: "course",
  name: "",
  flow: "course",
  price: "€590",
  stripe_ids: "prod_9",
  window: "",
  price_after: "",
  checkout_link_after: "",
  stripe_ids_after: "",
  allows: "",
};
const FLOWS = new Map([
  ["lite", { on: true }],
  ["course", { on: false }],
  ["geo", { on: true }],
]);

type Odd = Readonly<Partial<Record<string, string>>>;
function parsed(rows: readonly OfferRow[], odd: Odd = {}) {
  const numbered = rows.map((cells, at) => ({ row: at + 2, cells, odd: at === 0 ? odd : {} }));
  return parseOffers(numbered, FLOWS);
}

describe("Offers rows that fit", () => {
  const { offers, faults } = parsed([LITE, COURSE]);

  it("have no fault", () => {
    expect(faults).toEqual([]);
  });

  it("give the price before and after the window, and their ids (R79)", () => {
    expect(offers.get("lite")).toMatchObject({
      before: { price: "€49", link: "https://buy.stripe.com/a" },
      after: { price: "€79", link: "https://buy.stripe.com/b" },
      windowMs: 72 * HOUR_MS,
      windowEnds: null,
      stripeIds: ["price_1", "plink_1"],
      stripeIdsAfter: ["price_2"],
      freeCounts: false,
    });
  });

  it("without a window keep one price for ever and fall back to their short name", () => {
    const course = offers.get("course");
    expect(course).toMatchObject({ name: "course", windowMs: null });
    expect(course?.after).toEqual(course?.before);
  });

  it("say which flow a buyer may still get, and after which rest", () => {
    expect([...(offers.get("lite")?.allows ?? [])]).toEqual([["course", 720 * HOUR_MS]]);
    const two = parsed([{ ...LITE, allows: "course 30 d；geo" }]).offers.get("lite")?.allows;
    expect([...(two ?? [])]).toEqual([
      ["course", 720 * HOUR_MS],
      ["geo", 0],
    ]);
  });

  it("may name one product for both prices", () => {
    const ids = { stripe_ids: "price_1, prod_1", stripe_ids_after: "price_2, prod_1" };
    expect(parsed([{ ...LITE, ...ids }]).faults).toEqual([]);
  });

  it("may stand half empty while their flow is off, and empty rows are no offers", () => {
    const blank = { ...COURSE, price: "", checkout_link: "", stripe_ids: "" };
    expect(parsed([blank, { ...blank, offer: "", flow: "" }]).faults).toEqual([]);
  });

  it("as shipped, with a window and no price yet, wait for their owner without a fault", () => {
    const shipped = { ...LITE, flow: "course", price: "", price_after: "", checkout_link: "" };
    expect(parsed([{ ...shipped, allows: "" }]).faults).toEqual([]);
  });
});

describe("an Offers row", () => {
  it.each<[Partial<OfferRow>, string, string]>([
    [{ offer: "Lite!" }, "offer", "Lite!"],
    [{ flow: "nope" }, "flow", "nope"],
    [{ checkout_link: "" }, "checkout_link", ""],
    [{ price: "", price_after: "" }, "price", ""],
    [{ checkout_link: "buy.stripe.com/x" }, "checkout_link", "buy.stripe.com/x"],
    [{ checkout_link: "javascript:alert(1)" }, "checkout_link", "javascript:alert(1)"],
    [{ checkout_link: "https://example.com/pay" }, "checkout_link", "https://example.com/pay"],
    [{ delivery_link: "https://shop.example/…" }, "delivery_link", "https://shop.example/…"],
    [{ checkout_link_after: "http://x.test" }, "checkout_link_after", "http://x.test"],
    [{ checkout_link_after: "" }, "checkout_link_after", ""],
    [{ window: "three days" }, "window", "three days"],
    [{ window: "0" }, "window", "0"],
    [{ window_ends: 1 }, "window_ends", ""],
    [{ price_after: "" }, "price_after", ""],
    [{ stripe_ids: "price_1, 49 USD" }, "stripe_ids", "49, USD"],
    [{ stripe_ids_after: "price_1" }, "stripe_ids_after", "price_1"],
    [{ allows: "course soon" }, "allows", "course soon"],
    [{ allows: "nope 30 d" }, "allows", "nope 30 d"],
    [{ allows: "lite 30 d" }, "allows", "lite 30 d"],
  ])("with %j names tab, row, column and what was seen", (cells, column, seen) => {
    const { faults } = parsed([{ ...LITE, ...cells }]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ tab: "Offers", row: 2, column, seen });
  });

  it("that is wrong stops its own flow and no other", () => {
    const { faults } = parsed([{ ...LITE, window: "soon" }, COURSE]);
    expect(faults.map(({ flow }) => flow)).toEqual(["lite"]);
    expect(parsed([{ ...LITE, flow: "nope" }]).faults.map(({ flow }) => flow)).toEqual([""]);
  });

  it.each(["window_ends", "free_counts"])("with an unreadable %s says so", (column) => {
    const { faults } = parsed([LITE], { [column]: "maybe" });
    expect(faults).toMatchObject([{ column, seen: "maybe" }]);
  });

  it("may not share an id, a name or a flow with another", () => {
    const twin = { ...COURSE, stripe_ids: "price_1" };
    expect(parsed([LITE, twin]).faults).toMatchObject([
      { id: "course", row: 3, column: "stripe_ids", seen: "price_1" },
    ]);
    const again = { ...COURSE, offer: "lite" };
    expect(parsed([LITE, again]).faults).toMatchObject([{ column: "offer", seen: "lite" }]);
    const sameFlow = { ...COURSE, flow: "lite" };
    expect(parsed([LITE, sameFlow]).faults).toMatchObject([{ column: "flow", seen: "lite" }]);
  });
});

describe("an offer without a flow", () => {
  it("says that its buyers get no delivery, and stops nothing", () => {
    const { faults, offers } = parsed([LITE, { ...COURSE, flow: "" }]);
    expect(faults).toMatchObject([{ id: "course", column: "flow", seen: "", flow: "" }]);
    expect(JSON.stringify(faults[0]?.allowed)).toContain("no delivery mail");
    expect(offers.get("course")?.stripeIds).toEqual(["prod_9"]);
  });

  it("that nobody can buy by Stripe says nothing", () => {
    expect(parsed([LITE, { ...COURSE, flow: "", stripe_ids: "" }]).faults).toEqual([]);
  });
});
