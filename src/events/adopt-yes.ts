// Yes or no, as people write it into cells: words, ticks, dates, sums.
import type { DateCell } from "./adopt-date";

/** What is asked decides which words say yes. */
export type Question = "sent" | "paid" | "failed" | "consent" | "unsubscribed";

const NO =
  /^(?:|no|n|false|0|0[.,]0+|✗|✘|❌|-+|—|off|none|not yet|否|不|不是|没有?|无|未|还没|暂无)$/;
const YES = /^(?:yes|y|true|1|ok|✓|✔|✅|☑|√|done|是|是的|对|有|已|完成|已完成)$/;

const OWN_NO: Readonly<Record<Question, RegExp>> = {
  sent: /^(?:not sent|open|未发送?|没发)$/,
  paid: /^(?:unpaid|not paid|open|pending|未付款?|未支付|未付费|没付款?|未成交)$/,
  failed: /^(?:not failed|ok|paid|未失败|成功|已付款?)$/,
  consent: /^(?:no[,. ].*|not .*|don'?t.*|nein|不.*|否.*|未.*|没.*)$/,
  unsubscribed: /^(?:subscribed|active|未退订|已订阅|订阅)$/,
};
const OWN_YES: Readonly<Record<Question, RegExp>> = {
  sent: /^(?:sent|已发送?|发送)$/,
  paid: /^(?:paid|已付款?|已支付|已付费|付款|已购买?|已成交|成交|purchased|bought)$/,
  failed: /^(?:failed?|failure|失败|付款失败|支付失败|已失败|declined)$/,
  consent:
    /^(?:i agree.*|agreed?|consented|subscribed|opt(?:ed)?[- ]?in|我?同意.*|已同意|已订阅|订阅)$/,
  unsubscribed: /^(?:unsubscribed?|opt(?:ed)?[- ]?out|退订|已退订|取消订阅)$/,
};

/** Null: neither; somebody must look. A date says that it happened, and so does a sum, of what was paid. */
export function readYes({ text, at }: DateCell, question: Question): boolean | null {
  if (at !== null) return true;
  const seen = text.trim().toLowerCase();
  if (OWN_NO[question].test(seen)) return false;
  if (OWN_YES[question].test(seen)) return true;
  if (NO.test(seen)) return false;
  if (YES.test(seen)) return true;
  return question === "paid" && isSum(seen) ? true : null;
}

function isSum(seen: string): boolean {
  const sum =
    /^(?:[€$£¥￥]|eur|usd|cny|rmb)?\s*(\d+(?:[.,]\d+)*)\s*(?:[€$£¥￥]|eur|usd|cny|rmb|元)?$/;
  return Number((sum.exec(seen)?.[1] ?? "0").replace(/[.,]/g, "")) > 0;
}

/** The answer to a form's consent question: an empty box is none, "No, thanks" is none, any other answer is one. */
export function readConsent(cell: DateCell): boolean {
  return readYes(cell, "consent") ?? true;
}
