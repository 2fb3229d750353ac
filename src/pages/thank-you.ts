// What a visitor sees after sending a form. It is the same for everybody, whoever they are to us.
import { THANKS } from "../words/forms";
import type { FormAnswer } from "./form-answer";
import { html, type Markup } from "./html";
import { priceBlock, priceLines, type Terms } from "./offer-words";
import { makePage, type Page, type Site } from "./page";

export interface ThankYou {
  readonly form: string;
  /** As the visitor typed it. */
  readonly email: string;
  /** Settings geo_download_url; empty while it is not filled in. */
  readonly downloadUrl: string;
  /** Of the offer that this form asks for; null when it asks for none, or its price is not filled in. */
  readonly terms: Terms | null;
  /** A mail goes that asks to confirm, and nothing else before that. */
  readonly asks: boolean;
}

export function thankYou(site: Site, what: ThankYou): Page {
  const words = THANKS[site.language];
  return makePage(
    site,
    titleOf(site, what),
    html`${whatComes(site, what)}
<p class="quiet">${words.again}</p>
<p class="quiet">${words.close}</p>`,
  );
}

/** The same without a page, for a form on the owner's site. */
export function thanksAnswer(site: Site, what: ThankYou): FormAnswer {
  const words = THANKS[site.language];
  const terms = termsShown(what);
  const price = terms === null ? [] : priceLines(site, terms);
  const link = hasDownload(what) ? { href: what.downloadUrl, words: words.download } : null;
  const lines = [firstLine(site, what), ...price, words.again];
  return { ok: true, title: titleOf(site, what), lines, link };
}

function titleOf({ language }: Site, { form }: ThankYou): string {
  return form === "geo" ? THANKS[language].geoTitle : THANKS[language].title;
}

function hasDownload({ form, downloadUrl }: ThankYou): boolean {
  return form === "geo" && /^https?:\/\//i.test(downloadUrl);
}

/** The pack and the check have no price. */
function termsShown({ form, terms }: ThankYou): Terms | null {
  return form === "geo" || form === "free_audit" ? null : terms;
}

function firstLine({ language }: Site, what: ThankYou): string {
  const words = THANKS[language];
  if (what.form === "geo") return hasDownload(what) ? words.mailed(what.email) : words.noDownload;
  if (what.form === "free_audit") return words.audit(what.email);
  if (what.asks) return words.confirm(what.email);
  return what.terms === null ? words.other(what.email) : words.offer(what.email);
}

function whatComes(site: Site, what: ThankYou): Markup {
  const words = THANKS[site.language];
  const first = html`<p>${firstLine(site, what)}</p>`;
  if (hasDownload(what)) {
    return html`<a class="go" href="${what.downloadUrl}" target="_blank" rel="noopener">${words.download}</a>
${first}`;
  }
  const terms = termsShown(what);
  if (terms === null) return first;
  const date = terms.holds === "" ? null : html`<p>${words.date}</p>`;
  return html`${first}
${priceBlock(site, terms)}${date}`;
}
