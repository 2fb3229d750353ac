// Causes that come from outside, by the name they have in the sheet or in a report, and as they are read.
import type { Words } from "../../sheets-schema/index";

/** Contacts `suppressed`. */
export const SUPPRESSED_WORDS: Readonly<Record<string, Words>> = {
  unsubscribed: { en: "unsubscribed", zh: "已退订" },
  bounced: { en: "bounced", zh: "曾退信" },
  complained: { en: "complained", zh: "曾投诉" },
  "by hand": { en: "stopped by hand", zh: "已手动停发" },
};

/** Why Stripe could not be asked. What the network itself says stays as it is. */
export const STRIPE_CAUSES = {
  noKey: { en: "no restricted key is stored", zh: "尚未保存受限密钥" },
  testKey: {
    en: "the stored key is a test key, LIVE needs a live one",
    zh: "保存的是测试密钥，LIVE 需要正式密钥",
  },
  payer: { en: "the payer could not be looked up", zh: "暂时无法查询付款人" },
  refused: { en: "Stripe answered 401: the API key is not accepted", zh: "密钥无效（401）" },
  notAllowed: {
    en: "Stripe answered 403: the API key may not read this",
    zh: "密钥没有读取权限（403）",
  },
  noJson: {
    en: "Stripe answered 200 with something that is not JSON",
    zh: "Stripe 返回 200，但内容不是 JSON",
  },
  tooMany: { en: "Stripe answered 429: too many requests", zh: "请求过多（429）" },
} as const satisfies Readonly<Record<string, Words>>;

export const STRIPE_ANSWERED = {
  en: (status: string) => `Stripe answered ${status}`,
  zh: (status: string) => `Stripe 返回 ${status}`,
} as const;

/** What a payment at Stripe is that is no payment. */
export const NO_PAYMENT = {
  cardOnly: { en: "the checkout only saves a card", zh: "该结账只保存银行卡" },
  notCaptured: { en: "authorised, not captured", zh: "已授权，未扣款" },
} as const satisfies Readonly<Record<string, Words>>;

export const REVERSED_WORDS = {
  refunded: { en: "refunded", zh: "已退款" },
  "partly refunded": { en: "partly refunded", zh: "已部分退款" },
  disputed: { en: "disputed", zh: "有争议" },
  cancelled: { en: "its subscription was cancelled", zh: "订阅已取消" },
} as const satisfies Readonly<Record<string, Words>>;
