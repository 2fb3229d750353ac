import { beforeEach, describe, expect, it } from "vitest";
import { fetchOutside } from "../../../local/server/outside-world.ts";
import { StripeStandIn } from "../../../local/server/stripe-stand-in.ts";
import { FakeHost } from "./fake-host.ts";

const KEY = "rk_live_local";
/** Events are listed for thirty days: these happened in the first seconds of all. */
const NOW = "1970-01-01T00:01:00Z";
const OPTIONS = { dataDir: "", codeFile: "", manifestFile: "", execUrl: "", now: NOW };

let host: FakeHost;
let stripe: StripeStandIn;

beforeEach(() => {
  host = new FakeHost(OPTIONS);
  host.properties.set("stripe_key", KEY);
  stripe = new StripeStandIn(host);
});

function get(path: string, authorization = `Bearer ${KEY}`, method = "GET") {
  const url = `https://api.stripe.com${path}`;
  const headers = authorization === "" ? {} : { Authorization: authorization };
  const answer = fetchOutside(stripe, { url, method, headers, payload: "" });
  return { status: answer.status, json: JSON.parse(answer.body) };
}

function post(id: string, created: number, object: Record<string, unknown>, type = "x.y") {
  stripe.store.post({ id, object: "event", type, created, data: { object } });
}

const ids = (list: { data: { id: string }[] }) => list.data.map((item) => item.id);

describe("reading Stripe back", () => {
  it.each([
    ["charge", "/v1/charges/"],
    ["payment_intent", "/v1/payment_intents/"],
    ["checkout.session", "/v1/checkout/sessions/"],
    ["invoice", "/v1/invoices/"],
    ["customer", "/v1/customers/"],
    ["subscription", "/v1/subscriptions/"],
    ["dispute", "/v1/disputes/"],
    ["payment_link", "/v1/payment_links/"],
    ["radar.early_fraud_warning", "/v1/radar/early_fraud_warnings/"],
  ])("serves a posted %s at %s", (object, path) => {
    post("evt_1", 10, { id: "x_1", object, amount: 5 });
    expect(get("/v1/events/evt_1").json).toMatchObject({ id: "evt_1", created: 10 });
    expect(get(`${path}x_1`)).toEqual({ status: 200, json: { id: "x_1", object, amount: 5 } });
    expect(get(`${path}x_2`).status).toBe(404);
  });

  it("keeps the newest version of an object, of two in one second the one posted later", () => {
    post("evt_2", 20, { id: "ch_1", object: "charge", status: "late" });
    post("evt_1", 10, { id: "ch_1", object: "charge", status: "early" });
    expect(get("/v1/charges/ch_1").json.status).toBe("late");
    post("evt_3", 20, { id: "ch_1", object: "charge", status: "same second" });
    expect(get("/v1/charges/ch_1").json.status).toBe("same second");
  });

  it("lists events newest first, from a moment on, a page at a time", () => {
    for (const second of [3, 1, 2, 5, 4]) post(`evt_${second}`, second, {});
    const first = get("/v1/events?created[gte]=2&limit=2").json;
    expect([ids(first), first.has_more]).toEqual([["evt_5", "evt_4"], true]);
    const second = get("/v1/events?created[gte]=2&limit=2&starting_after=evt_4").json;
    expect([ids(second), second.has_more]).toEqual([["evt_3", "evt_2"], false]);
    const back = get("/v1/events?limit=2&ending_before=evt_2").json;
    expect([ids(back), back.has_more]).toEqual([["evt_4", "evt_3"], true]);
    expect(ids(get("/v1/events?created%5Blt%5D=3").json)).toEqual(["evt_2", "evt_1"]);
  });

  it("lists ten when no limit is given", () => {
    for (let second = 0; second < 12; second += 1) post(`evt_${second}`, second, {});
    const list = get("/v1/events").json;
    expect([list.data.length, list.has_more, list.object]).toEqual([10, true, "list"]);
  });

  it("lists events of the last thirty days alone", () => {
    post("evt_1", 1, {});
    post("evt_2", 5 * 86_400, {});
    host.ms = 31 * 86_400_000;
    expect(ids(get("/v1/events").json)).toEqual(["evt_2"]);
  });

  it.each([
    ["/v1/events?starting_after=evt_gone", "evt_gone"],
    [`/v1/events?${Array.from({ length: 21 }, (_, n) => `types[]=x.${n}`).join("&")}`, "20 types"],
  ])("refuses %s as Stripe does", (path, said) => {
    post("evt_1", 1, {});
    const { status, json } = get(path);
    expect([status, json.error.message]).toEqual([400, expect.stringContaining(said)]);
  });

  it("filters events by type and by several types", () => {
    post("evt_1", 1, {}, "charge.succeeded");
    post("evt_2", 2, {}, "invoice.paid");
    post("evt_3", 3, {}, "charge.failed");
    expect(ids(get("/v1/events?type=invoice.paid").json)).toEqual(["evt_2"]);
    const several = "/v1/events?types[]=charge.failed&types[]=charge.succeeded";
    expect(ids(get(several).json)).toEqual(["evt_3", "evt_1"]);
  });

  it.each([
    ["/v1/charges?customer=cus_1", { id: "ch_1", object: "charge", customer: "cus_1" }],
    ["/v1/charges?customer=cus_1", { id: "ch_1", object: "charge", customer: { id: "cus_1" } }],
    [
      "/v1/checkout/sessions?payment_intent=pi_1",
      { id: "cs_1", object: "checkout.session", payment_intent: "pi_1" },
    ],
    [
      "/v1/customers?email=a%2Bb%40c.test",
      { id: "cus_1", object: "customer", email: "a+b@c.test" },
    ],
    [
      "/v1/invoice_payments?payment[type]=payment_intent&payment[payment_intent]=pi_1",
      { id: "in_1", object: "invoice", status: "paid", payment_intent: "pi_1" },
    ],
  ])("finds by what an object refers to: %s", (path, object) => {
    expect(get(path).json.data).toEqual([]);
    post("evt_1", 1, object);
    post("evt_2", 2, { ...object, id: "other", customer: "x", payment_intent: "x", email: "x" });
    expect(get(path).json.data).toHaveLength(1);
  });

  it("tells of an invoice's payment by the invoice it belongs to", () => {
    post("evt_1", 1, { id: "in_1", object: "invoice", status: "paid", payment_intent: "pi_1" });
    const list = get("/v1/invoice_payments?payment[payment_intent]=pi_1").json;
    expect(list.data[0]).toMatchObject({ invoice: "in_1", status: "paid" });
  });

  it("still knows everything after a restart", () => {
    post("evt_1", 1, { id: "ch_1", object: "charge" });
    post("evt_2", 2, { id: "ch_1", object: "charge", refunded: true });
    host = new FakeHost(OPTIONS, { documents: host.documents });
    host.properties.set("stripe_key", KEY);
    stripe = new StripeStandIn(host);
    expect(ids(get("/v1/events").json)).toEqual(["evt_2", "evt_1"]);
    expect(get("/v1/charges/ch_1").json.refunded).toBe(true);
    post("evt_3", 3, {});
    expect(new StripeStandIn(host).store.events()).toHaveLength(3);
  });
});

describe("what an object leaves out, and what it names", () => {
  const line_items = { object: "list", data: [{ price: { id: "price_1", product: "prod_1" } }] };
  const session = { id: "cs_1", object: "checkout.session", payment_intent: "pi_1", line_items };
  const intent = {
    id: "pi_1",
    object: "payment_intent",
    status: "processing",
    latest_charge: "ch_9",
  };
  const paymentOf = { type: "payment_intent", payment_intent: "pi_1" };
  const payments = [{ object: "invoice_payment", invoice: "in_1", payment: paymentOf }];
  const invoice = { id: "in_1", object: "invoice", payments: { object: "list", data: payments } };

  it("gives the lines of a checkout only where they are asked for", () => {
    post("evt_1", 1, session);
    const lines = (path: string) => get(`/v1/checkout/sessions${path}`).json;
    expect(lines("/cs_1")).not.toHaveProperty("line_items");
    expect(lines("/cs_1?expand[]=line_items")).toMatchObject({ line_items });
    expect(lines("?payment_intent=pi_1").data[0]).not.toHaveProperty("line_items");
    const listed = lines("?payment_intent=pi_1&limit=1&expand%5B%5D=data.line_items");
    expect(listed.data).toEqual([session]);
  });

  it("gives an invoice's payments in their list, with the intent where it is asked for", () => {
    post("evt_1", 1, intent);
    post("evt_2", 2, invoice);
    expect(get("/v1/invoices/in_1").json).not.toHaveProperty("payments");
    expect(get("/v1/invoice_payments?invoice=in_1").json.data).toEqual(payments);
    const list = get("/v1/invoice_payments?invoice=in_1&expand[]=data.payment.payment_intent");
    expect(list.json.data[0].payment.payment_intent).toEqual(intent);
    expect(get("/v1/payment_intents/pi_1?expand[]=latest_charge").json).toEqual(intent);
  });

  it("knows the intent that only its charge or its checkout named", () => {
    const charge = { object: "charge", amount: 5, payment_intent: "pi_1" };
    const status = () => get("/v1/payment_intents/pi_1").json.status;
    post("evt_1", 1, { ...session, status: "complete", payment_status: "unpaid" });
    expect(status()).toBe("processing");
    const failed = { ...session, status: "complete", payment_status: "unpaid" };
    post("evt_2", 2, failed, "checkout.session.async_payment_failed");
    expect(status()).toBe("requires_payment_method");
    post("evt_3", 3, { ...charge, id: "ch_1", status: "failed" });
    expect(get("/v1/payment_intents/pi_1").json).toMatchObject({
      status: "requires_payment_method",
      latest_charge: "ch_1",
      amount: 5,
    });
    post("evt_4", 4, { ...charge, id: "ch_2", status: "succeeded" });
    expect(get("/v1/payment_intents/pi_1").json).toMatchObject({
      status: "succeeded",
      latest_charge: "ch_2",
    });
    expect(get("/v1/payment_intents/pi_2").status).toBe(404);
  });
});

describe("what is put there without an event", () => {
  const intent = { id: "pi_1", object: "payment_intent" };
  const seconds = () => host.now() / 1_000;

  it("is what Stripe has now, until a later event tells otherwise, also after a restart", () => {
    post("evt_1", seconds() - 60, { ...intent, status: "requires_payment_method" });
    expect(stripe.store.put({ ...intent, status: "succeeded" })).toBe(true);
    const status = () => get("/v1/payment_intents/pi_1").json.status;
    expect(status()).toBe("succeeded");
    stripe = new StripeStandIn(host);
    expect(status()).toBe("succeeded");
    expect(stripe.store.events()).toHaveLength(1);
    post("evt_2", seconds() + 60, { ...intent, status: "canceled" });
    expect(status()).toBe("canceled");
  });

  it.each([
    {},
    { id: "x" },
    { object: "charge" },
    { id: 1, object: "charge" },
    { id: "x", object: "../" },
  ])("says what it is: %j is refused", (object) => {
    expect(stripe.store.put(object)).toBe(false);
    expect(host.documents.size).toBe(0);
  });
});

describe("Stripe out of reach", () => {
  it("is met as Google meets an address that does not answer", () => {
    stripe.reachable = false;
    expect(() => get("/v1/events")).toThrow(
      "Address unavailable: https://api.stripe.com/v1/events",
    );
    stripe.reachable = true;
    expect(get("/v1/events").status).toBe(200);
  });
});

describe("what Stripe refuses", () => {
  it.each(["", "Bearer wrong", KEY, "Bearer "])("refuses the key %j", (authorization) => {
    const { status, json } = get("/v1/events", authorization);
    expect(status).toBe(401);
    expect(json.error.type).toBe("invalid_request_error");
  });

  it("refuses every key while none is stored", () => {
    host.properties.clear();
    expect(get("/v1/events", "Bearer undefined").status).toBe(401);
    expect(get("/v1/events", "Bearer null").status).toBe(401);
  });

  it.each(["/v1/events/evt_9", "/v1/nonsense", "/v2/events", "/v1", "/"])(
    "has nothing at %s",
    (path) => {
      const { status, json } = get(path);
      expect(status).toBe(404);
      expect(json.error).toMatchObject({ code: "resource_missing", type: "invalid_request_error" });
    },
  );

  it("cannot be written to", () => {
    expect(get("/v1/refunds", `Bearer ${KEY}`, "POST").status).toBe(405);
  });
});

describe("everything else on the web", () => {
  it.each([
    "https://example.com/",
    "https://api.stripe.com.evil.test/v1/events",
    "http://api.stripe.com/v1/events",
    "http://localhost:8787/local/api/status",
    "not an address",
  ])("cannot be reached: %s", (url) => {
    const request = { url, method: "GET", headers: {}, payload: "" };
    expect(() => fetchOutside(stripe, request)).toThrow(/^DNS error: .*nothing outside/);
  });

  it("is not the pages that stand in for the owner's own; those are there, the control API is not", () => {
    const own = "http://localhost:8787";
    const ask = (path: string) => () =>
      fetchOutside(stripe, { url: own + path, method: "GET", headers: {}, payload: "" }, own);
    expect(ask("/local/files/geo-sample.pdf")().status).toBe(200);
    expect(ask("/local/link/lite")().status).toBe(200);
    for (const path of ["/local/api/status", "/local/link/../api/status", "/local/files/other"]) {
      expect(ask(path)).toThrow(/^DNS error/);
    }
  });
});
