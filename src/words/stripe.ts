// Connecting Stripe: the key, the webhook, and Stripe's own mails.
import type { Words } from "../../sheets-schema/index";

export const STRIPE = {
  title: { en: "Connect Stripe", zh: "连接 Stripe" },
  intro: {
    en: "A restricted key lets Dripsheet read who has paid. It can move no money.",
    zh: "受限密钥让 Dripsheet 能读到谁已付款，但不能动用任何资金。",
  },
  where: {
    en: "In Stripe: Developers ▸ API keys ▸ Create restricted key. Give Read to Events, Charges and Refunds, Customers, Invoices, PaymentIntents and Checkout Sessions; leave the rest at None.",
    zh: "在 Stripe：Developers ▸ API keys ▸ Create restricted key。给 Events、Charges and Refunds、Customers、Invoices、PaymentIntents、Checkout Sessions 选 Read，其余保持 None。",
  },
  open: { en: "Open Stripe's API keys", zh: "打开 Stripe 的 API keys 页面" },
  key: { en: "Restricted key (rk_live_… or rk_test_…)", zh: "受限密钥（rk_live_… 或 rk_test_…）" },
  store: { en: "Check and store", zh: "检查并保存" },
  skip: { en: "Keep the stored key", zh: "沿用已保存的密钥" },
  without: { en: "Only show the webhook", zh: "只看 webhook" },
  standing: (kind: Words): Words => ({
    en: `A ${kind.en} key is stored. A new one takes its place.`,
    zh: `已保存${kind.zh}密钥。填写新的会替换它。`,
  }),
  none: {
    en: "No key is stored yet.",
    zh: "还没有保存密钥。",
  },
  live: { en: "live", zh: "正式" },
  test: { en: "test", zh: "测试" },
  wrong: {
    en: "That is no Stripe key: it begins with rk_live_ or rk_test_. Nothing was changed.",
    zh: "这不是 Stripe 密钥：应以 rk_live_ 或 rk_test_ 开头。未作任何改动。",
  },
  refused: (why: string): Words => ({
    en: `Stripe did not take this key (${why}). Nothing was changed.`,
    zh: `Stripe 没有接受这个密钥（${why}）。未作任何改动。`,
  }),
  stored: (kind: Words): Words => ({
    en: `Stripe answers to this key. It is a ${kind.en} key, and it is stored.`,
    zh: `Stripe 已接受此密钥。这是${kind.zh}密钥，已保存。`,
  }),
  testInLive: {
    en: "The mode is LIVE, which needs a live key; with this one payments are not known.",
    zh: "当前模式为 LIVE，需要正式密钥；用这个密钥无法得知付款。",
  },
  step2: { en: "Now the webhook", zh: "接下来是 webhook" },
  hook: {
    en: "In Stripe ▸ Developers ▸ Webhooks ▸ Add endpoint paste this address. It is a password: show it to nobody. Click it to select it.",
    zh: "在 Stripe ▸ Developers ▸ Webhooks ▸ Add endpoint 粘贴此地址。它等同密码，请勿外传。点击即可选中。",
  },
  noAddress: {
    en: "The web app's own address is not known yet: open the web app once, then open this window again.",
    zh: "还不知道网页应用的地址：请打开一次网页应用，再重新打开此窗口。",
  },
  poll: {
    en: "Without it payments are still found, by asking Stripe from time to time; with it they count within a minute.",
    zh: "不设置也能通过定期查询发现付款；设置后一分钟内就会计入。",
  },
  events: { en: "Events to send:", zh: "需要发送的事件：" },
  ownMails: {
    en: "So that nobody is written to twice about a failed payment, switch off Stripe's own mails: Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails, \"Send emails when card payments fail\". Stripe's receipts are under Settings ▸ Customer emails ▸ Successful payments: leave them on where you need a receipt, off where the delivery mail is enough.",
    zh: "为避免同一笔失败付款收到两份邮件，请关闭 Stripe 自带的邮件：Settings ▸ Billing ▸ Subscriptions and emails ▸ Manage failed payments ▸ Customer emails 中的“Send emails when card payments fail”。Stripe 的收据在 Settings ▸ Customer emails ▸ Successful payments：需要收据就保留，交付邮件已足够则关闭。",
  },
  history: {
    en: "Who has paid so far is now being read from Stripe, by itself; nobody is mailed. Start here shows how far it is.",
    zh: "正在自动从 Stripe 读取谁付过款；不会给任何人发信。进度见 Start here。",
  },
  close: { en: "Done", zh: "完成" },
} as const;
