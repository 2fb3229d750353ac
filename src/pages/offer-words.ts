// What a page says of an offer and its price: a date where there is one, and nothing that hurries.
import { ownValue } from "../model/own-value";
import { ABOUT, PRICE } from "../words/offers";
import { html, type Markup } from "./html";
import type { Site } from "./page";

export interface NamedOffer {
  readonly offer: string;
  /** As readers see it. */
  readonly name: string;
}
/** The price as it stands for whoever looks. */
export interface Terms {
  readonly price: string;
  /** What it becomes; "" when it does not change. */
  readonly after: string;
  /** Until when `price` holds, as a date; "" when no date is set for this reader. */
  readonly until: string;
  /** How long `price` holds after a request, "72 hours"; "" when nothing counts from one. */
  readonly holds: string;
}

export function titleOf({ offer, name }: NamedOffer): string {
  return name === "" ? offer : name;
}

export function aboutOffer(site: Site, { offer }: NamedOffer): readonly Markup[] {
  return (ownValue(ABOUT, offer)?.[site.language] ?? []).map((text) => html`<p>${text}</p>\n`);
}

export function priceBlock(site: Site, terms: Terms): Markup {
  const words = PRICE[site.language];
  const holds = holdsWords(site, terms);
  const more = holds === "" ? null : html`<p>${holds}</p>`;
  return html`<p class="price"><small>${words.label}</small> ${terms.price}</p>
${more}`;
}

/** The same as lines of plain text. */
export function priceLines(site: Site, terms: Terms): readonly string[] {
  const price = `${PRICE[site.language].label}: ${terms.price}`;
  const holds = holdsWords(site, terms);
  return holds === "" ? [price] : [price, holds];
}

function holdsWords(site: Site, { until, holds, after }: Terms): string {
  const words = PRICE[site.language];
  if (until === "" && holds === "") return "";
  const first = until === "" ? words.holds(holds) : words.until(until);
  return after === "" ? first : first + words.after(after);
}
