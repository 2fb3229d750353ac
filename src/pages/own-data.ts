// A reader's own data: what they type to see it, and the page that shows it.
import { OWN_DATA } from "../words/person-data";
import { html, type Markup } from "./html";
import { makePage, type Page, type Site } from "./page";
import { type PersonFile, personContent, personLinks } from "./person-file";
import { type BackLink, pressed } from "./wish-form";

/** The address in full: whoever was only passed a mail on must not see what is kept. */
export function ownDataForm(site: Site, link: BackLink, typed: string): Markup {
  const words = OWN_DATA[site.language];
  return pressed(site, link, [
    html`<div class="wish field"><label>${words.ask}
<input type="email" name="own" value="${typed}" required autocomplete="email" maxlength="254"></label>
<button type="submit" class="plain" name="w" value="download">${words.download}</button>
<button type="submit" class="plain" name="w" value="erase">${words.erase}</button></div>`,
  ]);
}

export function ownData(site: Site, file: PersonFile): Page {
  const { language } = site;
  return makePage(
    site,
    OWN_DATA[language].title,
    html`${personLinks(language, file)}${personContent(language, file)}`,
  );
}

/** Nothing is done yet. */
export function eraseQuestion(site: Site, link: BackLink, typed: string): Page {
  const words = OWN_DATA[site.language];
  const now = html`<p>${words.eraseAsk}</p><p>${words.eraseKept}</p>
<input type="hidden" name="own" value="${typed}">
<button type="submit" name="w" value="erase-now">${words.eraseNow}</button>`;
  return makePage(site, words.eraseTitle, pressed(site, link, [now]));
}

export function eraseDone(site: Site): Page {
  const words = OWN_DATA[site.language];
  return makePage(site, words.title, html`<p role="status">${words.erased}</p>`);
}

export function ownDataAgain(site: Site, link: BackLink, typed: string): Page {
  const words = OWN_DATA[site.language];
  return makePage(
    site,
    words.title,
    html`<div class="seen" role="alert"><p>${words.wrong}</p></div>
${ownDataForm(site, link, typed)}`,
  );
}
