// What a column of somebody else's tab may hold, in words.
import type { Words } from "../../sheets-schema/index";

export const ADOPT_FIELD_WORDS = {
  email: { en: "Address", zh: "邮箱" },
  name: { en: "Name", zh: "姓名" },
  flow: { en: "Flow or product", zh: "流程或产品" },
  status: { en: "Status (UNPAID, PAID, FAILED …)", zh: "状态（UNPAID、PAID、FAILED……）" },
  stage: { en: "Stage: how many mails went", zh: "阶段：已发几封" },
  first_sent: { en: "First mail sent (yes or no)", zh: "第一封是否已发" },
  first_sent_at: { en: "First mail sent when", zh: "第一封发送时间" },
  second_sent: { en: "Second mail sent (yes or no)", zh: "第二封是否已发" },
  second_sent_at: { en: "Second mail sent when", zh: "第二封发送时间" },
  last: { en: "Last mail sent when", zh: "最近发送" },
  next: { en: "Next mail when", zh: "下次发送" },
  paid: { en: "Paid (yes or no)", zh: "是否已付款" },
  paid_at: { en: "Paid when", zh: "付款时间" },
  failed: { en: "Payment failed (yes or no)", zh: "付款失败（FAILED）" },
  failed_at: { en: "Failed when", zh: "失败时间" },
  payment: { en: "Payment at Stripe (pi_…, in_…)", zh: "Stripe 付款编号（pi_…、in_…）" },
  unsubscribed: { en: "Unsubscribed (yes or no)", zh: "是否已退订" },
  consent: { en: "Agreed to further mails", zh: "是否同意接收后续邮件" },
  entered: { en: "Asked when (time of the form)", zh: "登记时间" },
  source: { en: "Source", zh: "来源" },
  locale: { en: "Language", zh: "语言" },
  phone: { en: "Phone", zh: "电话" },
  website: { en: "Website", zh: "网站" },
  notes: { en: "Notes", zh: "备注" },
} as const satisfies Readonly<Record<string, Words>>;
