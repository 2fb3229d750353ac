// What Set up says of itself.
import type { Words } from "../../sheets-schema/index";

export const SET_UP = {
  copied: {
    en: "This file is a copy of one that was already running. Sending is OFF here, so that nobody is mailed twice. Set sending to ON in Settings only when the other file is out of use.",
    zh: "此文件是另一个已运行文件的副本。为避免重复发信，这里已关闭发送。确认另一个文件停用后，再在 Settings 把 sending 设为 ON。",
  },
  inPlace: { en: "Everything was in place.", zh: "一切就绪，无需改动。" },
  madeAll: {
    en: "The tabs, their rules and words, and the timers are in place.",
    zh: "工作表、规则、文字和定时器都已就绪。",
  },
  made: (changes: readonly string[]): Words => ({
    en: `Made: ${changes.join(", ")}.`,
    zh: `已建立：${changes.join("、")}。`,
  }),
  nothingOpen: { en: "Nothing is open.", zh: "没有待办事项。" },
  open: (count: number): Words => ({
    en: `Open on Start here: ${count}.`,
    zh: `Start here 还有 ${count} 项待完成。`,
  }),
  notOwner: (owner: string): Words => ({
    en: `This sheet runs as ${owner}. Only that account sets it up, so that mails never go from another mailbox.`,
    zh: `此表以 ${owner} 的身份运行。只能由该账号初始化，以免从其他邮箱发信。`,
  }),
  key: (name: string): Words => ({ en: `key ${name}`, zh: `密钥 ${name}` }),
  setting: (name: string): Words => ({ en: `setting ${name}`, zh: `设置项 ${name}` }),
  rowsOf: (tab: string): Words => ({ en: `rows of ${tab}`, zh: `${tab} 的行` }),
} as const;

/** What of the file's structure it has made or mended; % is a tab, or a tab and its column. */
export const STRUCTURE = {
  tab: { en: "tab %", zh: "工作表 %" },
  renamed: { en: "new name of column %", zh: "列 % 的新名称" },
  column: { en: "column %", zh: "列 %" },
  notes: { en: "notes of %", zh: "% 的说明" },
  list: { en: "list of %", zh: "% 的下拉列表" },
  colours: { en: "colours of %", zh: "% 的颜色" },
  warnings: { en: "edit warnings of %", zh: "% 的编辑提醒" },
  removed: { en: "removed the empty tab %", zh: "删除空工作表 %" },
} as const satisfies Readonly<Record<string, Words>>;
