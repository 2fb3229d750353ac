// What a visitor sees after sending a form. It is the same for everybody, whoever they are to us.
import { html, type Markup } from "./html";
import { priceBlock, type Terms } from "./offer-words";
import { makePage, type Page, type Site } from "./page";

export interface ThankYou {
  readonly form: string;
  /** As the visitor typed it. */
  readonly email: string;
  /** Settings geo_download_url; empty while it is not filled in. */
  readonly downloadUrl: string;
  /** Of the offer that this form asks for; null when it asks for none, or its price is not filled in. */
  readonly terms: Terms | null;
}

const WORDS = {
  en: {
    geoTitle: "Here is the GEO pack",
    download: "Download the GEO pack",
    noDownload: "The download link is not in place yet. Your form is saved, and nothing is lost.",
    mailed: (email: string) => `The same link goes to ${email}, unless mails to it were stopped.`,
    title: "Your request is in",
    audit: (email: string) =>
      `A person looks at the site and writes to ${email}. There is nothing else for you to do.`,
    offer: (email: string) =>
      `A mail with the price and the way to the checkout goes to ${email}, unless mails to it were stopped. Nothing is bought yet.`,
    date: "The mail says until which date, to the minute.",
    other: (email: string) =>
      `It is saved. The answer goes to ${email}, unless mails to it were stopped.`,
    again: "Asked before? It counts once; the mail comes again at most once a day.",
    close: "You can close this page.",
  },
  zh: {
    geoTitle: "这是 GEO 资料包",
    download: "下载 GEO 资料包",
    noDownload: "下载链接还没有放好。你的表单已经保存，不会丢失。",
    mailed: (email: string) => `同一个链接也会发到 ${email}，除非这个邮箱已经退订。`,
    title: "申请已收到",
    audit: (email: string) => `会有人查看这个网站，并把结果发到 ${email}。你不需要再做什么。`,
    offer: (email: string) =>
      `价格和结账链接会发到 ${email}，除非这个邮箱已经退订。现在还没有购买任何东西。`,
    date: "具体截止时间写在邮件里，精确到分钟。",
    other: (email: string) => `已经保存。回复会发到 ${email}，除非这个邮箱已经退订。`,
    again: "以前申请过？只算一次；同一封邮件一天最多再发一次。",
    close: "可以关闭这个页面了。",
  },
} as const;

export function thankYou(site: Site, what: ThankYou): Page {
  const words = WORDS[site.language];
  return makePage(
    site,
    what.form === "geo" ? words.geoTitle : words.title,
    html`${whatComes(site, what)}
<p class="quiet">${words.again}</p>
<p class="quiet">${words.close}</p>`,
  );
}

function whatComes(site: Site, what: ThankYou): Markup {
  const words = WORDS[site.language];
  if (what.form === "geo") return download(site, what);
  if (what.form === "free_audit") return html`<p>${words.audit(what.email)}</p>`;
  if (what.terms === null) return html`<p>${words.other(what.email)}</p>`;
  const date = what.terms.holds === "" ? null : html`<p>${words.date}</p>`;
  return html`<p>${words.offer(what.email)}</p>
${priceBlock(site, what.terms)}${date}`;
}

function download(site: Site, what: ThankYou): Markup {
  const words = WORDS[site.language];
  if (!/^https?:\/\//i.test(what.downloadUrl)) return html`<p>${words.noDownload}</p>`;
  return html`<a class="go" href="${what.downloadUrl}" target="_blank" rel="noopener">${words.download}</a>
<p>${words.mailed(what.email)}</p>`;
}
