// A form for the owner's own site, as text to copy. Plain HTML that works without script; the script shows the thanks in place.
import type { Words } from "../../sheets-schema/index";
import { privacyUrl } from "../model/privacy-url";
import { CONSENT, CONSENT_VERSION } from "../words/consent";
import { FIELDS } from "../words/forms";
import { WITH_SITE } from "./form-fields";
import { html } from "./html";
import { privacyLink } from "./privacy";
import { siteFormScript } from "./site-form-script";

export const SITE_FORMS = ["geo", "free_audit", "lite"] as const;
export type SiteForm = (typeof SITE_FORMS)[number];

export function siteForm(execUrl: string, form: SiteForm, language: keyof Words): string {
  const words = FIELDS[language];
  const site = WITH_SITE.includes(form)
    ? html`<p><label>${words.url}<br>
<input type="text" name="url" required inputmode="url" maxlength="2000" placeholder="https://"></label></p>\n`
    : null;
  return html`<!-- Dripsheet: ${form}, ${language} -->
<form class="dripsheet" lang="${language}" method="post" action="${execUrl}" target="_blank" accept-charset="utf-8">
<input type="hidden" name="form" value="${form}">
<input type="hidden" name="locale" value="${language}">
<input type="hidden" name="consent_version" value="${CONSENT_VERSION}">
<p><label>${words.email}<br>
<input type="email" name="email" required autocomplete="email" maxlength="254"></label></p>
<p><label>${words.name} ${words.optional}<br>
<input type="text" name="name" autocomplete="name" maxlength="200"></label></p>
${site}<p><label><input type="checkbox" name="consent" value="yes">
${CONSENT[language]}</label></p>
<p><small>${words.without} ${privacyLink(privacyUrl(execUrl, language), language)}</small></p>
<div style="position:absolute;left:-9999px" aria-hidden="true"><label>${words.leaveEmpty}
<input type="text" name="leave_empty" tabindex="-1" autocomplete="off"></label></div>
<p><button type="submit">${words.press[form]}</button></p>
${siteFormScript(language)}
</form>
<!-- Dripsheet: end -->`.source;
}
