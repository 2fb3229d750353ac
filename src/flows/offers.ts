// The products a payment can be for. Links and Stripe ids are the owner's to fill in.
import type { OfferRow, Words } from "../../sheets-schema/index";

const NAMES: Readonly<Record<string, Words>> = {
  lite: { en: "Lite: one clear conclusion about your site", zh: "Lite 验证版：一个清晰结论" },
  course: { en: "SEO system course", zh: "SEO 系统课" },
};

export function shippedOffers(language: keyof Words): readonly OfferRow[] {
  return Object.entries(NAMES).map(([offer, name]) => ({
    offer,
    name: name[language],
    checkout_link: "",
    stripe_ids: "",
    check: "",
  }));
}
