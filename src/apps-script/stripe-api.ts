// Reads from the Stripe API. The key is never part of a message.
import type { Stripe, StripeAnswer } from "../ports";
import { STRIPE_ANSWERED, STRIPE_CAUSES } from "../words/causes";

const BASE_URL = "https://api.stripe.com/v1/";
/** One slow answer must not eat the run; the platform's own limit is six minutes. */
const TIMEOUT_SECONDS = 20;
/** The account's version does not know this question, or the key may not read this. */
const REFUSALS: readonly number[] = [400, 403];
const WHY_LENGTH_MAX = 200;
/** Ids come from strangers; nothing else than a plain path and query leaves. */
const PLAIN_PATH = /^[A-Za-z0-9_]+(\/[A-Za-z0-9_%-]+)*(\?[A-Za-z0-9_=&%[\].@+:-]*)?$/;

/** The types of the platform do not know `timeoutSeconds` yet. */
type FetchOptions = GoogleAppsScript.URL_Fetch.URLFetchRequestOptions & { timeoutSeconds: number };

export const stripeApi: Stripe = {
  get(path, apiKey) {
    if (!PLAIN_PATH.test(path)) return { kind: "unknown" };
    try {
      return readAnswer(UrlFetchApp.fetch(BASE_URL + encoded(path), request(apiKey)));
    } catch (error) {
      return { kind: "unreachable", why: `no answer (${shortly(String(error), apiKey)})` };
    }
  },
};

/** Brackets are no characters of an address; Stripe reads them encoded as well. */
function encoded(path: string): string {
  return path.replace(/\[/g, "%5B").replace(/\]/g, "%5D");
}

function request(apiKey: string): FetchOptions {
  return {
    method: "get",
    headers: { Authorization: `Bearer ${apiKey}` },
    muteHttpExceptions: true,
    followRedirects: false,
    timeoutSeconds: TIMEOUT_SECONDS,
  };
}

function readAnswer(response: GoogleAppsScript.URL_Fetch.HTTPResponse): StripeAnswer {
  const status = response.getResponseCode();
  if (status === 404) return { kind: "unknown" };
  if (status !== 200) {
    const why = CAUSES[status] ?? STRIPE_ANSWERED.en(String(status));
    return { kind: "unreachable", why, ...(REFUSALS.includes(status) ? { refused: true } : {}) };
  }
  try {
    return { kind: "found", body: JSON.parse(response.getContentText()) };
  } catch {
    return { kind: "unreachable", why: STRIPE_CAUSES.noJson.en };
  }
}

const CAUSES: Readonly<Partial<Record<number, string>>> = {
  401: STRIPE_CAUSES.refused.en,
  403: STRIPE_CAUSES.notAllowed.en,
  429: STRIPE_CAUSES.tooMany.en,
};

/** "Exception: DNS error: https://…" as a person reads it: what went wrong, without address and key. */
function shortly(message: string, apiKey: string): string {
  const plain = apiKey === "" ? message : message.split(apiKey).join("…");
  const said = plain.replace(/^(Exception|Error): /, "").replace(/[:,]? ?https?:\/\/\S+/g, "");
  return said.slice(0, WHY_LENGTH_MAX);
}
