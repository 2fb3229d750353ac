// Answers for https://api.stripe.com: what was posted to Local can be read back, nothing else exists.
import type { FetchAnswer, FetchRequest, Host } from "../host/contract.ts";
import { expanded } from "./stripe-expand.ts";
import { impliedIntent } from "./stripe-implied.ts";
import { listPage } from "./stripe-list.ts";
import { isObject, type StripeObject, StripeStore } from "./stripe-store.ts";

export const STRIPE_ORIGIN = "https://api.stripe.com";

/** Collections that can be listed although nothing of the kind was posted yet. */
const LISTABLE = [
  "charges",
  "checkout/sessions",
  "customers",
  "disputes",
  "invoices",
  "payment_intents",
  "payment_links",
  "prices",
  "products",
  "refunds",
  "subscriptions",
];

export class StripeStandIn {
  readonly store: StripeStore;
  /** False: the script meets silence, as when Stripe is down. */
  reachable = true;

  constructor(private readonly host: Host) {
    this.store = new StripeStore(host);
  }

  answer(request: FetchRequest): FetchAnswer {
    // In Google's words.
    if (!this.reachable) throw new Error(`Address unavailable: ${request.url}`);
    const refusal = this.#refuse(request);
    if (refusal) return refusal;
    const url = new URL(request.url);
    const found = this.#find(url);
    return found ? reply(200, found) : missing(url);
  }

  #refuse(request: FetchRequest): FetchAnswer | null {
    const key = this.host.property("stripe_key");
    const given = headerOf(request, "authorization");
    if (given === "") {
      return failure(401, "invalid_request_error", "You did not provide an API key.");
    }
    if (!key || given !== `Bearer ${key}`) {
      return failure(401, "invalid_request_error", "Invalid API Key provided.");
    }
    if (request.method.toUpperCase() === "GET") return null;
    return failure(405, "invalid_request_error", "Local's stand-in for Stripe can only be read.");
  }

  #find(url: URL): StripeObject | null {
    const parts = url.pathname.split("/").slice(1).map(decodeURIComponent);
    if (parts[0] !== "v1") return null;
    const path = parts.slice(1).join("/");
    const paths = url.searchParams.getAll("expand[]");
    const list = this.#list(path);
    if (list) return expanded(listPage(url.pathname, url.searchParams, list), paths, this.#object);
    const id = parts.at(-1) ?? "";
    const collection = parts.slice(1, -1).join("/");
    if (collection === "events") return this.store.event(id) ?? null;
    const object = this.#object(collection, id);
    return object && expanded(object, paths, this.#object);
  }

  readonly #object = (collection: string, id: string): StripeObject | null => {
    const known = this.store.object(collection, id);
    if (known || collection !== "payment_intents") return known ?? null;
    return impliedIntent(this.store, id);
  };

  #list(collection: string): readonly StripeObject[] | null {
    if (collection === "events") return this.store.events();
    if (collection === "invoice_payments") {
      return [...this.store.objects(collection), ...paymentsOf(this.store.objects("invoices"))];
    }
    const listable = LISTABLE.includes(collection) || this.store.knows(collection);
    return listable ? this.store.objects(collection) : null;
  }
}

/** Invoices name their payments in a field of their own or, in older versions, by the intent. */
function paymentsOf(invoices: readonly StripeObject[]): readonly StripeObject[] {
  return invoices.flatMap((invoice) => {
    const { payments, payment_intent: intent } = invoice;
    if (isObject(payments) && Array.isArray(payments.data)) return payments.data.filter(isObject);
    if (typeof intent !== "string") return [];
    return [
      {
        id: `inpay_${String(invoice.id)}`,
        object: "invoice_payment",
        created: invoice.created,
        invoice: invoice.id,
        status: invoice.status === "paid" ? "paid" : "open",
        livemode: invoice.livemode,
        payment: { type: "payment_intent", payment_intent: intent },
      },
    ];
  });
}

function headerOf(request: FetchRequest, name: string): string {
  const found = Object.entries(request.headers).find(([key]) => key.toLowerCase() === name);
  return found?.[1] ?? "";
}

function reply(status: number, value: unknown): FetchAnswer {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(value, null, 2),
  };
}

function failure(status: number, type: string, message: string, code?: string): FetchAnswer {
  return reply(status, { error: { type, message, ...(code === undefined ? {} : { code }) } });
}

function missing(url: URL): FetchAnswer {
  const message = `No such resource at Local's stand-in for Stripe: ${url.pathname}`;
  return failure(404, "invalid_request_error", message, "resource_missing");
}
