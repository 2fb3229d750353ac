// The words of forms on the owner's own site, of the window that gives them out, and of the page for an own domain.
export const SNIPPET = {
  en: {
    sending: "Sending …",
    unseen:
      "It could not be seen whether this arrived. Please press once more: a new tab then shows the answer. Sent twice, it counts once.",
  },
  zh: {
    sending: "正在提交……",
    unseen: "没能确认是否已经收到。请再按一次：会在新标签页里显示结果。重复提交只算一次。",
  },
} as const;

export const FORMS_WINDOW = {
  en: {
    title: "Forms for your site",
    noAddress:
      "There is no web address yet. Open your /exec address once; it records itself. Then open this window again.",
    intro:
      "Choose a form. Copy the text below it into your page, where the form is to stand. It shows its thanks in place, brings along the visitor's time zone, and keeps source and utm_… of the page's address. Without JavaScript it still works, in a new tab.",
    form: "Form",
    forms: { geo: "GEO pack", free_audit: "Free check", lite: "Lite" },
    language: "Language of the form and of its mails",
    languages: { en: "English", zh: "中文" },
    show: "Show the text",
    copy: "One click selects all of it:",
    link: "The same form as a page, for a link:",
    domainTitle: "Links under your own domain",
    domain:
      "Links in mails begin with script.google.com. If you have a site, put one small page there that leads on: then they begin with your name.",
    domainShow: "Show that page",
    domainSteps:
      "Save this text as index.html in a folder of your site, for example go. Then type its address, such as https://your-site.com/go/, into Settings, link_base. Mails written from then on use it. Take care that the page stays: links in mails lie in mailboxes for years.",
    domainGoogle:
      "It only leads on; the pages behind it are still Google's. Whoever cannot reach Google can answer any mail with STOP.",
  },
  zh: {
    title: "你网站上的表单",
    noAddress: "还没有网页地址。先打开一次你的 /exec 网址，它会自动记录；然后再打开这个窗口。",
    intro:
      "选择一个表单，把下面的代码复制到你网页里要放表单的位置。提交后直接在原处显示结果，自动带上访客的时区，并保留网址里的 source 和 utm_…。没有 JavaScript 时也能用，会打开新标签页。",
    form: "表单",
    forms: { geo: "GEO 资料包", free_audit: "免费检测", lite: "Lite" },
    language: "表单和邮件的语言",
    languages: { en: "English", zh: "中文" },
    show: "显示代码",
    copy: "点一下即可全选：",
    link: "同一个表单的网页，可直接分享链接：",
    domainTitle: "链接使用你自己的域名",
    domain:
      "邮件里的链接以 script.google.com 开头。如果你有网站，放一个转接的小网页，链接就以你的域名开头。",
    domainShow: "显示这个网页",
    domainSteps:
      "把这段代码存成 index.html，放到你网站的一个目录里，例如 go。然后把它的地址（如 https://your-site.com/go/）填进 Settings 的 link_base。之后写的邮件都用这个地址。请一直保留这个网页：邮件里的链接会在收件箱里放很多年。",
    domainGoogle:
      "它只负责转接，后面的网页仍在 Google 上。打不开 Google 的读者，直接回复“退订”即可。",
  },
} as const;

/** Both languages at once: a static page does not know its reader. */
export const OWN_DOMAIN = {
  title: { en: "One moment", zh: "请稍候" },
  goOn: { en: "Go on", zh: "继续" },
  stays: {
    en: "Does nothing come? The page behind this one is at Google and needs JavaScript. Open the link in another browser, or answer the mail: STOP ends all mails.",
    zh: "没有反应？后面的网页在 Google 上，并需要 JavaScript。请换一个浏览器打开链接，或直接回复邮件：“退订”即停止所有邮件。",
  },
} as const;
