// Asking Stripe itself what happened: how that stands, in one line of Start here.
import type { Words } from "../../sheets-schema/index";

export const RECONCILE = {
  soon: {
    en: "Stripe is asked for the first time within ten minutes",
    zh: "十分钟内首次向 Stripe 查询",
  },
  ready: (found: number): Words => ({
    en: `what happened is asked of Stripe itself every 5 to 10 minutes, at rest every half hour; learnt so before a webhook told: ${found}`,
    zh: `每 5 到 10 分钟直接向 Stripe 查询一次，空闲时每半小时一次；早于 webhook 查到的事件：${found} 个`,
  }),
  failing: (why: Words): Words => ({
    en: `Stripe's list of events could not be read: ${why.en}. It is tried again by itself within half an hour; what happens meanwhile is found then`,
    zh: `无法读取 Stripe 的事件列表：${why.zh}。半小时内会自动重试，这段时间发生的事届时会补上`,
  }),
  keyRefused: (why: Words): Words => ({
    en: `Stripe's list of events could not be read: ${why.en}. Make a new restricted key at Stripe and press Dripsheet ▸ Money ▸ Connect Stripe; what happens meanwhile is found then`,
    zh: `无法读取 Stripe 的事件列表：${why.zh}。请在 Stripe 新建受限密钥，再点击 Dripsheet ▸ 收款 ▸ 连接 Stripe；这段时间发生的事届时会补上`,
  }),
  mayNot: {
    en: "the key may not read Events at Stripe: give it Read on Events (Developers ▸ API keys). Until then past charges and checkouts are read once a day, so that who has paid gets no more mails; nothing is delivered by that",
    zh: "密钥没有读取 Events 的权限：请在 Stripe 的 Developers ▸ API keys 中给它 Events 的 Read 权限。在此之前每天读取一次历史收款，已付款的人会停发邮件，但不会触发交付",
  },
  gap: {
    en: "Stripe could not be asked for more than 30 days, and lists no older events: the payment history is being read again by itself, which marks who has paid and mails nobody",
    zh: "超过 30 天未能查询 Stripe，更早的事件已不在列表中：正在自动重读付款历史，只标记谁已付款，不会给任何人发信",
  },
} as const;
