// The script of a form on the owner's site. Plain and old on purpose: it runs wherever the form is pasted.
import type { Words } from "../../sheets-schema/index";
import { FIELDS } from "../words/forms";
import { SNIPPET } from "../words/snippet";
import { Markup } from "./html";
import { typoScript } from "./typo-script";

export function siteFormScript(language: keyof Words): Markup {
  const said = JSON.stringify(SNIPPET[language]).replace(/</g, "\\u003c");
  return new Markup(`<script>
(function () {
  var words = ${said};
${SCRIPT}
${typoScript(FIELDS[language].meant)}
})();
</script>`);
}

/**
 * An answer is shown only when it was read: the web app's JSON is open to every origin, and a body without headers of its own
 * needs no leave beforehand. Anything else is said as it is, and the next press goes the plain way.
 */
const SCRIPT = `  var form = document.currentScript.parentNode;
  var query = new URLSearchParams(location.search);
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
  put("page", location.origin + location.pathname);
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
  });`;
