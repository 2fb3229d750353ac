// What the rows of Register say in a new file. They are a beginning: each owner's business differs.
import type { RegisterRow } from "../../sheets-schema/register";

type Said = Partial<Omit<RegisterRow, "entry" | "shown" | "kind">>;
interface Entry {
  readonly kind: RegisterRow["kind"];
  readonly en: Said;
  readonly zh: Said;
}

export const REGISTER = {
  sheet: {
    kind: "place",
    en: {
      place: "Our spreadsheet (Google Sheets)",
      what: "Name, address, language and time zone of readers; what they asked for and pressed; consent, with its words and time; which mails went when",
      purpose: "To send what was asked for, and further mails to those who agreed",
      basis:
        "What was asked for: the request itself (GDPR Art. 6(1)(b)). Further mails: consent (6(1)(a)). Proof of consent and of a stop: legal duty (6(1)(c))",
      where: "Google's data centres, which may be outside your country; guarded as Google states",
    },
    zh: {
      place: "我们的电子表格（Google Sheets）",
      what: "收件人的姓名、邮箱、语言和时区；索取和点击过的内容；同意的原文与时间；哪封邮件何时发出",
      purpose: "发送对方索取的内容，并向同意的人发送后续邮件",
      basis:
        "索取的内容：应本人请求（GDPR 第 6(1)(b) 条）。后续邮件：同意（6(1)(a)；《个人信息保护法》第 13 条）。同意与退订的凭证：法定义务（6(1)(c)）",
      where: "Google 的数据中心，可能位于你所在国家之外；保障措施见 Google 的说明",
    },
  },
  mails: {
    kind: "place",
    en: {
      place: "Our mailbox (Gmail, Google)",
      what: "The mails that went to you, and your answers",
      purpose: "To write, to read answers, to notice mails that did not arrive",
      basis: "As above; keeping answers: legitimate interest (GDPR Art. 6(1)(f))",
      kept: "Until deleted by hand",
      where: "As above",
    },
    zh: {
      place: "我们的邮箱（Gmail，Google）",
      what: "发给你的邮件，以及你的回信",
      purpose: "发信、阅读回信、得知哪些邮件未送达",
      basis: "同上；保存回信：正当利益（GDPR 第 6(1)(f) 条）",
      kept: "直到手动删除",
      where: "同上",
    },
  },
  script: {
    kind: "place",
    en: {
      place: "The pages and the program behind them (Google Apps Script)",
      what: "What you type or press, handed on to the spreadsheet. Google sees the visitor's network address; we do not. Of erased addresses a salted hash, so that nobody writes to them again",
      purpose: "To show pages and to take what is pressed there",
      basis: "As above; the hash: legal duty to respect an objection (GDPR Art. 21)",
      kept: "The hash: for good",
      where: "As above",
    },
    zh: {
      place: "页面及其背后的程序（Google Apps Script）",
      what: "你填写和点击的内容，随即转存到电子表格。访问者的网络地址只有 Google 能看到，我们看不到。对已删除的邮箱只保留加盐哈希值，确保不再给它写信",
      purpose: "显示页面，接收提交的内容",
      basis: "同上；哈希值：尊重拒绝权的法定义务（GDPR 第 21 条）",
      kept: "哈希值：长期",
      where: "同上",
    },
  },
  payments: {
    kind: "place",
    en: {
      place: "Payments (Stripe)",
      what: "Of buyers: name, address, amount. Card data stays with Stripe; we keep ids of payments",
      purpose: "To deliver what was bought, and to stop mails that sell it",
      basis: "Contract (GDPR Art. 6(1)(b)); books: legal duty (6(1)(c))",
      kept: "As long as books must be kept",
      where: "Stripe's data centres, which may be outside your country; guarded as Stripe states",
    },
    zh: {
      place: "付款（Stripe）",
      what: "付款人的姓名、邮箱、金额。银行卡数据只在 Stripe；我们保存付款编号",
      purpose: "交付所购内容，并停发推销它的邮件",
      basis: "合同（GDPR 第 6(1)(b) 条）；账目：法定义务（6(1)(c)）",
      kept: "按账目保存的法定期限",
      where: "Stripe 的数据中心，可能位于你所在国家之外；保障措施见 Stripe 的说明",
    },
  },
  site: {
    kind: "place",
    en: { place: "The site a form stands on", what: "See the privacy page of that site" },
    zh: { place: "放置表单的网站", what: "见该网站自己的隐私说明" },
  },
  EU: {
    kind: "region",
    en: {
      place: "European Union",
      what: "You may complain to the data protection authority where you live or work (GDPR Art. 77).",
    },
    zh: {
      place: "欧盟",
      what: "你可以向居住地或工作地的数据保护机构投诉（GDPR 第 77 条）。",
    },
  },
  UK: {
    kind: "region",
    en: {
      place: "United Kingdom",
      what: "You may complain to the Information Commissioner's Office.",
    },
    zh: {
      place: "英国",
      what: "你可以向信息专员办公室（ICO）投诉。",
    },
  },
  US: {
    kind: "region",
    en: {
      place: "United States",
      what: "We do not sell personal data and do not share it for advertising.",
    },
    zh: { place: "美国", what: "我们不出售个人数据，也不为广告目的提供给他人。" },
  },
  CA: {
    kind: "region",
    en: {
      place: "Canada",
      what: "You may complain to the Office of the Privacy Commissioner of Canada.",
    },
    zh: {
      place: "加拿大",
      what: "你可以向加拿大隐私专员办公室投诉。",
    },
  },
  CN: {
    kind: "region",
    en: {
      place: "Mainland China",
      what: "The services named above lie outside of mainland China: what you type goes abroad (PIPL Art. 39), by your separate consent. You may withdraw it at any time.",
    },
    zh: {
      place: "中国大陆",
      what: "上述服务位于中国大陆境外：你填写的信息将向境外提供（《个人信息保护法》第 39 条），以取得你的单独同意为前提。你可以随时撤回。",
    },
  },
} as const satisfies Readonly<Record<string, Entry>>;
