// What Stripe may tell of a payer, made here and posted to the webhook.

import {
  disputed,
  expiredCheckout,
  failedPayment,
  paidCheckout,
  paidDirectly,
  pendingCheckout,
  refunded,
} from "/studio/tour.js";
import { get, post } from "./api.js";
import { tell } from "./bus.js";
import { el } from "./dom.js";
import { addressField, choiceField, labelled } from "./fields.js";
import { currentMode } from "./try-rehearsal.js";
import { status } from "./watch.js";
import { t } from "./words.js";
import { world } from "./world.js";

/** @typedef {import("../stripe/sale.ts").Sale} Sale */

const news = {
  paid: paidCheckout,
  failed: failedPayment,
  pending: pendingCheckout,
  expired: expiredCheckout,
  /** Without the address: only the name tells who it may be. */
  unknown: (/** @type {Sale} */ sale, /** @type {number} */ now) =>
    paidDirectly({ ...sale, email: "" }, now),
  refunded: (/** @type {Sale} */ sale, /** @type {number} */ now) =>
    refunded(sale, now, sale.cents),
  disputed,
};

/** These speak of a payment that was made before. */
const ofThePast = ["refunded", "disputed"];

const cents = /** @type {Record<string, number>} */ ({
  lite: 4_900,
  lite_after: 7_900,
  course: 59_000,
});

export function stripeForm() {
  const email = addressField("known");
  const what = choiceField("what", [
    ["paid", "stripePaid"],
    ["failed", "stripeFailed"],
    ["pending", "stripePending"],
    ["expired", "stripeExpired"],
    ["unknown", "stripeUnknown"],
    ["refunded", "stripeRefunded"],
    ["disputed", "stripeDisputed"],
  ]);
  const offer = choiceField("offer", [
    ["", "offerNone"],
    ["lite", "offerLite"],
    ["lite_after", "offerLiteAfter"],
    ["course", "offerCourse"],
  ]);
  const arrives = choiceField("webhook", [
    ["", "webhookArrives"],
    ["lost", "webhookLost"],
  ]);
  const send = (/** @type {Event} */ event) => {
    event.preventDefault();
    const kind = /** @type {keyof typeof news} */ (what.value);
    void sendNews(kind, email.value, offer.value, arrives.value === "");
  };
  return el(
    "form",
    { class: "fields payment", onsubmit: send },
    labelled("payer", email),
    labelled("stripeWhat", what),
    labelled("offer", offer),
    labelled("webhook", arrives),
    el("button", { type: "submit", class: "main" }, t("sendPayment")),
  );
}

/**
 * @param {keyof typeof news} what
 * @param {string} email
 * @param {string} offer
 * @param {boolean} arrives false: Stripe has the news, and its webhook is lost on the way
 */
async function sendNews(what, email, offer, arrives) {
  try {
    const seed = ofThePast.includes(what) ? await lastPayment(email) : newSeed();
    if (seed === "") {
      tell("said", t("nothingPaid", { email }));
      return;
    }
    const events = news[what](saleOf(email, offer, seed), new Date(status()?.now ?? 0).getTime());
    const told = (await currentMode()) === "REHEARSAL" ? events.map(inTestMode) : events;
    let answer = 0;
    for (const event of told) answer = (await post("stripe", { event, deliver: arrives })).status;
    const taken = answer === 200 ? "stripeTaken" : "stripeRefused";
    tell("said", t(arrives ? taken : "stripeLost", { email, status: answer }));
    tell("refresh");
  } catch (error) {
    tell("failed", { error });
  }
}

/**
 * A sheet that rehearses counts what Stripe's test mode tells, and nothing else.
 * @param {object} event
 * @returns {object}
 */
function inTestMode(event) {
  const text = JSON.stringify(event).replaceAll('"livemode":true', '"livemode":false');
  return JSON.parse(text.replaceAll('"cs_live_', '"cs_test_'));
}

/**
 * @param {string} email
 * @param {string} offer
 * @param {string} seed
 * @returns {Sale}
 */
function saleOf(email, offer, seed) {
  const link = offer === "" ? "" : `plink_local_${offer}`;
  const name = world.queue.find((row) => row.email === email)?.name ?? "";
  const checkoutUrl = `${location.origin}/local/link/checkout`;
  return { seed, email, name, cents: cents[offer] ?? 4_900, link, reference: "", checkoutUrl };
}

/**
 * @param {string} email
 * @returns {Promise<string>} what is peculiar to the ids of this person's last payment; empty when there is none
 */
async function lastPayment(email) {
  const { rows } = await get("sheets/Contacts");
  const contact = rows.find((/** @type {{ email: string }} */ row) => row.email === email);
  return /pi_(\w+)(?!.*pi_)/.exec(String(contact?.payments ?? ""))?.[1] ?? "";
}

function newSeed() {
  const bytes = [...crypto.getRandomValues(new Uint8Array(8))];
  return bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
