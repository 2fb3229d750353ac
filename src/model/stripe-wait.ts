// "Waits for Stripe", with the cause in the reader's language where it is a known one.
import type { Words } from "../../sheets-schema/index";
import { ownValue } from "./own-value";
import { type Reason, reason } from "./reason";

const CAUSES: Readonly<Record<string, string>> = {
  "no restricted key is stored": "尚未保存受限密钥",
  "the stored key is a test key, LIVE needs a live one": "保存的是测试密钥，LIVE 需要正式密钥",
  "the payer could not be looked up": "暂时无法查询付款人",
  "Stripe answered 401: the API key is not accepted": "密钥无效（401）",
  "Stripe answered 403: the API key may not read this": "密钥没有读取权限（403）",
  "Stripe answered 429: too many requests": "请求过多（429）",
};

/** What the network itself says stays as it is. */
export function stripeWait(cause: string): Reason {
  const zh = ownValue(CAUSES, cause) ?? cause.replace(/^Stripe answered (\d+)$/, "Stripe 返回 $1");
  const why: Words = { en: cause, zh };
  return reason("waitsForStripe", { why });
}
