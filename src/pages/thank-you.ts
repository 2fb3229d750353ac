// What a visitor sees after sending a form. It is the same for everybody, whoever they are to us.
import type { FormName } from "./form-fields";
import { html, type Markup } from "./html";
import { makePage, type Page, type Site } from "./page";

export interface ThankYou {
  readonly form: FormName;
  /** This very submission had arrived before; never whether an address is known. */
  readonly repeated: boolean;
  /** As the visitor typed it. */
  readonly email: string;
  /** Settings geo_download_url; empty while it is not filled in. */
  readonly downloadUrl: string;
}

const WORDS = {
  en: {
    geoTitle: "Here is the GEO pack",
    download: "Download the GEO pack",
    noDownload: "The download link is not in place yet. Your form is saved, and nothing is lost.",
    mailed: (email: string) => `The same link goes to ${email}, unless mails to it were stopped.`,
    auditTitle: "Your request is in",
    next: (email: string) =>
      `A person looks at the site and writes to ${email}. There is nothing else for you to do.`,
    repeated: "This form had arrived before. It counts once, so pressing again did no harm.",
    close: "You can close this page.",
  },
  zh: {
    geoTitle: "这是 GEO 资料包",
    download: "下载 GEO 资料包",
    noDownload: "下载链接还没有放好。你的表单已经保存，不会丢失。",
    mailed: (email: string) => `同一个链接也会发到 ${email}，除非这个邮箱已经退订。`,
    auditTitle: "申请已收到",
    next: (email: string) => `会有人查看这个网站，并把结果发到 ${email}。你不需要再做什么。`,
    repeated: "这份表单之前已经收到。重复提交只算一次，没有影响。",
    close: "可以关闭这个页面了。",
  },
} as const;

export function thankYou(site: Site, what: ThankYou): Page {
  const words = WORDS[site.language];
  const geo = what.form === "geo";
  const content = geo ? download(site, what) : html`<p>${words.next(what.email)}</p>`;
  const repeated = what.repeated ? html`<p>${words.repeated}</p>` : null;
  return makePage(
    site,
    geo ? words.geoTitle : words.auditTitle,
    html`${repeated}${content}<p class="quiet">${words.close}</p>`,
  );
}

function download(site: Site, what: ThankYou): Markup {
  const words = WORDS[site.language];
  if (!/^https?:\/\//i.test(what.downloadUrl)) return html`<p>${words.noDownload}</p>`;
  return html`<a class="go" href="${what.downloadUrl}" target="_blank" rel="noopener">${words.download}</a>
<p>${words.mailed(what.email)}</p>`;
}
