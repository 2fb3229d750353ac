// The window that gives out forms for the owner's own site, and the page for their own domain.
import type { Words } from "../../sheets-schema/index";
import { FORMS_WINDOW } from "../words/snippet";
import type { DialogView } from "./dialog";
import { html, type Markup } from "./html";
import { ownDomainPage } from "./own-domain";
import { SITE_FORMS, type SiteForm, siteForm } from "./site-form";

export interface FormsShown {
  /** The /exec address, "" while it is not known. */
  readonly execUrl: string;
  /** Where links lead that are shown. */
  readonly linkBase: string;
  readonly show: "nothing" | "form" | "domain";
  readonly form: SiteForm;
  /** Of the form, not of the window. */
  readonly formLanguage: keyof Words;
}

/** Names of the form's page, as doGet knows them. */
const PAGES: Readonly<Record<SiteForm, string>> = {
  geo: "geo",
  free_audit: "free_audit",
  lite: "lite_form",
};

export function formsView(language: keyof Words, shown: FormsShown): DialogView {
  const words = FORMS_WINDOW[language];
  if (shown.execUrl === "") return html`<p class="problem">${words.noAddress}</p>`;
  return html`<p>${words.intro}</p>
${choice(language, shown)}${shown.show === "form" ? formText(language, shown) : null}
<h2>${words.domainTitle}</h2><p>${words.domain}</p>
<form><button type="submit" name="show" value="domain">${words.domainShow}</button></form>
${shown.show === "domain" ? domainText(language, shown) : null}`;
}

function choice(language: keyof Words, { form, formLanguage }: FormsShown): Markup {
  const words = FORMS_WINDOW[language];
  const forms = SITE_FORMS.map((one) => option(one, words.forms[one], one === form));
  const languages = (["en", "zh"] as const).map((one) =>
    option(one, words.languages[one], one === formLanguage),
  );
  return html`<form><label>${words.form}<select name="form">${forms}</select></label>
<label>${words.language}<select name="language">${languages}</select></label>
<button type="submit" class="go" name="show" value="form">${words.show}</button></form>`;
}

function option(value: string, words: string, chosen: boolean): Markup {
  return html`<option value="${value}"${chosen ? html` selected` : null}>${words}</option>`;
}

function formText(
  language: keyof Words,
  { execUrl, linkBase, form, formLanguage }: FormsShown,
): Markup {
  const words = FORMS_WINDOW[language];
  const page = `${linkBase}?p=${PAGES[form]}&l=${formLanguage}`;
  return html`<h2 tabindex="-1" data-first>${words.forms[form]}</h2><p>${words.copy}</p>
<pre tabindex="0" style="max-height:240px;overflow:auto">${siteForm(execUrl, form, formLanguage)}</pre>
<p>${words.link}<br><a href="${page}" target="_blank" rel="noopener">${page}</a></p>`;
}

function domainText(language: keyof Words, { execUrl }: FormsShown): Markup {
  const words = FORMS_WINDOW[language];
  return html`<p tabindex="-1" data-first>${words.domainSteps}</p><p>${words.domainGoogle}</p>
<p>${words.copy}</p><pre tabindex="0" style="max-height:240px;overflow:auto">${ownDomainPage(execUrl)}</pre>`;
}
