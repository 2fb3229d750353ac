// The frame of a window over the sheet: its look, and the one script that carries presses to doPost and answers back.
import type { Words } from "../../sheets-schema/index";
import { DIALOG } from "../words/dialog";
import { html, Markup } from "./html";

/** Content of a window: markup whose forms press. The pressed button's name and value count as a field. */
export type DialogView = Markup;

export interface DialogPage {
  readonly name: string;
  readonly title: string;
  readonly token: string;
  readonly view: DialogView;
}

/** Forms in the view are sent by the script; a button without a form has class `close`. */
export function dialogPage(
  language: keyof Words,
  { name, title, token, view }: DialogPage,
): string {
  const words = DIALOG[language];
  const said = { working: words.working, lost: words.lost };
  const config = JSON.stringify({ name, token, said }).replace(/</g, "\\u003c");
  return html`<!DOCTYPE html><html lang="${language}"><head><base target="_blank"><meta charset="utf-8"><title>${title}</title>${STYLE}</head>
<body><main id="view">${view}</main><p id="said" role="status" aria-live="polite"></p>
<progress id="progress" hidden aria-label="${words.working}"></progress>
${new Markup(`<script>var dripsheet = ${config};${SCRIPT}</script>`)}</body></html>`.source;
}

const STYLE = new Markup(`<style>
:root { --ink: #1f2933; --soft: #5b6772; --line: #c9d0d6; --press: #0b5c66; --paper: #fff; }
* { box-sizing: border-box; }
body { margin: 0; padding: 4px 14px 14px; background: var(--paper); color: var(--ink);
  font: 15px/1.55 -apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, Arial, "PingFang SC",
  "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; overflow-wrap: anywhere; }
h2 { margin: 18px 0 6px; font-size: 16px; }
p { margin: 0 0 10px; }
a { color: var(--press); }
label { display: block; margin: 0 0 12px; font-weight: 600; }
small, .quiet { color: var(--soft); font-weight: 400; }
input:not([type=checkbox]):not([type=radio]), select, textarea { display: block; width: 100%;
  margin-top: 4px; padding: 8px 10px; border: 1px solid #87929c; border-radius: 5px;
  background: #fff; color: inherit; font: inherit; font-weight: 400; }
button { margin: 8px 8px 0 0; padding: 9px 18px; border: 1px solid var(--press); border-radius: 5px;
  background: #fff; color: var(--press); font: inherit; font-weight: 600; cursor: pointer; }
button.go { background: var(--press); color: #fff; }
button:disabled { opacity: .5; cursor: default; }
:focus-visible { outline: 3px solid #e0a43a; outline-offset: 2px; }
table { width: 100%; border-collapse: collapse; margin: 0 0 12px; }
th, td { padding: 6px 8px; border-bottom: 1px solid var(--line); text-align: left;
  vertical-align: top; font-weight: 400; }
th { color: var(--soft); }
td:not(:first-child) { overflow-wrap: break-word; }
td:last-child:not(:only-child) { min-width: 6em; }
pre { margin: 0 0 12px; padding: 10px 12px; border: 1px solid var(--line); border-radius: 5px;
  background: #f6f7f8; font: 13px/1.5 ui-monospace, Menlo, Consolas, monospace;
  white-space: pre-wrap; user-select: all; }
.problem { padding: 10px 12px; border-left: 4px solid #b4530a; background: #fdf6ec; }
#said:not(:empty) { margin: 14px 0 0; padding: 10px 12px; border-left: 4px solid var(--press);
  background: #eef5f5; white-space: pre-line; }
#said.problem { border-left-color: #b4530a; background: #fdf6ec; }
progress { width: 100%; margin-top: 12px; }
.good, .plain { padding: 10px 12px; border-left: 4px solid #2f7d4f; background: #eef6f0; }
.plain { border-left-color: var(--line); background: #f6f7f8; }
fieldset { margin: 0; padding: 0; border: 0; }
label.choice { margin: 0 0 6px; font-weight: 400; }
summary { padding: 6px 0; color: var(--press); cursor: pointer; }
form.acts { margin-bottom: 14px; }
.facts th[scope=row], .facts .name { white-space: nowrap; }
.mark { color: var(--soft); font-family: ui-monospace, Menlo, Consolas, monospace; white-space: nowrap; }
#said:not(:empty) { position: sticky; bottom: 8px; }
@media (max-width: 480px) {
  .rules tr { display: grid; grid-template-columns: auto 1fr auto; padding: 6px 0;
    border-bottom: 1px solid var(--line); }
  .rules tr > * { padding: 0 10px 0 0; border: 0; }
  .rules .name { white-space: normal; }
  .rules td:nth-child(3) { grid-area: 2 / 1 / 3 / 4; padding: 0; }
  .rules td.mark { min-width: 0; padding: 0; }
}
</style>`);

/**
 * What stands in a field with `data-keep` stays in the window and comes with every press: a list of thousands is not sent back
 * and forth in the page. `data-into` reads a chosen file into such a field, as UTF-8 or else as Chinese Windows writes it.
 * Plain and old on purpose: it runs in whatever browser the owner has. `data-first` and not `autofocus`, which browsers refuse
 * in a frame of another origin.
 */
const SCRIPT = `
(function () {
  var view = document.getElementById("view"), said = document.getElementById("said");
  var bar = document.getElementById("progress"), kept = {};
  function busy(is) {
    document.querySelectorAll("button").forEach(function (one) { one.disabled = is; });
    bar.hidden = !is;
    if (!is) bar.removeAttribute("value");
  }
  function tell(text, problem) {
    said.className = problem ? "problem" : "";
    said.textContent = text || "";
  }
  function press(args) {
    busy(true);
    args = Object.assign({}, kept, args);
    google.script.run
      .withSuccessHandler(function (answer) { took(answer || {}); })
      .withFailureHandler(function (error) {
        busy(false);
        tell(dripsheet.said.lost + " " + (error && error.message ? error.message : ""), true);
      })
      .doPost({ dialog: dripsheet.name, token: dripsheet.token, args: args });
  }
  function took(answer) {
    if (answer.token) dripsheet.token = answer.token;
    if (answer.close) return google.script.host.close();
    if (typeof answer.html === "string") view.innerHTML = answer.html;
    Object.keys(answer.parts || {}).forEach(function (id) {
      var part = document.getElementById(id);
      if (part) part.innerHTML = answer.parts[id];
    });
    if (answer.more) {
      bar.max = answer.more.of;
      bar.value = answer.more.done;
      tell(answer.message || dripsheet.said.working);
      return press(answer.more.args);
    }
    busy(false);
    tell(answer.problem || answer.message, Boolean(answer.problem));
    if (typeof answer.html === "string") {
      view.querySelectorAll("[data-keep]").forEach(function (one) { one.value = kept[one.name] || ""; });
      var first = view.querySelector("[data-first], h2, button");
      if (first) { first.setAttribute("tabindex", first.getAttribute("tabindex") || "-1"); first.focus(); }
    }
  }
  document.addEventListener("submit", function (event) {
    event.preventDefault();
    var args = {};
    new FormData(event.target).forEach(function (value, name) {
      if (typeof value === "string") args[name] = name in args ? args[name] + "\\n" + value : value;
    });
    event.target.querySelectorAll("[data-keep]").forEach(function (one) { kept[one.name] = one.value; });
    var by = event.submitter;
    if (by && by.name) args[by.name] = by.value;
    tell(dripsheet.said.working);
    press(args);
  });
  function textOf(bytes) {
    var head = new Uint8Array(bytes.slice(0, 2));
    if (head[0] === 255 && head[1] === 254) return new TextDecoder("utf-16le").decode(bytes);
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch (ignored) {
      return new TextDecoder("gbk").decode(bytes);
    }
  }
  document.addEventListener("change", function (event) {
    var into = event.target.getAttribute("data-into"), file = into && event.target.files[0];
    if (!file) return;
    file.arrayBuffer().then(function (bytes) {
      view.querySelector("[name=" + into + "]").value = textOf(bytes);
      var named = view.querySelector("[data-named]");
      if (named && !named.value) named.value = file.name.replace(/\\.\\w+$/, "");
    });
  });
  window.addEventListener("focus", function () {
    var first = view.querySelector("[data-first]");
    if (first && document.activeElement === document.body) first.focus();
  }, { once: true });
  document.addEventListener("click", function (event) {
    if (event.target.closest && event.target.closest("button.close")) google.script.host.close();
  });
})();`;
