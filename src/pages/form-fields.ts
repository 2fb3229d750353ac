// The forms a visitor can fill in. They work without any script.
import { ownValue } from "../model/own-value";
import { privacyUrl } from "../model/privacy-url";
import { CONSENT, CONSENT_VERSION } from "../words/consent";
import { FIELDS } from "../words/forms";
import { html, Markup } from "./html";
import type { Site } from "./page";
import { privacyLink } from "./privacy";
import { typoScript } from "./typo-script";

/** What the fields hold at first: nothing, or what the visitor typed before. */
export interface FormValues {
  readonly email?: string;
  readonly name?: string;
  readonly url?: string;
  readonly consent?: boolean;
  readonly source?: string;
  readonly timezone?: string;
  /** Campaign marks of the visit: utm_source and the like. */
  readonly utm?: Readonly<Record<string, string>>;
}

/** Forms that ask which site it is about. */
export const WITH_SITE: readonly string[] = ["free_audit", "lite"];

/** Any name that Flows knows; those that come with the product have words of their own. */
export function formMarkup(site: Site, form: string, values: FormValues): Markup {
  const words = FIELDS[site.language];
  if (site.execUrl === "") return html`<p class="seen">${words.notReady}</p>`;
  return html`<form method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
${hiddenFields(site, form, values)}
<label>${words.email}
<input type="email" name="email" value="${values.email ?? ""}" required autocomplete="email" maxlength="254"></label>
<label>${words.name} <small>${words.optional}</small>
<input type="text" name="name" value="${values.name ?? ""}" autocomplete="name" maxlength="200"></label>
${WITH_SITE.includes(form) ? urlField(words.url, values) : null}
<label class="tick"><input type="checkbox" name="consent" value="yes"${ticked(values)}>
<span>${CONSENT[site.language]}</span></label>
<p class="quiet">${words.without} ${privacyLink(privacyUrl(site.execUrl, site.language), site.language)}</p>
<div class="aside" aria-hidden="true"><label>${words.leaveEmpty}
<input type="text" name="leave_empty" tabindex="-1" autocomplete="off"></label></div>
<button type="submit">${ownValue<string>(words.press, form) ?? words.pressAny}</button>
</form>${formScript(words.meant)}`;
}

function urlField(label: string, values: FormValues): Markup {
  return html`<label>${label}
<input type="text" name="url" value="${values.url ?? ""}" required inputmode="url" autocomplete="url" maxlength="2000" placeholder="https://"></label>`;
}

function ticked(values: FormValues): Markup | null {
  return values.consent === true ? html` checked` : null;
}

function hiddenFields(site: Site, form: string, values: FormValues): Markup[] {
  const marks = Object.entries(values.utm ?? {}).filter(([name]) =>
    /^utm_[a-z_]{1,30}$/.test(name),
  );
  const hidden: [string, string][] = [
    ["form", form],
    ["locale", site.language],
    ["source", values.source ?? ""],
    ["timezone", values.timezone ?? ""],
    ["consent_version", CONSENT_VERSION],
    ["page", site.execUrl],
    ...marks,
  ];
  return hidden.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  );
}

/** Courtesies: without a script the owner's default zone holds, and nobody asks about slips. */
function formScript(question: string): Markup {
  return new Markup(`<script>
var form = document.querySelector("form");
${typoScript(question)}
${ZONE}
</script>`);
}

const ZONE = `try {
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  var field = document.querySelector('input[name="timezone"]');
  if (zone && field && !field.value) field.value = zone;
} catch (ignored) {}`;
