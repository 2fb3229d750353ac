// Reads from Stripe: what is found, what Stripe does not know, and what could not be asked.
import { afterEach, expect, it } from "vitest";
import { stripeApi } from "../../src/apps-script/stripe-api";
import { stubServices, withoutStubs } from "./stub-globals";

const KEY = "rk_live_abc123";
afterEach(withoutStubs);

function answering(fetch: (url: string, options: object) => unknown): { asked: unknown[] } {
  const asked: unknown[] = [];
  const record = (url: string, options: object) => {
    asked.push({ url, ...options });
    return fetch(url, options);
  };
  stubServices({ UrlFetchApp: { fetch: record } });
  return { asked };
}
const response = (status: number, body: string) => () => ({
  getResponseCode: () => status,
  getContentText: () => body,
});

it("reads an object with the key, and in bounded time", () => {
  const { asked } = answering(response(200, '{"id":"evt_1"}'));
  expect(stripeApi.get("events/evt_1", KEY)).toEqual({ kind: "found", body: { id: "evt_1" } });
  expect(asked).toEqual([
    {
      url: "https://api.stripe.com/v1/events/evt_1",
      method: "get",
      headers: { Authorization: `Bearer ${KEY}` },
      muteHttpExceptions: true,
      followRedirects: false,
      timeoutSeconds: 20,
    },
  ]);
});

it.each([
  [401, "Stripe answered 401: the API key is not accepted"],
  [429, "Stripe answered 429: too many requests"],
  [500, "Stripe answered 500"],
  [302, "Stripe answered 302"],
])("takes %i for not reached", (status, why) => {
  answering(response(status, `{"error":{"message":"Invalid API Key: ${KEY}"}}`));
  expect(stripeApi.get("events/evt_1", KEY)).toEqual({ kind: "unreachable", why });
});

it.each([
  [400, "Stripe answered 400"],
  [403, "Stripe answered 403: the API key may not read this"],
])("tells a question that is refused, by %i, from silence", (status, why) => {
  answering(response(status, "{}"));
  const answer = stripeApi.get("events/evt_1", KEY);
  expect(answer).toEqual({ kind: "unreachable", why, refused: true });
});

it("encodes brackets, which are no characters of an address", () => {
  const { asked } = answering(response(200, "{}"));
  stripeApi.get("checkout/sessions?payment_intent=pi_1&expand[]=data.line_items", KEY);
  const query = "payment_intent=pi_1&expand%5B%5D=data.line_items";
  expect(asked).toMatchObject([{ url: `https://api.stripe.com/v1/checkout/sessions?${query}` }]);
});

it("takes 404 for an answer", () => {
  answering(response(404, "{}"));
  expect(stripeApi.get("events/evt_1", KEY)).toEqual({ kind: "unknown" });
});

it("takes an answer that is not JSON for not reached", () => {
  answering(response(200, "<html>"));
  expect(stripeApi.get("events/evt_1", KEY)).toMatchObject({ kind: "unreachable" });
});

it("never tells the key, whatever is thrown", () => {
  answering(() => {
    throw new Error(`DNS error with ${KEY} ${"x".repeat(500)}`);
  });
  const answer = stripeApi.get("events/evt_1", KEY);
  expect(answer).toMatchObject({ kind: "unreachable" });
  expect(JSON.stringify(answer)).not.toContain(KEY);
  expect(JSON.stringify(answer).length).toBeLessThan(300);
});

it.each([
  "events/../charges/ch_1",
  "events/evt 1",
  "events/evt_1#x",
  "//evil.test/x",
  "events/é",
  "",
])("asks nothing for %j", (path) => {
  const { asked } = answering(response(200, "{}"));
  expect(stripeApi.get(path, KEY)).toEqual({ kind: "unknown" });
  expect(asked).toEqual([]);
});

it("lets lists be asked for", () => {
  const { asked } = answering(response(200, "{}"));
  for (const path of [
    "events?created[gte]=1767225600&limit=100&starting_after=evt_1",
    "checkout/sessions?payment_intent=pi_1",
    "customers?email=ada%40example.test",
  ]) {
    expect(stripeApi.get(path, KEY).kind).toBe("found");
  }
  expect(asked).toHaveLength(3);
});
