// A form for the owner's own site, as text to copy. Plain HTML that works without script; the script shows the thanks in place.
import type { Words } from "../../sheets-schema/index";
import { CONSENT, FIELDS } from "../words/forms";
import { SNIPPET } from "../words/snippet";
import { WITH_SITE } from "./form-fields";
import { html, Markup } from "./html";

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
<p><label>${words.email}<br>
<input type="email" name="email" required autocomplete="email" maxlength="254"></label></p>
<p><label>${words.name} ${words.optional}<br>
<input type="text" name="name" autocomplete="name" maxlength="200"></label></p>
${site}<p><label><input type="checkbox" name="consent" value="yes">
${CONSENT[language]}</label></p>
<p><small>${words.without}</small></p>
<div style="position:absolute;left:-9999px" aria-hidden="true"><label>${words.leaveEmpty}
<input type="text" name="leave_empty" tabindex="-1" autocomplete="off"></label></div>
<p><button type="submit">${words.press[form]}</button></p>
${script(language)}
</form>
<!-- Dripsheet: end -->`.source;
}

/**
 * An answer is shown only when it was read: the web app's JSON is open to every origin, and a body without headers of its own
 * needs no leave beforehand. Anything else is said as it is, and the next press goes the plain way.
 */
function script(language: keyof Words): Markup {
  const said = JSON.stringify(SNIPPET[language]).replace(/</g, "\\u003c");
  return new Markup(`<script>
(function () {
  var form = document.currentScript.parentNode, words = ${said};
  var began = Date.now(), query = new URLSearchParams(location.search);
  function put(name, value) {
    var field = form.querySelector("input[name=" + name + "]");
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      form.appendChild(field);
    }
    field.value = value;
  }
  put("source", query.get("source") || location.hostname);
  query.forEach(function (value, name) {
    if (/^utm_[a-z_]{1,30}$/.test(name)) put(name, value);
  });
  try {
    put("timezone", Intl.DateTimeFormat().resolvedOptions().timeZone || "");
  } catch (ignored) {}
  var box = document.createElement("div");
  box.setAttribute("role", "status");
  box.tabIndex = -1;
  form.appendChild(box);
  function line(kind, text) {
    var made = box.appendChild(document.createElement(kind));
    made.textContent = text;
    return made;
  }
  function say(answer) {
    box.textContent = "";
    if (answer.title) line("p", "").appendChild(document.createElement("strong")).textContent = answer.title;
    if (answer.link && /^https?:/i.test(answer.link.href)) {
      var link = line("p", "").appendChild(document.createElement("a"));
      link.href = answer.link.href;
      link.target = "_blank";
      link.rel = "noopener";
      link.textContent = answer.link.words;
    }
    answer.lines.forEach(function (text) { line("p", text); });
  }
  var plain = !window.fetch;
  form.addEventListener("submit", function (event) {
    put("took", Date.now() - began);
    if (plain) return;
    event.preventDefault();
    var button = form.querySelector("button"), body = new URLSearchParams(new FormData(form));
    body.append("as", "json");
    button.disabled = true;
    say({ lines: [words.sending] });
    fetch(form.getAttribute("action"), { method: "POST", body: body })
      .then(function (reply) { return reply.json(); })
      .then(function (answer) {
        say(answer);
        button.disabled = false;
        if (!answer.ok) return;
        form.replaceWith(box);
        box.focus();
      })
      .catch(function () {
        plain = true;
        button.disabled = false;
        say({ lines: [words.unseen] });
      });
  });
})();
</script>`);
}
