// Lists as Stripe gives them: filtered by the query, newest first, a page at a time.
import { isObject, type StripeObject } from "./stripe-store.ts";

const LIMIT_DEFAULT = 10;
const LIMIT_MAX = 100;

const COMPARISONS: Readonly<Record<string, (seen: number, bound: number) => boolean>> = {
  gt: (seen, bound) => seen > bound,
  gte: (seen, bound) => seen >= bound,
  lt: (seen, bound) => seen < bound,
  lte: (seen, bound) => seen <= bound,
};

/** They steer the page, or what Stripe adds to it; they choose nothing. */
const NOT_FILTERS = ["limit", "starting_after", "ending_before", "expand", "delivery_success"];

/** Null: it is to go on from an object that is not in the list, which Stripe refuses. */
export function listPage(
  path: string,
  query: URLSearchParams,
  newestFirst: readonly StripeObject[],
): StripeObject | null {
  const filters = [...query].map(parseFilter).filter((filter) => filter !== null);
  const kept = newestFirst.filter((object) => passes(object, filters));
  const limit = Math.min(Number(query.get("limit")) || LIMIT_DEFAULT, LIMIT_MAX);
  const before = query.get("ending_before");
  if (before !== null) {
    const end = kept.findIndex((object) => object.id === before);
    const start = Math.max(0, end - limit);
    return page(path, kept.slice(start, Math.max(end, 0)), start > 0);
  }
  const after = query.get("starting_after");
  const last = kept.findIndex((object) => object.id === after);
  if (after !== null && last < 0) return null;
  const start = last + 1;
  return page(path, kept.slice(start, start + limit), kept.length > start + limit);
}

interface Filter {
  readonly keys: readonly string[];
  readonly wanted: string;
}

/** `payment[payment_intent]=pi_1` → keys payment, payment_intent. */
function parseFilter([name, wanted]: [string, string]): Filter | null {
  const keys = name.split(/[[\]]+/).filter((key) => key !== "");
  const first = keys[0];
  return first === undefined || NOT_FILTERS.includes(first) ? null : { keys, wanted };
}

/** `types[]=a&types[]=b` is the one filter that allows several values. */
function passes(object: StripeObject, filters: readonly Filter[]): boolean {
  const types = filters.filter((filter) => filter.keys[0] === "types");
  if (types.length > 0 && !types.some((filter) => filter.wanted === object.type)) return false;
  return filters.every((filter) => filter.keys[0] === "types" || matches(object, filter));
}

function matches(object: StripeObject, { keys, wanted }: Filter): boolean {
  const compare = COMPARISONS[keys.at(-1) ?? ""];
  if (compare && keys.length > 1) {
    const seen = valueAt(object, keys.slice(0, -1));
    return typeof seen === "number" && compare(seen, Number(wanted));
  }
  const seen = valueAt(object, keys);
  // A reference may be expanded: the object stands where its id would.
  return String(isObject(seen) ? seen.id : seen) === wanted;
}

function valueAt(object: StripeObject, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), object);
}

function page(path: string, data: readonly StripeObject[], hasMore: boolean): StripeObject {
  return { object: "list", url: path, has_more: hasMore, data };
}
