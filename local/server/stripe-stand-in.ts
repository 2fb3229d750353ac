// Answers for https://api.stripe.com: what was posted to Local can be read back, nothing else exists.
import type { FetchAnswer, FetchRequest, Host } from "../host/contract.ts";
import { expanded } from "./stripe-expand.ts";
import { impliedIntent } from "./stripe-implied.ts";
import { listPage } from "./stripe-list.ts";
import { isObject, type StripeObject, StripeStore } from "./stripe-store.ts";

/** Stripe lists no older events. */
const EVENTS_LISTED_S = 30 * 86_400;
const TYPES_MAX = 20;
const REFUSED = "invalid_request_error";

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
    const list = this.#listAt(url);
    if (list) return this.#page(url, list);
    const found = this.#find(url);
    return found ? reply(200, found) : missing(url);
  }

  #page(url: URL, list: readonly StripeObject[]): FetchAnswer {
    const query = url.searchParams;
    if (query.getAll("types[]").length > TYPES_MAX) {
      return failure(400, REFUSED, `You can only filter by up to ${TYPES_MAX} types.`);
    }
    const page = listPage(url.pathname, query, list);
    if (page) return reply(200, expanded(page, query.getAll("expand[]"), this.#object));
    const id = query.get("starting_after");
    return failure(400, REFUSED, `No such object: '${id}'`, "resource_missing");
  }

  #refuse(request: FetchRequest): FetchAnswer | null {
    const key = this.host.property("stripe_key");
    const given = headerOf(request, "authorization");
    if (given === "") {
      return failure(401, REFUSED, "You did not provide an API key.");
    }
    if (!key || given !== `Bearer ${key}`) {
      return failure(401, REFUSED, "Invalid API Key provided.");
    }
    if (request.method.toUpperCase() === "GET") return null;
    return failure(405, REFUSED, "Local's stand-in for Stripe can only be read.");
  }

  #listAt(url: URL): readonly StripeObject[] | null {
    const [version, ...path] = partsOf(url);
    return version === "v1" ? this.#list(path.join("/")) : null;
  }

  #find(url: URL): StripeObject | null {
    const parts = partsOf(url);
    if (parts[0] !== "v1") return null;
    const paths = url.searchParams.getAll("expand[]");
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
    if (collection === "events") {
      const since = this.host.now() / 1_000 - EVENTS_LISTED_S;
      return this.store.events().filter(({ created }) => Number(created) >= since);
    }
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

function partsOf(url: URL): readonly string[] {
  return url.pathname.split("/").slice(1).map(decodeURIComponent);
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
  return failure(404, REFUSED, message, "resource_missing");
}
