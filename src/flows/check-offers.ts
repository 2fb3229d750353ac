// Offers rows, checked: a link a reader can open, and ids that Stripe gives. A wrong one names itself and stops nothing.
import type { OfferRow } from "../../sheets-schema/index";
import type { RuleFault } from "../model/flow";
import { listOf } from "../model/list-cell";
import { isWebAddress, WEB_ADDRESS } from "../model/web-address";

/** Prices, products, payment links and the older plans. */
const STRIPE_ID = /^(price|prod|plink|plan)_[A-Za-z0-9_]+$/;

export function checkOffers(
  rows: readonly { readonly row: number; readonly cells: OfferRow }[],
): readonly RuleFault[] {
  return rows.flatMap(({ row, cells }) => {
    const fault = { tab: "Offers" as const, id: cells.offer, row, flow: "" };
    const faults: RuleFault[] = [];
    const link = cells.checkout_link.trim();
    if (link !== "" && !isWebAddress(link)) {
      faults.push({ ...fault, column: "checkout_link", seen: link, allowed: WEB_ADDRESS });
    }
    const wrong = listOf(cells.stripe_ids).filter((id) => !STRIPE_ID.test(id));
    if (wrong.length > 0) {
      const seen = wrong.join(", ");
      faults.push({ ...fault, column: "stripe_ids", seen, allowed: "price_…, prod_…, plink_…" });
    }
    return faults;
  });
}
