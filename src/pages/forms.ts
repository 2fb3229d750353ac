// The pages with a form: asking for the GEO pack, asking for the free check.
import { type FormValues, formMarkup } from "./form-fields";
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";

const GEO = {
  en: {
    title: "The GEO resource pack",
    lead: "GEO is generative engine optimisation: being found, understood and quoted when people ask an AI instead of a search engine.",
    after: "The download comes up at once, and the same link is sent to you by mail.",
  },
  zh: {
    title: "GEO 资料包",
    lead: "GEO 是生成式引擎优化：当人们不再搜索、而是直接问 AI 时，让你的内容被找到、被读懂、被引用。",
    after: "提交后立即可以下载，同一个链接也会发到你的邮箱。",
  },
} as const;

const FREE_AUDIT = {
  en: {
    title: "A free check of your site",
    lead: "Leave the address of a site. It is looked at as it stands today, and you get what was found.",
    after: "You get an answer by mail. Nothing is bought or booked by asking.",
  },
  zh: {
    title: "免费网站检测",
    lead: "留下一个网址。我们按它今天的样子检查一遍，把发现的情况告诉你。",
    after: "结果用邮件回复你。申请不代表购买或预约任何东西。",
  },
} as const;

export function geoForm(site: Site, values: FormValues): Page {
  return formPage(site, GEO[site.language], "geo", values);
}

export function freeAuditForm(site: Site, values: FormValues): Page {
  return formPage(site, FREE_AUDIT[site.language], "free_audit", values);
}

function formPage(
  site: Site,
  words: { readonly title: string; readonly lead: string; readonly after: string },
  form: "geo" | "free_audit",
  values: FormValues,
): Page {
  const markup = formMarkup(site, form, values);
  return makePage(site, words.title, html`<p>${words.lead}</p><p>${words.after}</p>${markup}`);
}
