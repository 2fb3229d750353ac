// Short pages that only say something.
import { NOTICES } from "../words/pages";
import type { FormAnswer } from "./form-answer";
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";

export function notFound(site: Site): Page {
  const words = NOTICES[site.language];
  return makePage(site, words.notFoundTitle, html`<p>${words.notFound}</p>`);
}

/** A link of ours, to an offer that Offers no longer names. */
export function offerGone(site: Site): Page {
  const words = NOTICES[site.language];
  return makePage(site, words.goneTitle, html`<p>${words.gone}</p>`);
}

/** `state`: the words a monitor looks for; the page's title says only that it answers. */
export function health(site: Site, version: string, state: string): Page {
  const words = NOTICES[site.language];
  return makePage(site, words.healthTitle, html`<p>${words.health(version)}</p><p>${state}</p>`);
}

/** The form's name leads nowhere; what was sent is in Events all the same. */
export function formUnknown(site: Site): Page {
  const words = NOTICES[site.language];
  return makePage(site, words.unknownTitle, html`<p>${words.unknown}</p>`);
}

/** A name that leads nowhere is the owner's slip, not the visitor's. */
export function unknownAnswer(site: Site): FormAnswer {
  const words = NOTICES[site.language];
  return { ok: true, title: words.unknownTitle, lines: [words.unknown], link: null };
}

/** For a press that is no form; a form has formProblem "not-saved" and is shown again. */
export function notSaved(site: Site): Page {
  const words = NOTICES[site.language];
  return makePage(site, words.notSavedTitle, html`<p>${words.notSaved}</p>`);
}

/** A page that needs the sheet, while the sheet does not answer. */
export function notShown(site: Site): Page {
  const words = NOTICES[site.language];
  return makePage(site, words.notShownTitle, html`<p>${words.notShown}</p>`);
}
