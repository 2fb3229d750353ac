// The forms a visitor can fill in. They work without any script.
import type { Words } from "../../sheets-schema/index";
import { ownValue } from "../model/own-value";
import { html, Markup } from "./html";
import type { Site } from "./page";

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

const WORDS = {
  en: {
    email: "Your email",
    name: "Your name",
    optional: "(if you like)",
    url: "The site to look at",
    press: { geo: "Send me the pack", free_audit: "Ask for the check", lite: "Ask for Lite" },
    pressAny: "Send",
    without: "Without the tick you get what you ask for here and nothing more.",
    notReady: "This form is not connected yet. Please come back later.",
  },
  zh: {
    email: "你的邮箱",
    name: "怎么称呼你",
    optional: "（选填）",
    url: "要检测的网站",
    press: { geo: "把资料包发给我", free_audit: "申请检测", lite: "申请 Lite" },
    pressAny: "提交",
    without: "不勾选也可以：你只会收到这里索取的内容，不会有别的邮件。",
    notReady: "这个表单还没有接通，请稍后再来。",
  },
} as const;

/** What a visitor agrees to by the tick, word for word. */
const CONSENT: Words = {
  en: "Yes, you may send me further mails on this subject. Every mail has a link that stops them at once.",
  zh: "我同意继续收到与此相关的邮件。每封邮件里都有退订链接，点击后立即停止。",
};

/** Forms that ask which site it is about. */
const WITH_SITE = ["free_audit", "lite"];

/** Any name that Flows knows; those that come with the product have words of their own. */
export function formMarkup(site: Site, form: string, values: FormValues): Markup {
  const words = WORDS[site.language];
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
<p class="quiet">${words.without}</p>
<button type="submit">${ownValue<string>(words.press, form) ?? words.pressAny}</button>
</form>${zoneScript}`;
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
    ...marks,
  ];
  return hidden.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`,
  );
}

/** The time zone is a courtesy: without a script the owner's default holds. */
const zoneScript = new Markup(`<script>
try {
  var zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  var field = document.querySelector('input[name="timezone"]');
  if (zone && field && !field.value) field.value = zone;
} catch (ignored) {}
</script>`);
