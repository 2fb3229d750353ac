// The page about people's data: who answers for it, what is kept where, and what a person can do. Built from Register.
import type { RegisterRow } from "../../sheets-schema/index";
import { isWebAddress } from "../model/web-address";
import { PRIVACY } from "../words/privacy";
import { html, type Markup } from "./html";
import { makePage, type Page, type Site } from "./page";

export interface Answerable {
  readonly name: string;
  readonly postalAddress: string;
  readonly mail: string;
}

/** `rows`: in the page's language, those that are shown. */
export function privacyPage(site: Site, who: Answerable, rows: readonly RegisterRow[]): Page {
  const words = PRIVACY[site.language];
  const named = [who.name, who.postalAddress].filter((part) => part !== "").join(" · ");
  const ask =
    who.mail === ""
      ? null
      : html`<p>${words.ask} <a href="mailto:${who.mail}" target="_blank">${who.mail}</a></p>`;
  const regions = rows.filter(({ kind }) => kind === "region");
  const places = rows.filter(({ kind }) => kind !== "region");
  const content = html`<p>${words.lead}</p><h2>${words.who}</h2><p>${named}</p>${ask}
<h2>${words.rights}</h2><ul>${words.can.map((one) => html`<li>${one}</li>\n`)}</ul><p>${words.decides}</p>
<h2>${words.places}</h2>${listOf(site, places)}
${regions.length === 0 ? null : html`<h2>${words.regions}</h2>${listOf(site, regions)}`}`;
  return makePage(site, words.title, content);
}

/** From forms, on our pages and on the owner's. */
export function privacyLink(url: string, language: Site["language"]): Markup {
  return html`<a href="${url}" target="_blank" rel="noopener">${PRIVACY[language].link}</a>`;
}

function listOf(site: Site, rows: readonly RegisterRow[]): Markup {
  return html`<dl>${rows.map((row) => placeMarkup(site, row))}</dl>`;
}

function placeMarkup(site: Site, row: RegisterRow): Markup {
  const words = PRIVACY[site.language];
  const labels = Object.keys(words.labels) as (keyof typeof words.labels)[];
  const facts = labels.flatMap((column) => {
    const said = row[column];
    return said === "" ? [] : [html`<dd class="quiet">${words.labels[column]}${said}</dd>\n`];
  });
  return html`<dt>${row.place}</dt><dd>${row.what}</dd>\n${facts}${contactOf(site, row)}`;
}

function contactOf(site: Site, { contact }: RegisterRow): Markup | null {
  if (contact === "") return null;
  const link = isWebAddress(contact)
    ? html`<a href="${contact}" target="_blank" rel="noopener">${contact}</a>`
    : contact;
  return html`<dd class="quiet">${PRIVACY[site.language].details}${link}</dd>\n`;
}
