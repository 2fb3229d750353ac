// What Resolve unmatched asks and answers: whose was a payment that names nobody?
import type { Words } from "../../sheets-schema/index";

export const RESOLVE = {
  title: { en: "Resolve unmatched", zh: "认领付款" },
  none: {
    en: "No payment waits for a name: Unmatched has no open row.",
    zh: "没有待认领的付款：Unmatched 中没有未处理的行。",
  },
  about: {
    en: "These payments name nobody we know. Whoever you name counts as paid, and their mails stop.",
    zh: "这些付款对不上认识的人。你指明的人即计为已付款，并停发其邮件。",
  },
  held: {
    en: "It may be one of the suspects; their mails are held until you answer.",
    zh: "可能是其中某位；在你回答之前，其邮件暂停。",
  },
  nameless: { en: "no name on it", zh: "未写姓名" },
  suspect: { en: "it was {email}", zh: "是 {email}" },
  other: {
    en: "it was somebody else: address, or id from Contacts",
    zh: "是别人：邮箱或 Contacts 中的 id",
  },
  nobody: { en: "it is nobody's here", zh: "不是这里任何人的" },
  settle: { en: "Settle this payment", zh: "确认这一笔" },
  choose: {
    en: "Nothing was done: choose first whose payment it was.",
    zh: "未作任何改动：请先选择这笔付款是谁的。",
  },
  wrong: {
    en: '"{seen}" is neither an address, nor an id from Contacts. Nothing was done.',
    zh: "“{seen}”既不是邮箱，也不是 Contacts 中的 id。未作任何改动。",
  },
  gone: {
    en: "This payment is settled by now, or its row is gone. Nothing was done.",
    zh: "这笔付款已处理，或其行已不在。未作任何改动。",
  },
  later: {
    en: "Noted; the next run settles it, within about a minute.",
    zh: "已记下，下次运行时处理（约一分钟内）。",
  },
  done: { en: "Nothing is left to resolve.", zh: "已全部处理。" },
  more: { en: "{count} more wait in Unmatched.", zh: "Unmatched 中另有 {count} 笔。" },
} as const satisfies Readonly<Record<string, Words>>;
