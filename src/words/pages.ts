// The words of the hosted pages that only say something, and of stopping mails.

/** What stands around every page. */
export const FRAME = {
  en: { otherLanguage: "中文" },
  zh: { otherLanguage: "English" },
} as const;

export const NOTICES = {
  en: {
    notFoundTitle: "There is no page here",
    notFound:
      "The address is incomplete or has changed. Please open the link you were given once more.",
    goneTitle: "This page is not here any more",
    gone: "The offer has another name now, or is no longer made. Opening the link has changed nothing. Should you want it, answer any of our mails.",
    healthTitle: "Dripsheet answers",
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
    healthTitle: "Dripsheet 有应答",
    health: (version: string) => `版本 ${version}。`,
    unknownTitle: "这里没有这个表单",
    unknown: "你提交的内容已保存，会有人查看。如果你是从链接进入的，请重新打开它。",
    notSavedTitle: "还没有保存",
    notSaved: "刚才没有保存成功。请返回再按一次。",
    notShownTitle: "暂时无法显示",
    notShown: "这个页面刚才没有显示出来。请过一分钟再打开。",
  },
} as const;

export const STOP = {
  en: {
    askTitle: "Stop these mails?",
    ask: "One press, and no more mails go to the address this link was sent to. It takes effect at once.",
    press: "Stop all mails",
    rather: "Rather a pause, or fewer mails?",
    stoppedTitle: "Stopped",
    stopped: "No more mails go to this address. This holds from this moment.",
    open: "Pages and downloads stay open to you; a form alone brings no mail back.",
    again: "Should you want mails again, come back when you are ready; no explanation is needed.",
    problemTitle: "This link does not work",
    problem:
      "It is incomplete or no longer valid, and nothing has changed. Please open the link in the newest mail, or answer any mail with STOP.",
  },
  zh: {
    askTitle: "停止接收这些邮件？",
    ask: "按一下即可，之后不再给收到此链接的邮箱发任何邮件。立即生效。",
    press: "停止所有邮件",
    rather: "只想暂停，或少收一些？",
    stoppedTitle: "已停止",
    stopped: "从现在起，不再给这个邮箱发邮件。",
    open: "页面和下载仍可照常使用，但只提交表单不会恢复发信。",
    again: "以后想再收到邮件，准备好了随时回来，不需要任何解释。",
    problemTitle: "这个链接无法使用",
    problem:
      "链接不完整，或者已经失效；什么都没有改变。请打开最近一封邮件里的链接，或直接回复邮件“退订”。",
  },
} as const;
