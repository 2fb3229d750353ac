// Yes or no, as people write it into cells: words, ticks, dates, sums.

const NO =
  /^(?:|no|n|false|0|✗|✘|❌|-+|—|off|none|not yet|unpaid|not paid|open|否|不|没有?|无|未|未付款?|未支付|未付费|没付款?|未发送?|未同意|不同意|未失败)$/;
const YES =
  /^(?:yes|y|true|1|ok|✓|✔|✅|☑|√|done|sent|paid|failed|agreed?|on|consented|subscribed|i agree\b.*|是|对|有|已付款?|已支付|已付费|付款|已成交|成交|已发送?|发送|已同意|同意.*|我同意.*|失败|付款失败|已失败|已退订|退订|unsubscribed)$/;

/** Null: neither; somebody must look. A date or a sum says that it happened. */
export function readYes(text: string, at: number | null): boolean | null {
  if (at !== null) return true;
  const seen = text.trim().toLowerCase();
  if (NO.test(seen)) return false;
  if (YES.test(seen)) return true;
  const sum = /^[€$£¥￥]?\s*(\d+(?:[.,]\d+)*)\s*(?:[€$£¥￥]|eur|usd|cny|rmb|元)?$/.exec(seen);
  if (sum !== null) return Number((sum[1] ?? "").replace(/[.,]/g, "")) > 0;
  return looksLikeDate(seen) ? true : null;
}

function looksLikeDate(seen: string): boolean {
  return /^\d{4}[-/.年]\s*\d{1,2}[-/.月]/.test(seen) || /^\d{1,2}月\d{1,2}[日号]?/.test(seen);
}

/** A consent question of a form: an empty box is none, "No, thanks" is none, any other answer is one. */
export function readConsent(text: string, at: number | null): boolean {
  const known = readYes(text, at);
  return known ?? !/^(?:no\b|not\b|don'?t|nein|不|否|未|没)/i.test(text.trim());
}
