// Offers: one row per product that can be bought.
import { check } from "./check-column";
import { choice, defineTab, type RowOf, text, time } from "./column";

export const offers = defineTab({
  name: "Offers",
  place: "front",
  about: { en: "One row per product.", zh: "每个产品一行。" },
  idColumn: "offer",
  columns: {
    offer: text("person", "Short name of the product.", "产品代号。", { widthPx: 110 }),
    name: text("person", "Name as readers see it.", "读者看到的名称。", { widthPx: 180 }),
    flow: text(
      "person",
      "The flow of this product: a request starts its price window there, and the buyer's row and delivery mail belong to it.",
      "该产品对应的流程：申请后在此开始优惠期，买家的行和交付邮件也属于它。",
      { widthPx: 80 },
    ),
    price: text("person", "As readers see it, e.g. €49.", "读者看到的价格，例如 €49。", {
      widthPx: 80,
    }),
    checkout_link: text("person", "Where it is bought at this price.", "按此价格购买的链接。", {
      widthPx: 260,
    }),
    stripe_ids: text(
      "person",
      "Its Stripe prices, products or payment links, separated by commas. A payment is told by these, never by the amount.",
      "它在 Stripe 的 price、product 或 payment link 编号，逗号分隔。只按编号识别付款，从不按金额。",
      { widthPx: 220 },
    ),
    window: text(
      "person",
      "How long that price holds after somebody asks, e.g. 72 h. Once per person; it never starts again. Empty: no window.",
      "该价格在对方申请后保持多久，例如 72 h。每人一次，不会重新开始。空：没有优惠期。",
      { widthPx: 80 },
    ),
    window_ends: time(
      "person",
      "Instead of window: one date for everybody.",
      "代替 window：对所有人相同的截止时间。",
    ),
    price_after: text("person", "The price after that.", "之后的价格。", { widthPx: 80 }),
    checkout_link_after: text(
      "person",
      "Where it is bought at the price after that.",
      "按之后的价格购买的链接。",
      { widthPx: 260 },
    ),
    stripe_ids_after: text(
      "person",
      "The Stripe ids of the price after that.",
      "之后价格的 Stripe 编号。",
      { widthPx: 220 },
    ),
    delivery_link: text(
      "person",
      "What the buyer gets, for {{ links.delivery }} in the delivery mail.",
      "买家得到的内容链接，用于交付邮件里的 {{ links.delivery }}。",
      { widthPx: 220 },
    ),
    free_counts: choice(
      "person",
      ["YES", "NO"],
      "YES: a checkout of amount 0 is a purchase, as with a full coupon.",
      "YES：金额为 0 的结账也算购买，例如全额优惠券。",
    ),
    allows: text(
      "person",
      "Flows a buyer may still get, after a rest: course 30 d. Separated by commas. Empty: a payment stops everything.",
      "购买后仍可进入的流程及间隔：course 30 d。逗号分隔。空：付款即停发一切。",
      { widthPx: 160 },
    ),
    check,
  },
});

export type OfferRow = RowOf<typeof offers>;
