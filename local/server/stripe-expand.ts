// Expansion as Stripe does it: what is left out unless asked for, and ids that become their objects.
import { isObject, type StripeObject } from "./stripe-store.ts";

type Find = (collection: string, id: string) => StripeObject | null;

/** Left out of an object unless it is expanded. */
const INCLUDABLE: Readonly<Record<string, string>> = {
  "checkout.session": "line_items",
  invoice: "payments",
};
/** Fields that hold an id → where its object is served. */
const REFERENCES: Readonly<Record<string, string>> = {
  charge: "charges",
  customer: "customers",
  invoice: "invoices",
  latest_charge: "charges",
  latest_invoice: "invoices",
  payment_intent: "payment_intents",
  payment_link: "payment_links",
  subscription: "subscriptions",
};

/** `paths` as in the query, e.g. "data.line_items". */
export function expanded(root: StripeObject, paths: readonly string[], find: Find): StripeObject {
  return Object.fromEntries(
    Object.entries(root)
      .filter(([name]) => paths.includes(name) || !isLeftOut(root, name, paths))
      .map(([name, value]) => [name, grown(name, value, below(name, paths), paths, find)]),
  );
}

function isLeftOut(object: StripeObject, name: string, paths: readonly string[]): boolean {
  const includable = INCLUDABLE[String(object.object)];
  return includable === name && below(name, paths).length === 0;
}

function grown(
  name: string,
  value: unknown,
  inner: readonly string[],
  paths: readonly string[],
  find: Find,
): unknown {
  if (Array.isArray(value)) {
    return value.map((item) => (isObject(item) ? expanded(item, inner, find) : item));
  }
  if (isObject(value)) return expanded(value, inner, find);
  const wanted = paths.includes(name) || inner.length > 0;
  if (!wanted || typeof value !== "string") return value;
  const found = find(REFERENCES[name] ?? "", value);
  return found === null ? value : expanded(found, inner, find);
}

/** What is asked for below a field: "data.payment.payment_intent" below data is "payment.payment_intent". */
function below(name: string, paths: readonly string[]): readonly string[] {
  const prefix = `${name}.`;
  return paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}
