// The page of an offer: what it is, the price that holds at this moment, and one way on.
import { OFFER } from "../words/offers";
import { type FormValues, formMarkup } from "./form-fields";
import { html, type Markup } from "./html";
import { aboutOffer, type NamedOffer, priceBlock, type Terms, titleOf } from "./offer-words";
import { makePage, type Page, type Site } from "./page";

/** Who presses; carried in the page, so that the answer to a press need not look it up again. */
export interface Presser {
  readonly token: string;
  readonly email: string;
  readonly timeZone: string;
}

/** The price with the way to the checkout. `asked`: it answers a press. */
export function offerToBuy(
  site: Site,
  offer: NamedOffer,
  terms: Terms,
  { checkoutUrl, asked }: { readonly checkoutUrl: string; readonly asked: boolean },
): Page {
  const words = OFFER[site.language];
  const opening = asked ? [html`<p role="status">${words.asked}</p>\n`] : aboutOffer(site, offer);
  return offerPage(
    site,
    offer,
    html`${opening}${priceBlock(site, terms)}
<a class="go" href="${checkoutUrl}" target="_blank" rel="noopener">${words.checkout}</a>
<p class="quiet">${words.checkoutNote}</p>
<p class="quiet">${words.later}</p>`,
  );
}

/** Somebody known who has not asked yet: one press starts the time the price holds for. */
export function offerToAsk(site: Site, offer: NamedOffer, terms: Terms, who: Presser): Page {
  const words = OFFER[site.language];
  const hidden = {
    ...{ p: "offer", o: offer.offer, t: who.token, l: site.language },
    ...{ email: who.email, timezone: who.timeZone },
  };
  const fields = Object.entries(hidden).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  );
  return offerPage(
    site,
    offer,
    html`${aboutOffer(site, offer)}${priceBlock(site, terms)}
<form method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
${fields}<button type="submit">${words.ask}</button></form>
<p class="quiet after">${words.askNote}</p>
<p class="quiet">${words.later}</p>`,
  );
}

/** Anybody: the form of the offer's own name. */
export function offerForm(site: Site, offer: NamedOffer, terms: Terms, values: FormValues): Page {
  const form = formMarkup(site, offer.offer, values);
  return offerPage(
    site,
    offer,
    html`${aboutOffer(site, offer)}${priceBlock(site, terms)}
<p>${OFFER[site.language].formNote}</p>
${form}`,
  );
}

export function offerBought(site: Site, offer: NamedOffer): Page {
  const words = OFFER[site.language];
  return offerPage(
    site,
    offer,
    html`<p>${words.bought}</p><p class="quiet">${words.boughtNote}</p>`,
  );
}

/** The owner has not filled in its price or its link. */
export function offerNotYet(site: Site, offer: NamedOffer): Page {
  return offerPage(
    site,
    offer,
    html`${aboutOffer(site, offer)}<p class="seen">${OFFER[site.language].notYet}</p>`,
  );
}

export function offerLinkProblem(site: Site, publicUrl: string): Page {
  const words = OFFER[site.language];
  return makePage(
    site,
    words.problemTitle,
    html`<p>${words.problem}</p>
<p><a href="${publicUrl}" target="_blank" rel="noopener">${words.publicPage}</a></p>`,
  );
}

function offerPage(site: Site, offer: NamedOffer, content: Markup): Page {
  return makePage(site, titleOf(offer), content);
}
