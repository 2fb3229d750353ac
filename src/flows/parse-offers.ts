// Offers rows, read and checked. A wrong row names its cell and stops only the flow it belongs to.
import type { OfferRow } from "../../sheets-schema/index";
import type { RuleFault } from "../model/flow";
import { listOf } from "../model/list-cell";
import type { Offer, Offers } from "../model/offer";
import { placeholderIn } from "../model/placeholder";
import { parseWait } from "../model/time";
import { isWebAddress } from "../model/web-address";
import { RULE_FAULTS, WEB_ADDRESS_WORDS } from "../words/rule-faults";
import { type Fault, faultsOf, type Numbered, oneOf, SMALL_NAME } from "./faults";

export interface ParsedOffers {
  readonly offers: Offers;
  readonly faults: readonly RuleFault[];
}
/** The flows by name; Rules is one. */
type Flows = ReadonlyMap<string, { readonly on: boolean }>;

/** Prices, products, payment links and the older plans. */
const STRIPE_ID = /^(price|prod|plink|plan)_[A-Za-z0-9_]+$/;
const STRIPE_IDS = "price_…, prod_…, plink_…";
/** "course 30 d": a flow and the rest before it. */
const ALLOWED = /^([a-z][a-z0-9_]*)(?:\s+(\d{1,5} ?(?:min|h|d)|0))?$/i;
const LINKS = ["checkout_link", "checkout_link_after", "delivery_link"] as const;

export function parseOffers(rows: readonly Numbered<OfferRow>[], flows: Flows): ParsedOffers {
  const faults: RuleFault[] = [];
  const offers = new Map<string, Offer>();
  const owners = new Map<string, string>();
  for (const row of rows) {
    const { offer } = row.cells;
    if (isBlank(row.cells)) continue;
    const stopped = flows.has(row.cells.flow) ? row.cells.flow : "";
    const fault = faultsOf("Offers", offer, row.row, stopped, faults);
    if (!/^[a-z][a-z0-9_]*$/.test(offer)) fault("offer", offer, SMALL_NAME);
    if (offers.has(offer)) fault("offer", offer, RULE_FAULTS.eachOffer);
    checkFlow(row.cells, offers, flows, fault);
    checkLinks(row.cells, flows, fault);
    checkWindow(row, fault);
    checkIds(row.cells, owners, fault);
    if (row.odd.free_counts !== undefined) fault("free_counts", row.odd.free_counts, "YES, NO");
    checkAllows(row.cells, flows, fault);
    if (!offers.has(offer)) offers.set(offer, offerOf(row.cells));
  }
  return { offers, faults };
}

function isBlank({ offer, flow, price, checkout_link, stripe_ids }: OfferRow): boolean {
  return [offer, flow, price, checkout_link, stripe_ids].every((cell) => cell.trim() === "");
}

function offerOf(cells: OfferRow): Offer {
  const before = { price: cells.price.trim(), link: cells.checkout_link.trim() };
  const after = {
    price: cells.price_after.trim() || before.price,
    link: cells.checkout_link_after.trim() || before.link,
  };
  return {
    offer: cells.offer,
    name: cells.name.trim() || cells.offer,
    flow: cells.flow,
    before,
    after,
    windowMs: parseWait(cells.window) || null,
    windowEnds: cells.window_ends,
    stripeIds: listOf(cells.stripe_ids).filter(isStripeId),
    stripeIdsAfter: listOf(cells.stripe_ids_after).filter(isStripeId),
    deliveryLink: cells.delivery_link.trim(),
    freeCounts: cells.free_counts === "YES",
    allows: new Map(allowedOf(cells.allows).map(({ flow, restMs }) => [flow, restMs ?? 0])),
  };
}

/** Two offers on one flow: nobody could tell which price its rows were promised. */
function checkFlow(cells: OfferRow, offers: Offers, flows: Flows, fault: Fault): void {
  const { flow } = cells;
  if (flow === "") {
    const sold = listOf(`${cells.stripe_ids},${cells.stripe_ids_after}`).some(isStripeId);
    if (sold) fault("flow", "", RULE_FAULTS.noDelivery);
    return;
  }
  if (!flows.has(flow)) fault("flow", flow, oneOf(flows.keys()));
  if ([...offers.values()].some((other) => other.flow === flow)) {
    fault("flow", flow, RULE_FAULTS.flowOfOther);
  }
}

function checkLinks(cells: OfferRow, flows: Flows, fault: Fault): void {
  for (const column of LINKS) {
    const link = cells[column].trim();
    if (link === "") continue;
    if (!isWebAddress(link)) fault(column, link, WEB_ADDRESS_WORDS);
    else if (placeholderIn(link) !== null) fault(column, link, RULE_FAULTS.realLink);
  }
  const inUse = flows.get(cells.flow)?.on ?? false;
  if (!inUse) return;
  const { flow } = cells;
  if (cells.checkout_link.trim() === "") {
    fault("checkout_link", "", RULE_FAULTS.checkoutNeeded(flow));
  }
  if (cells.price.trim() === "") {
    fault("price", "", RULE_FAULTS.priceNeeded(flow));
  }
}

function checkWindow({ cells, odd }: Numbered<OfferRow>, fault: Fault): void {
  const { window, price_after } = cells;
  const none = window.trim() === "";
  if (!none && !((parseWait(window) ?? 0) > 0)) {
    fault("window", window, RULE_FAULTS.windowSpan);
  }
  if (odd.window_ends !== undefined) {
    fault("window_ends", odd.window_ends, RULE_FAULTS.windowEnds);
  }
  if (!none && cells.window_ends !== null) {
    fault("window_ends", "", RULE_FAULTS.oneWindow);
  }
  checkAfter(cells, !none || cells.window_ends !== null, price_after.trim(), fault);
}

/** A window without a price after it would be a promise of nothing; only asked once the offer has a price. */
function checkAfter(cells: OfferRow, ends: boolean, after: string, fault: Fault): void {
  if (ends && after === "" && cells.price.trim() !== "") {
    fault("price_after", "", RULE_FAULTS.priceAfter);
  }
  const apart = after !== "" && after !== cells.price.trim();
  if (
    ends &&
    apart &&
    cells.checkout_link.trim() !== "" &&
    cells.checkout_link_after.trim() === ""
  ) {
    fault("checkout_link_after", "", RULE_FAULTS.boughtAfter);
  }
}

/** A payment is told by these ids: one id names one price of one offer. */
function checkIds(cells: OfferRow, owners: Map<string, string>, fault: Fault): void {
  for (const column of ["stripe_ids", "stripe_ids_after"] as const) {
    const ids = listOf(cells[column]);
    const wrong = ids.filter((id) => !isStripeId(id));
    if (wrong.length > 0) fault(column, wrong.join(", "), STRIPE_IDS);
    for (const id of ids.filter(isStripeId)) {
      const owner = owners.get(id);
      // A product may stand for both prices of its offer; a price or a payment link is one of them.
      const both = id.startsWith("prod_") && owner === `${cells.offer}.stripe_ids`;
      if (owner !== undefined && !both) fault(column, id, namedOnce(owner));
      owners.set(id, owner ?? `${cells.offer}.${column}`);
    }
  }
}

function namedOnce(owner: string): RuleFault["allowed"] {
  return RULE_FAULTS.eachId(owner);
}

function checkAllows(cells: OfferRow, flows: Flows, fault: Fault): void {
  for (const { seen, flow, restMs } of allowedOf(cells.allows)) {
    if (restMs === null) {
      fault("allows", seen, RULE_FAULTS.allowsRest);
    } else if (!flows.has(flow)) fault("allows", seen, oneOf(flows.keys()));
    else if (flow === cells.flow) {
      fault("allows", seen, RULE_FAULTS.otherFlow);
    }
  }
}

interface Allowed {
  readonly seen: string;
  readonly flow: string;
  /** Null: not readable. */
  readonly restMs: number | null;
}

function allowedOf(cell: string): readonly Allowed[] {
  return cell
    .split(/[,，;；、\n]+/)
    .map((item) => item.trim())
    .filter((seen) => seen !== "")
    .map((seen) => {
      const [, flow, rest = "0"] = ALLOWED.exec(seen) ?? [];
      return { seen, flow: flow ?? "", restMs: flow === undefined ? null : parseWait(rest) };
    });
}

function isStripeId(id: string): boolean {
  return STRIPE_ID.test(id);
}
