// Going LIVE, and back to REHEARSAL.
import type { Words } from "../../sheets-schema/index";

export const LIVE = {
  title: { en: "Go LIVE", zh: "正式上线" },
  intro: {
    en: "From now on mails go to the readers, and live payments count. Nobody is mailed what fell due during the rehearsal.",
    zh: "从现在起邮件会发给读者，正式付款也会计入。排练期间到期的邮件不会补发给任何人。",
  },
  rows: {
    en: "Rows of the rehearsal are removed. Tick whoever is a real person: the flow begins anew with them.",
    zh: "排练时产生的行会被删除。如果其中有真实的人，请勾选：流程会对他们从头开始。",
  },
  noRows: {
    en: "No row of the rehearsal is left; nothing is removed.",
    zh: "没有排练留下的行；不会删除任何数据。",
  },
  more: (count: number): Words => ({
    en: `and ${count} more, which are removed. To keep one of them, choose keep in its row first.`,
    zh: `另有 ${count} 行会被删除。要保留其中某行，请先在该行的 do 选择 keep。`,
  }),
  headers: {
    en: ["real person", "address", "flow", "status"],
    zh: ["真实的人", "邮箱", "流程", "状态"],
  },
  open: { en: "Still open on Start here:", zh: "Start here 上还未完成：" },
  press: { en: "Go LIVE", zh: "正式上线" },
  cancel: { en: "Cancel", zh: "取消" },
  already: {
    en: "The mode is LIVE: mails go to the readers.",
    zh: "当前模式为 LIVE：邮件发给读者。",
  },
  rehearse: { en: "Back to REHEARSAL", zh: "回到 REHEARSAL" },
  done: (removed: number, kept: number): Words => ({
    en: `LIVE. Rows of the rehearsal removed: ${removed}, kept as real people: ${kept}.`,
    zh: `已进入 LIVE。删除排练行 ${removed} 行，作为真实的人保留 ${kept} 行。`,
  }),
  notKept: (count: number): Words => ({
    en: `Ticked rows that could not be kept: ${count}. They wait, and each says why in its cell why.`,
    zh: `已勾选但未能保留的行：${count} 行。它们会一直等待，原因写在各行的 why 中。`,
  }),
  busy: {
    en: "What has just come in could not be taken in yet. Nothing was removed and the mode is unchanged: try again in a minute.",
    zh: "刚收到的内容暂时无法处理。未删除任何数据，模式也未改变：请一分钟后再试。",
  },
  notLive: {
    en: "The mode could not be set: look at the row mode in Settings.",
    zh: "模式未能设置：请查看 Settings 中的 mode 行。",
  },
  cut: (why: string): Words => ({
    en: `Go LIVE did not come to its end: ${why}.`,
    zh: `正式上线未能完成：${why}。`,
  }),
  cutAt: (live: boolean, rows: number): Words => ({
    en: `The mode is ${live ? "LIVE" : "REHEARSAL"}; rows of the rehearsal: ${rows}. Choose go LIVE again: it goes on from there.`,
    zh: `当前模式为 ${live ? "LIVE" : "REHEARSAL"}；排练行剩余 ${rows} 行。请再次选择 go LIVE，会从此处继续。`,
  }),
  cutUnknown: {
    en: "What was done is not known, because the sheet cannot be read: look at mode in Settings, then choose go LIVE again.",
    zh: "表格无法读取，不知道已完成哪些步骤：请先查看 Settings 中的 mode，再选择 go LIVE。",
  },
  reading: {
    en: "Live payments are being read anew; marketing mails wait for it.",
    zh: "正在重新读取正式付款；营销邮件会等读完再发。",
  },
  close: { en: "Close", zh: "关闭" },
  noLiveKey: {
    en: "There is no live Stripe key yet, so payments are not known: connect Stripe.",
    zh: "还没有 Stripe 正式密钥，系统不知道谁已付款：请连接 Stripe。",
  },
  left: (count: number): Words => ({
    en: `Rows that could not be removed: ${count}. They wait, and nothing goes to them; choose go LIVE again.`,
    zh: `有 ${count} 行未能删除。它们会一直等待，不会发信；请再次选择 go LIVE。`,
  }),
  sure: (count: number, names: string): Words => ({
    en: `rows of the rehearsal that will be removed: ${count}${names === "" ? "" : ` (${names})`}. Choose go LIVE again within an hour to confirm`,
    zh: `将删除排练行 ${count} 行${names === "" ? "" : `（${names}）`}。一小时内再次选择 go LIVE 即确认`,
  }),
  rehearsing: {
    en: "REHEARSAL: every mail goes to you again; rows of real people wait for LIVE.",
    zh: "REHEARSAL：邮件重新全部发给你自己；真实的人的行会等到 LIVE。",
  },
} as const;
