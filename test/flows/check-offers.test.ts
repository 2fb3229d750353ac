import { describe, expect, it } from "vitest";
import type { OfferRow } from "../../sheets-schema/index";
import { checkOffers } from "../../src/flows/check-offers";

function faultsOf(cells: Partial<OfferRow>) {
  const offer = { offer: "lite", name: "Lite", checkout_link: "", stripe_ids: "", check: "" };
  return checkOffers([{ row: 2, cells: { ...offer, ...cells } }]);
}

describe("an Offers row", () => {
  it.each([
    {},
    { checkout_link: "https://buy.stripe.com/x" },
    { stripe_ids: "price_1, prod_2；plink_3" },
  ])("with %j is fine", (cells) => {
    expect(faultsOf(cells)).toEqual([]);
  });

  it.each([
    [{ checkout_link: "buy.stripe.com/x" }, "checkout_link", "buy.stripe.com/x"],
    [{ checkout_link: "javascript:alert(1)" }, "checkout_link", "javascript:alert(1)"],
    [{ stripe_ids: "price_1, 49 USD" }, "stripe_ids", "49, USD"],
  ])("with %j names its cell, what was seen and what is allowed", (cells, column, seen) => {
    expect(faultsOf(cells)).toMatchObject([{ tab: "Offers", id: "lite", row: 2, column, seen }]);
  });
});
