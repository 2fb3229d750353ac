// A mail has asked, and its reader says yes by one button. Whoever does nothing has said no.
import type { Words } from "../../sheets-schema/index";
import { CONFIRM_TEXTS, CONFIRM_VERSION } from "../words/consent";
import { YES } from "../words/yes";
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";
import type { BackLink } from "./wish-form";

type Question = keyof typeof YES;

/** Word for word what the press is proof of; to go on as before proves nothing new. */
const SAID: Readonly<Partial<Record<Question, Words>>> = {
  confirm: CONFIRM_TEXTS[CONFIRM_VERSION],
};

export function yesPage(site: Site, question: Question, { token, mark }: BackLink): Page {
  const words = YES[question][site.language];
  const said = SAID[question]?.[site.language];
  return makePage(
    site,
    words.title,
    html`<p>${words.ask}</p>
${said === undefined ? null : html`<p class="seen">${said}</p>`}
<form method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
<input type="hidden" name="p" value="${question}"><input type="hidden" name="t" value="${token}">
<input type="hidden" name="l" value="${site.language}"><input type="hidden" name="v" value="${mark}">
<button type="submit">${words.press}</button></form>
<p class="quiet after">${words.rather}</p>`,
  );
}

/** `back`: the reader's way back. */
export function yesSaid(site: Site, question: Question, back: string): Page {
  const words = YES[question][site.language];
  return makePage(
    site,
    words.doneTitle,
    html`<p role="status">${words.done}</p>
<p class="quiet after"><a href="${back}" target="_blank" rel="noopener">${words.back}</a></p>`,
  );
}
