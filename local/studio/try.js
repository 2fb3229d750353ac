// Things to try by hand: the hosted pages as a visitor meets them, a result that comes in, what Stripe tells.

import { linksOf } from "/studio/tour.js";
import { hear } from "./bus.js";
import { byId, el, fill } from "./dom.js";
import { followRehearsal, rehearsalCard } from "./try-rehearsal.js";
import { resultForm } from "./try-result.js";
import { stripeForm } from "./try-stripe.js";
import { t } from "./words.js";
import { world } from "./world.js";

const pages = /** @type {const} */ ([
  { href: "/exec?p=geo", key: "formGeo" },
  { href: "/exec?p=free_audit", key: "formAudit" },
  { href: "/exec?p=lite", key: "formLite" },
]);

// A browser that offers thousands of addresses offers none.
const offeredMax = 200;

export function showTry() {
  hear("language", render);
  hear("read", renderKnown);
  followRehearsal();
}

function render() {
  fill(
    byId("room-try"),
    el("h2", {}, t("formsTitle")),
    el("p", { class: "hint" }, t("formsHint")),
    el("ul", { class: "pages" }, ...pages.map(({ href, key }) => pageLine(href, t(key)))),
    el("ul", { class: "pages", id: "own-offer" }),
    el("h2", {}, t("resultTitle")),
    el("p", { class: "hint" }, t("resultHint")),
    resultForm(),
    el("h2", {}, t("stripeTitle")),
    el("p", { class: "hint" }, t("stripeHint")),
    stripeForm(),
    el("h2", {}, t("rehearsalTitle")),
    rehearsalCard(),
    el("datalist", { id: "known" }),
    el("datalist", { id: "waiting" }),
  );
  renderKnown();
}

/**
 * @param {string} href
 * @param {string} label
 */
function pageLine(href, label) {
  return el("li", {}, el("a", { href, target: "_blank", rel: "noopener" }, label));
}

function renderKnown() {
  const waits = world.queue.filter(
    ({ flow, status }) => flow === "free_check" && status === "ACTIVE",
  );
  offerAddresses("known", world.queue);
  offerAddresses("waiting", waits);
  const own = document.getElementById("own-offer");
  const page = newestOfferPage();
  if (own) fill(own, page && pageLine(`/exec?${page.query}`, t("ownOffer", { email: page.email })));
}

/**
 * @param {string} id
 * @param {readonly { email: string }[]} rows
 */
function offerAddresses(id, rows) {
  const list = document.getElementById(id);
  const addresses = [...new Set(rows.map((row) => row.email))].slice(-offeredMax);
  if (list) fill(list, ...addresses.map((value) => el("option", { value })));
}

/** The way a person comes to an offer page of their own: by a link in a mail. */
function newestOfferPage() {
  const newest = [...world.outbox].sort((a, b) => b.sentAt.localeCompare(a.sentAt));
  for (const mail of newest) {
    const query = linksOf([mail], "offer", "lite")[0];
    if (query !== undefined) return { query, email: mail.to };
  }
  return null;
}
