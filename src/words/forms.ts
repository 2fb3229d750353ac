// The words of forms: on our own pages and on the owner's site, before they are sent and after.

export const FIELDS = {
  en: {
    email: "Your email",
    meant: "Did you mean %?",
    name: "Your name",
    optional: "(if you like)",
    url: "The site to look at",
    press: { geo: "Send me the pack", free_audit: "Ask for the check", lite: "Ask for Lite" },
    pressAny: "Send",
    without: "Without the tick you get what you ask for here and nothing more.",
    leaveEmpty: "Leave this empty",
    notReady: "This form is not connected yet. Please come back later.",
  },
  zh: {
    email: "你的邮箱",
    meant: "是不是 %？点一下改正",
    name: "怎么称呼你",
    optional: "（选填）",
    url: "要检测的网站",
    press: { geo: "把资料包发给我", free_audit: "申请检测", lite: "申请 Lite" },
    pressAny: "提交",
    without: "不勾选也可以：你只会收到这里索取的内容，不会有别的邮件。",
    leaveEmpty: "此处请留空",
    notReady: "这个表单还没有接通，请稍后再来。",
  },
} as const;

/** What stands above each form that comes with the product. */
export const LEADS = {
  geo: {
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
  },
  free_audit: {
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
  },
  lite: {
    en: {
      title: "Ask for Lite",
      lead: "Lite is the smallest check that still gives an answer: one clear conclusion about where your site is stuck now.",
      after:
        "You get the price, its date and the way to the checkout by mail. Asking buys nothing.",
    },
    zh: {
      title: "申请 Lite",
      lead: "Lite 是最小的一次验证：用一次行动，换一个清晰的结论，看清网站现在卡在哪里。",
      after: "价格、截止日期和结账链接会发到你的邮箱。申请不等于购买。",
    },
  },
} as const;

/** A form that did not get through. */
export const AGAIN = {
  en: {
    title: "One thing to put right",
    notSavedTitle: "Not saved yet",
    "address-missing": "The email field was empty. Please fill it in and send the form again.",
    "address-malformed":
      "This does not look like an email address. Please correct it and send the form again. What came:",
    "address-disposable":
      "This address is thrown away after use, and the answer would be lost with it. Please give one that you keep.",
    "too-large":
      "The form held more than 64 KB. Please go back, shorten what you wrote and send it again.",
    "not-saved":
      "It could not be saved just now. Nothing is wrong with what you sent: please press again.",
  },
  zh: {
    title: "还差一点",
    notSavedTitle: "还没有保存",
    "address-missing": "邮箱没有填写。请填上邮箱，再提交一次。",
    "address-malformed": "这看起来不是一个邮箱地址。请改正后再提交一次。收到的是：",
    "address-disposable": "这是一次性邮箱，回复会随之丢失。请填写你常用的邮箱。",
    "too-large": "提交的内容超过了 64 KB。请返回，缩短后再提交一次。",
    "not-saved": "刚才没有保存成功。你提交的内容没有问题，请再按一次。",
  },
} as const;

export const THANKS = {
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
    confirm: (email: string) =>
      `A mail goes to ${email} that asks you to confirm, unless mails to it were stopped. Press the button in it; nothing else comes before that.`,
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
    confirm: (email: string) =>
      `一封确认邮件会发到 ${email}，除非这个邮箱已经退订。请点击其中的按钮；在此之前不会有其他邮件。`,
    other: (email: string) => `已经保存。回复会发到 ${email}，除非这个邮箱已经退订。`,
    again: "以前申请过？只算一次；同一封邮件一天最多再发一次。",
    close: "可以关闭这个页面了。",
  },
} as const;
