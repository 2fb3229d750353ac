// Stopping mails: one button, no questions, no regret.
import { html } from "./html";
import { makePage, type Page, type Site } from "./page";

const WORDS = {
  en: {
    askTitle: "Stop these mails?",
    ask: "One press, and no more mails go to the address this link was sent to. It takes effect at once.",
    press: "Stop all mails",
    stoppedTitle: "Stopped",
    stopped: "No more mails go to this address. This holds from this moment.",
    back: "Pages and downloads stay open to you; a form alone brings no mail back. Should you want mails again, answer any mail you have from us.",
    problemTitle: "This link does not work",
    problem:
      "It is incomplete or no longer valid. Please open the link in the newest mail, or answer any mail with STOP.",
  },
  zh: {
    askTitle: "停止接收这些邮件？",
    ask: "按一下即可，之后不再给收到此链接的邮箱发任何邮件。立即生效。",
    press: "停止所有邮件",
    stoppedTitle: "已停止",
    stopped: "从现在起，不再给这个邮箱发邮件。",
    back: "页面和下载仍可照常使用，但只提交表单不会恢复发信。以后想再收到邮件，请回复我们的任意一封邮件。",
    problemTitle: "这个链接无法使用",
    problem: "链接不完整，或者已经失效。请打开最近一封邮件里的链接，或直接回复邮件“退订”。",
  },
} as const;

export function stopPage(site: Site, token: string): Page {
  const words = WORDS[site.language];
  return makePage(
    site,
    words.askTitle,
    html`<p>${words.ask}</p>
<form method="post" action="${site.execUrl}" target="_blank" accept-charset="utf-8">
<input type="hidden" name="p" value="stop"><input type="hidden" name="t" value="${token}">
<input type="hidden" name="l" value="${site.language}">
<button type="submit">${words.press}</button></form>`,
  );
}

export function stopped(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(
    site,
    words.stoppedTitle,
    html`<p>${words.stopped}</p><p class="quiet">${words.back}</p>`,
  );
}

export function tokenProblem(site: Site): Page {
  const words = WORDS[site.language];
  return makePage(site, words.problemTitle, html`<p>${words.problem}</p>`);
}
