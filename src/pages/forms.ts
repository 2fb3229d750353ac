// The pages with a form: asking for the GEO pack, for the free check, for Lite.
import { LEADS } from "../words/forms";
import { type FormValues, formMarkup } from "./form-fields";
import { html } from "./html";
import { priceBlock, type Terms } from "./offer-words";
import { makePage, type Page, type Site } from "./page";

export function geoForm(site: Site, values: FormValues): Page {
  return formPage(site, "geo", values, null);
}

export function freeAuditForm(site: Site, values: FormValues): Page {
  return formPage(site, "free_audit", values, null);
}

/** `terms` null: its price is not filled in yet; who asks is kept all the same. */
export function liteForm(site: Site, values: FormValues, terms: Terms | null): Page {
  return formPage(site, "lite", values, terms);
}

function formPage(
  site: Site,
  form: keyof typeof LEADS,
  values: FormValues,
  terms: Terms | null,
): Page {
  const words = LEADS[form][site.language];
  const price = terms === null ? null : priceBlock(site, terms);
  const markup = formMarkup(site, form, values);
  return makePage(
    site,
    words.title,
    html`<p>${words.lead}</p>${price}<p>${words.after}</p>${markup}`,
  );
}
