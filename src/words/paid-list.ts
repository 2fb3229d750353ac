// "Paste who has paid": what it asks, and what came of the list.
import type { Words } from "../../sheets-schema/index";

export const PAID_LIST = {
  title: { en: "Who has paid", zh: "谁付过款" },
  ask: {
    en: "Paste the addresses of everybody who has paid already, separated by lines or commas. Names around them do no harm. Leave it empty if nobody has. Nobody is mailed.",
    zh: "粘贴所有已付款者的邮箱，用换行或逗号分隔；前后带名字也可以。还没有人付款则留空。不会给任何人发信。",
  },
  nobody: {
    en: "Noted: nobody has paid so far. Marketing mails may go.",
    zh: "已记录：目前还没有人付款。可以发送营销邮件。",
  },
  noted: (all: number, known: number, fresh: number): Words => ({
    en: `Addresses: ${all}; already in Contacts: ${known}, new: ${fresh}. They are marked as paid within a minute; nobody is mailed.`,
    zh: `${all} 个邮箱：${known} 个已在 Contacts 中，${fresh} 个是新的。一分钟内标记为已付款，不会给任何人发信。`,
  }),
  leftOut: {
    en: "Left out, because no usable address stands there:",
    zh: "以下内容没有可用的邮箱，未处理：",
  },
  unfinished: (done: number, total: number): Words => ({
    en: `Recorded: ${done} of ${total}. Paste the same list once more: it goes on where it stopped.`,
    zh: `已记录 ${total} 个中的 ${done} 个。请再次粘贴同一名单：会从中断处继续。`,
  }),
} as const;
