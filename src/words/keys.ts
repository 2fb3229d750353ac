// The words of the window "Change keys".
import type { Words } from "../../sheets-schema/index";

export const KEYS_TITLE: Words = { en: "Change keys", zh: "更换密钥" };

export const KEYS = {
  en: {
    intro:
      "Keys are kept out of every cell, mail and log. Change one when somebody may have seen it, or when whoever knew it has left.",
    link_secret: {
      title: "Links in mails",
      what: "New mails carry links of the new key. Links already mailed (stop, way back, offers) go on working to their last day.",
      leaked:
        "Stop every link already mailed, at once. Their readers can still reply STOP. Some laws ask that such a link works for weeks after a mail (USA 30 days, Canada 60).",
      changed: "Changed. Links already mailed go on working.",
      stopped: "Changed. Links already mailed show that they are out of date.",
    },
    hook_key: {
      title: "The webhook and keyed posts",
      what: "The address with the new key is in Money ▸ Connect Stripe: put it in place of the old one at Stripe, and in every program that posts here. The old one works for 7 more days.",
      leaked: "Refuse the old one at once. Payments are still found by asking Stripe.",
      changed: "Changed. The old key is taken for 7 more days; put the new address in its place.",
      stopped: "Changed. The old key is refused from now on; put the new address in its place.",
    },
    former: (until: string) => `A key from before is still taken, until ${until} at the latest.`,
    change: "Change",
    hasLeaked: "It has leaked",
    leak: "Change, and stop the old one",
    tick: "Tick the box first: what has been mailed stops working. Nothing was changed.",
  },
  zh: {
    intro: "密钥不会出现在单元格、邮件或日志里。怀疑被人看到，或知情的人离开后，就换一把。",
    link_secret: {
      title: "邮件里的链接",
      what: "新邮件使用新密钥的链接。已发出的链接（退订、自助页面、产品页）在各自到期前照常有效。",
      leaked:
        "立即停用所有已发出的链接。读者仍可直接回复“退订”。有些法律要求邮件发出后退订链接须在数周内有效（美国 30 天，加拿大 60 天）。",
      changed: "已更换。已发出的链接照常有效。",
      stopped: "已更换。已发出的链接会提示已失效。",
    },
    hook_key: {
      title: "Webhook 与带密钥的提交",
      what: "带新密钥的地址见 收款 ▸ 连接 Stripe：请在 Stripe 以及其他向这里提交数据的程序中换上新地址。旧地址还能用 7 天。",
      leaked: "立即拒绝旧密钥。付款仍可通过查询 Stripe 得知。",
      changed: "已更换。旧密钥还能用 7 天，请尽快换上新地址。",
      stopped: "已更换。旧密钥即刻失效，请换上新地址。",
    },
    former: (until: string) => `之前的密钥仍然有效，最迟到 ${until}。`,
    change: "更换",
    hasLeaked: "密钥已泄露",
    leak: "更换并停用旧密钥",
    tick: "请先勾选：已发出的将失效。未作任何改动。",
  },
} as const;
