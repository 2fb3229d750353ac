// Reading the payment history: how far it is, and what a person may do.
import type { Words } from "../../sheets-schema/index";

export const HISTORY = {
  withoutKey: {
    en: "no marketing mail goes before it is known who has paid: connect Stripe, or press Dripsheet ▸ Money ▸ Paste who has paid (empty: nobody yet)",
    zh: "在知道谁已付款之前不发营销邮件：请连接 Stripe，或点击 Dripsheet ▸ 收款 ▸ 粘贴已付款名单（还没有人付款就留空）",
  },
  withKey: {
    en: "no marketing mail goes before it is known who has paid: press Dripsheet ▸ Money ▸ Read payment history",
    zh: "在知道谁已付款之前不发营销邮件：请点击 Dripsheet ▸ 收款 ▸ 读取付款历史",
  },
  failing: (list: string, why: string): Words => ({
    en: `Stripe's list ${list} could not be read: ${why}. It is tried again by itself every half hour, or at once with Dripsheet ▸ Money ▸ Read payment history`,
    zh: `无法读取 Stripe 的 ${list}：${why}。每半小时自动重试，也可点击 Dripsheet ▸ 收款 ▸ 读取付款历史立即重试`,
  }),
  underWay: (place: Words, objects: number, people: number): Words => ({
    en: `being read (${place.en}): ${objects} so far, people marked as paid: ${people}; it goes on by itself`,
    zh: `正在读取（${place.zh}）：已读 ${objects} 条，${people} 人标记为已付款；会自动继续`,
  }),
  finished: (payments: number, people: number): Words => ({
    en: `read to the end; payments: ${payments}, people newly marked as paid: ${people}, mailed: nobody`,
    zh: `已读完：付款 ${payments} 笔，新标记为已付款 ${people} 人，没有给任何人发信`,
  }),
  withoutAddress: (nobody: number): Words => ({
    en: `; payments without an address: ${nobody}`,
    zh: `；没有邮箱的付款 ${nobody} 笔`,
  }),
  /** `reason` of a page's line in Events. */
  page: (objects: number, payments: number): Words => ({
    en: `read: ${objects}, payments: ${payments}; nobody was mailed`,
    zh: `读取 ${objects} 条，${payments} 笔付款；没有发信`,
  }),
  title: { en: "Payment history", zh: "付款历史" },
  noKey: {
    en: "There is no key yet that fits the mode. Press Dripsheet ▸ Money ▸ Connect Stripe first; without Stripe, Dripsheet ▸ Money ▸ Paste who has paid.",
    zh: "还没有与模式相符的密钥。请先点击 Dripsheet ▸ 收款 ▸ 连接 Stripe；不用 Stripe 则点击 Dripsheet ▸ 收款 ▸ 粘贴已付款名单。",
  },
  listed: (count: number): Words => ({
    en: `you said who has paid; addresses: ${count}`,
    zh: `你已说明谁付过款；邮箱 ${count} 个`,
  }),
} as const;

/** By Stripe's own names of its lists. */
export const HISTORY_LIST_WORDS = {
  charges: { en: "1 of 3, charges", zh: "第 1 步，共 3 步：charges" },
  "checkout/sessions": { en: "2 of 3, checkouts", zh: "第 2 步，共 3 步：checkouts" },
  customers: { en: "3 of 3, customers", zh: "第 3 步，共 3 步：customers" },
} as const satisfies Readonly<Record<string, Words>>;
