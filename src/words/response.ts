// The words of the door that a Google Form's response tab is.
import type { Words } from "../../sheets-schema/index";

export const RESPONSE_TITLE: Words = {
  en: "A Google Form as a door",
  zh: "用 Google 表单收集登记",
};

export const RESPONSE = {
  en: {
    intro:
      "Answers to a Google Form that lands in this file become form entries here, within a minute, each once. Its tab is only read, never written.",
    noTabs:
      "There is no other tab in this file. In Google Forms choose Responses ▸ Link to Sheets ▸ this spreadsheet, then open this window again.",
    tab: "Its tab",
    next: "Next",
    back: "Back",
    form: "Answers count as the form",
    column: "Which column holds what",
    none: "— no column —",
    other: "Other columns",
    already: (count: number) => `Answers that stand there already: ${count}`,
    onlyNew: "Leave them; take only what comes from now on",
    takeAll: "Take them as well (mails go one after another, nobody gets two)",
    open: "Open this door",
    close: "Close this door",
    stands: (tab: string, form: string) => `Open: answers in “${tab}” count as the form ${form}.`,
    needsEmail: "Choose the column with the address and the one with the time of the answer.",
    opened: (tab: string) => `The door is open. New answers in “${tab}” are taken within a minute.`,
    closed: "The door is closed. Nothing more is taken from that tab.",
    noConsent:
      "Without a consent column only the asked-for mail goes; later mails wait, and why says so.",
    gone: "That tab is not there any more. Nothing was changed.",
  },
  zh: {
    intro:
      "Google 表单的回复落在本文件里，一分钟内就会成为这里的登记，每条只算一次。该工作表只读不写。",
    noTabs:
      "本文件里没有其他工作表。请在 Google 表单中选择“回复 ▸ 关联到表格 ▸ 本文件”，再打开此窗口。",
    tab: "回复所在的工作表",
    next: "下一步",
    back: "返回",
    form: "这些回复算作哪个表单",
    column: "每一列是什么",
    none: "— 没有这一列 —",
    other: "其他列",
    already: (count: number) => `已有回复 ${count} 条`,
    onlyNew: "不处理，只接收今后的回复",
    takeAll: "一并接收（邮件逐封发出，不会重复）",
    open: "启用",
    close: "停用",
    stands: (tab: string, form: string) => `已启用：“${tab}”中的回复算作表单 ${form}。`,
    needsEmail: "请选好邮箱列和提交时间列。",
    opened: (tab: string) => `已启用。“${tab}”中的新回复会在一分钟内接收。`,
    closed: "已停用。不再从该工作表接收任何内容。",
    noConsent: "没有“同意”列时，只发对方索取的那一封；后续邮件不会发送，why 里写明原因。",
    gone: "该工作表已不存在，未作任何改动。",
  },
} as const;

/** Start here. */
export const RESPONSE_CHECK = {
  taken: (tab: string, form: string): Words => ({
    en: `answers in “${tab}” count as the form ${form}`,
    zh: `“${tab}”中的回复算作表单 ${form}`,
  }),
  unmapped: (tab: string): Words => ({
    en: `Settings names “${tab}”: say once which column is what, with Dripsheet ▸ Set-up ▸ Google Form as a door`,
    zh: `Settings 写的是“${tab}”：请用 Dripsheet ▸ 设置 ▸ 接入 Google 表单 指明每一列是什么`,
  }),
  missing: (tab: string, what: string): Words => ({
    en: `nothing is taken from “${tab}”: ${what} is not there any more. Choose again with Dripsheet ▸ Set-up ▸ Google Form as a door`,
    zh: `没有从“${tab}”接收：找不到 ${what}。请用 Dripsheet ▸ 设置 ▸ 接入 Google 表单 重新选择`,
  }),
  unread: (tab: string, rows: string): Words => ({
    en: `answers in “${tab}” without a readable time are left out: rows ${rows}`,
    zh: `“${tab}”中时间无法识别的回复未接收：第 ${rows} 行`,
  }),
};
