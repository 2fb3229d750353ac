// Offers: one row per product that can be bought.
import { check } from "./check-column";
import { defineTab, type RowOf, text } from "./column";

export const offers = defineTab({
  name: "Offers",
  place: "front",
  about: { en: "One row per product.", zh: "每个产品一行。" },
  idColumn: "offer",
  columns: {
    offer: text("person", "Short name of the product.", "产品代号。", { widthPx: 110 }),
    name: text("person", "Name as readers see it.", "读者看到的名称。", { widthPx: 180 }),
    checkout_link: text("person", "Where it is bought.", "购买链接。", { widthPx: 260 }),
    stripe_ids: text(
      "person",
      "Its Stripe prices, products or payment links, separated by commas. A payment is told by these, never by the amount.",
      "它在 Stripe 的 price、product 或 payment link 编号，逗号分隔。只按编号识别付款，从不按金额。",
      { widthPx: 260 },
    ),
    check,
  },
});

export type OfferRow = RowOf<typeof offers>;
