// What the actions on selected rows of Queue ask and answer.
import type { Words } from "../../sheets-schema/index";

export const ROWS = {
  title: {
    "send now": { en: "Send this step now", zh: "立即发送这一步" },
    hold: { en: "Hold", zh: "暂停" },
    release: { en: "Release", zh: "恢复" },
    "mark paid": { en: "Mark paid", zh: "标记已付款" },
    undo: { en: "Undo last hand edit", zh: "撤销上一次手动修改" },
  },
  nextStep: { en: "Next step now", zh: "立即进入下一步" },
  none: {
    en: "Nothing was done. Select one or several rows in Queue first, then press this again.",
    zh: "未作任何改动。请先在 Queue 中选中一行或几行，再点击此项。",
  },
  gone: {
    en: "Nothing was done. The selected rows hold nobody that Dripsheet knows.",
    zh: "未作任何改动。选中的行中没有 Dripsheet 认识的人。",
  },
  tooMany: {
    en: "Nothing was done. {count} rows are selected; up to {max} can be done at once.",
    zh: "未作任何改动。选中了 {count} 行；一次最多 {max} 行。",
  },
  markPaid: {
    en: "Every mail to these people stops, and they count as paid:\n{who}\n\nType YES to go on.",
    zh: "将停发这些人的一切邮件，并计为已付款：\n{who}\n\n输入 YES 继续。",
  },
  cancelled: { en: "Nothing was changed.", zh: "未作任何改动。" },
  sent: { en: "{step} went", zh: "{step} 已发送" },
  sentToYou: { en: "{step} went to you (REHEARSAL)", zh: "{step} 已发给你自己（REHEARSAL）" },
  refused: { en: "{why}", zh: "{why}" },
  later: {
    en: "noted; the next run does it, within about a minute",
    zh: "已记下，下次运行时执行（约一分钟内）",
  },
  busyEvents: {
    en: "Nothing was done: the sheet was busy taking something in. Press it again.",
    zh: "未作任何改动：表格正在接收新内容。请再点一次。",
  },
  more: { en: "… and {count} more", zh: "……另有 {count} 行" },
  nothingToUndo: {
    en: "There is no edit by hand that could be taken back.",
    zh: "没有可以撤销的手动修改。",
  },
} as const satisfies {
  readonly [key: string]: Words | Readonly<Record<string, Words>>;
};
