// What stands in the way of reading the sheet, and how to go back.
import type { Words } from "../../sheets-schema/index";

export const SHEET = {
  noTab: (tab: string): Words => ({
    en: `There is no tab ${tab}; nothing goes until it is back. Was it renamed? Name it ${tab} again. Was it deleted? Press Ctrl+Z, or choose Dripsheet ▸ Set-up ▸ Set up for an empty one.`,
    zh: `没有工作表 ${tab}；恢复之前不会发送任何邮件。若是改了名，请改回 ${tab}；若是删掉了，请按 Ctrl+Z 撤销，或点击 Dripsheet ▸ 设置 ▸ 初始化新建一个空的。`,
  }),
  noColumn: (tab: string, column: string): Words => ({
    en: `Tab ${tab} has no column ${column}; nothing goes until it is back. Was its header changed? Type ${column} again. Was it deleted? Press Ctrl+Z, or choose Dripsheet ▸ Set-up ▸ Set up for an empty one.`,
    zh: `工作表 ${tab} 没有 ${column} 列；恢复之前不会发送任何邮件。若是改了表头，请改回 ${column}；若是删掉了，请按 Ctrl+Z 撤销，或点击 Dripsheet ▸ 设置 ▸ 初始化新建一列空的。`,
  }),
  /** Rows of Queue that are nobody's. */
  strangers: (count: number, first: number): Words => ({
    en: `${count} rows of Queue, from row ${first} on, are not Dripsheet's: pasted, or their id was changed. Nothing is sent for them. Press Ctrl+Z if that just happened; else delete them, and choose restore rows if one was a person's`,
    zh: `Queue 中有 ${count} 行（从第 ${first} 行起）不是系统的行：可能是粘贴进来的，或编号被改。不会为它们发信。若是刚刚发生，请按 Ctrl+Z；否则请删除这些行，其中若有某人的行，再选择 restore rows`,
  }),
  /** Headers or tabs that nothing is decided from. */
  toldGone: (names: string): Words => ({
    en: `Gone: ${names}. Mails go on; what belongs there is not written meanwhile. Was a header or a tab renamed? Give it its name again. Was it deleted? Press Ctrl+Z, or choose Dripsheet ▸ Set-up ▸ Set up for an empty one`,
    zh: `缺少：${names}。邮件照常发送，只是这些内容暂时不写入。若是改了名，请改回原名；若是删掉了，请按 Ctrl+Z 撤销，或点击 Dripsheet ▸ 设置 ▸ 初始化新建一个空的`,
  }),
  nothingGone: { en: "every header is there", zh: "表头齐全" },
  noStrangers: { en: "every row is Dripsheet's", zh: "每一行都是系统的行" },
} as const;
