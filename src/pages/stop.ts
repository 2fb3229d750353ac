// Stopping mails: one button, no questions, no regret.
import { STOP } from "../words/pages";
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";
import { goOnForm } from "./way-back";
import type { BackLink } from "./wish-form";

/** `backUrl`: the way back of the same reader. */
export function stopPage(site: Site, token: string, backUrl: string): Page {
  const words = STOP[site.language];
  return makePage(
    site,
    words.askTitle,
    html`<p>${words.ask}</p>
<form method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
<input type="hidden" name="p" value="stop"><input type="hidden" name="t" value="${token}">
<input type="hidden" name="l" value="${site.language}">
<button type="submit">${words.press}</button></form>
<p class="quiet after"><a href="${backUrl}" target="_blank" rel="noopener">${words.rather}</a></p>`,
  );
}

export function stopped(site: Site, link: BackLink): Page {
  const words = STOP[site.language];
  return makePage(
    site,
    words.stoppedTitle,
    html`<p>${words.stopped}</p><p class="quiet">${words.open}</p><p class="quiet">${words.again}</p>
${goOnForm(site, link)}`,
  );
}

export function tokenProblem(site: Site): Page {
  const words = STOP[site.language];
  return makePage(site, words.problemTitle, html`<p>${words.problem}</p>`);
}
