// Short pages that only say something.
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";

const WORDS = {
  en: {
    notFoundTitle: "There is no page here",
    notFound:
      "The address is incomplete or has changed. Please open the link you were given once more.",
    goneTitle: "This page is not here any more",
    gone: "The offer has another name now, or is no longer made. Opening the link has changed nothing. Should you want it, answer any of our mails.",
    healthTitle: "Dripsheet is running",
    health: (version: string) => `Version ${version}.`,
    unknownTitle: "This form is not known here",
    unknown:
      "What you sent is kept and a person will see it. If you came by a link, please open it once more.",
    notSavedTitle: "Not saved yet",
    notSaved: "It could not be saved just now. Please go back and press again.",
    notShownTitle: "Not there just now",
    notShown: "The page could not be shown. Please open it again in a minute.",
  },
  zh: {
    notFoundTitle: "这里没有页面",
    notFound: "网址不完整或已变更。请重新打开你收到的链接。",
    goneTitle: "这个页面已经不在了",
    gone: "这个产品改了名字，或不再提供。打开链接没有改变任何东西。如果你需要它，请回复我们的任意一封邮件。",
    healthTitle: "Dripsheet 正在运行",
    health: (version: string) => `版本 ${version}。`,
    unknownTitle: "这里没有这个表单",
    unknown: "你提交的内容已保存，会有人查看。如果你是从链接进入的，请重新打开它。",
    notSavedTitle: "还没有保存",
    notSaved: "刚才没有保存成功。请返回再按一次。",
    notShownTitle: "暂时无法显示",
    notShown: "这个页面刚才没有显示出来。请过一分钟再打开。",
  },
} as const;

export function notFound(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(site, words.notFoundTitle, html`<p>${words.notFound}</p>`);
}

/** A link of ours, to an offer that Offers no longer names. */
export function offerGone(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(site, words.goneTitle, html`<p>${words.gone}</p>`);
}

export function health(site: Site, version: string): Page {
  const words = WORDS[site.language];
  return makePage(site, words.healthTitle, html`<p>${words.health(version)}</p>`);
}

/** The form's name leads nowhere; what was sent is in Events all the same. */
export function formUnknown(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(site, words.unknownTitle, html`<p>${words.unknown}</p>`);
}

/** For a press that is no form; a form has formProblem "not-saved" and is shown again. */
export function notSaved(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(site, words.notSavedTitle, html`<p>${words.notSaved}</p>`);
}

/** A page that needs the sheet, while the sheet does not answer. */
export function notShown(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(site, words.notShownTitle, html`<p>${words.notShown}</p>`);
}
