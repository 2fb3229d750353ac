// Things to try by hand: the hosted forms as a visitor meets them, and a payment from Stripe.

import { paidCheckout } from "/studio/tour.js";
import { post } from "./api.js";
import { hear, tell } from "./bus.js";
import { byId, el, fill } from "./dom.js";
import { status } from "./watch.js";
import { t } from "./words.js";
import { world } from "./world.js";

const pages = /** @type {const} */ ([
  { href: "/exec?p=geo", key: "formGeo" },
  { href: "/exec?p=free_audit", key: "formAudit" },
]);

export function showTry() {
  hear("language", render);
  hear("read", renderKnown);
}

function render() {
  fill(
    byId("room-try"),
    el("h2", {}, t("formsTitle")),
    el("p", { class: "hint" }, t("formsHint")),
    el(
      "ul",
      { class: "pages" },
      ...pages.map(({ href, key }) =>
        el("li", {}, el("a", { href, target: "_blank", rel: "noopener" }, t(key))),
      ),
    ),
    el("h2", {}, t("stripeTitle")),
    el("p", { class: "hint" }, t("stripeHint")),
    paymentForm(),
    el("datalist", { id: "known" }),
  );
  renderKnown();
}

function paymentForm() {
  const email = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "email",
      name: "email",
      list: "known",
      required: true,
      autocomplete: "off",
      placeholder: "lin@customer.test",
    })
  );
  const amount = /** @type {HTMLInputElement} */ (
    el("input", {
      type: "number",
      name: "amount",
      min: "1",
      step: "0.01",
      required: true,
      value: "49.00",
    })
  );
  const pay = (/** @type {Event} */ event) => {
    event.preventDefault();
    void sendPayment(email.value, Math.round(Number(amount.value) * 100));
  };
  return el(
    "form",
    { class: "payment", onsubmit: pay },
    el("label", {}, el("span", {}, t("payer")), email),
    el("label", {}, el("span", {}, t("amount")), amount),
    el("button", { type: "submit", class: "main" }, t("sendPayment")),
  );
}

/**
 * @param {string} email
 * @param {number} cents
 */
async function sendPayment(email, cents) {
  const now = new Date(status()?.now ?? 0).getTime();
  const seed = [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16))
    .join("");
  try {
    const answer = await post("stripe", {
      event: paidCheckout({ email, cents, now, seed }),
      deliver: true,
    });
    tell(
      "said",
      answer.status === 200
        ? t("paymentTaken", { email })
        : t("paymentRefused", { status: answer.status }),
    );
    tell("refresh");
  } catch (error) {
    tell("failed", { error });
  }
}

function renderKnown() {
  const known = document.getElementById("known");
  const addresses = [...new Set(world.queue.map((row) => row.email))];
  if (known) fill(known, ...addresses.map((value) => el("option", { value })));
}
