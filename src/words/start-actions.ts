// What stands in `answer` after an action was chosen on Start here.
import type { Words } from "../../sheets-schema/index";

export const ANSWERS = {
  underWay: { en: "under way …", zh: "处理中……" },
  unknown: (seen: string): Words => ({
    en: `"${seen}" is no action. Choose one from the list`,
    zh: `“${seen}”不是可选操作，请从列表中选择`,
  }),
  failed: (why: string): Words => ({
    en: `that did not work: ${why}`,
    zh: `没有成功：${why}`,
  }),
  ran: (events: number, sent: number, waiting: number): Words => ({
    en: `run: events handled ${events}, mails sent ${sent}, mails that wait ${waiting}`,
    zh: `已运行：处理事件 ${events} 件，发送 ${sent} 封，等待 ${waiting} 封`,
  }),
  preview: (mails: readonly string[], more: number, waiting: number): Words => ({
    en: `would go now: ${mails.join("; ") || "nothing"}${more > 0 ? `; and ${more} more` : ""}. Would wait: ${waiting}`,
    zh: `现在会发：${mails.join("；") || "无"}${more > 0 ? `；另有 ${more} 封` : ""}。会等待：${waiting}`,
  }),
  sendingOn: {
    en: "sending is ON: what is due goes at the next run",
    zh: "发送已开启：到期的邮件会在下次运行时发出",
  },
  sendingOff: {
    en: "sending is OFF: no mail goes to anybody",
    zh: "发送已关闭：不会给任何人发信",
  },
} as const;
