// The products a payment can be for. Prices, links and Stripe ids are the owner's to fill in.
import type { OfferRow, Words } from "../../sheets-schema/index";

const OFFERS: readonly { readonly offer: string; readonly name: Words; readonly window: string }[] =
  [
    {
      offer: "lite",
      name: { en: "Lite", zh: "Lite 验证版" },
      window: "72 h",
    },
    { offer: "course", name: { en: "SEO system course", zh: "SEO 系统课" }, window: "" },
  ];

export function shippedOffers(language: keyof Words): readonly OfferRow[] {
  return OFFERS.map(({ offer, name, window }) => ({
    offer,
    name: name[language],
    flow: offer,
    price: "",
    checkout_link: "",
    stripe_ids: "",
    window,
    window_ends: null,
    price_after: "",
    checkout_link_after: "",
    stripe_ids_after: "",
    delivery_link: "",
    free_counts: "NO",
    allows: "",
    check: "",
  }));
}
