// The words of the menu. A group is a submenu; the first stands open.
import type { Words } from "../../sheets-schema/index";

export interface MenuItem {
  /** Method of `menu` in main.ts. */
  readonly method: string;
  readonly words: Words;
}
export interface MenuGroup {
  /** Null: its items stand in the menu itself. */
  readonly words: Words | null;
  readonly items: readonly MenuItem[];
}

export const MENU = [
  {
    words: null,
    items: [
      { method: "runBatch", words: { en: "Run batch now", zh: "立即运行" } },
      { method: "previewBatch", words: { en: "Preview next batch", zh: "预览下一批" } },
    ],
  },
  {
    words: { en: "This row", zh: "选中的行" },
    items: [
      { method: "explainRow", words: { en: "Explain this row", zh: "解释此行" } },
      {
        method: "sendNow",
        words: {
          en: "Send this step now (rehearsal: next step now)",
          zh: "立即发送这一步（排练：下一步）",
        },
      },
      { method: "hold", words: { en: "Hold", zh: "暂停" } },
      { method: "release", words: { en: "Release", zh: "恢复" } },
      { method: "markPaid", words: { en: "Mark paid", zh: "标记已付款" } },
      { method: "undoLast", words: { en: "Undo last hand edit", zh: "撤销上一次手动修改" } },
    ],
  },
  {
    words: { en: "View", zh: "查看" },
    items: [
      { method: "viewAll", words: { en: "All rows, soonest first", zh: "全部，最近的在前" } },
      { method: "viewLive", words: { en: "All live", zh: "进行中" } },
      { method: "viewToday", words: { en: "Due today", zh: "今天到期" } },
      { method: "viewStuck", words: { en: "Stuck", zh: "卡住的" } },
      { method: "viewLite", words: { en: "Lite", zh: "Lite" } },
      { method: "viewPaid", words: { en: "Paid", zh: "已付款" } },
    ],
  },
  {
    words: { en: "Money", zh: "收款" },
    items: [
      { method: "stripe", words: { en: "Connect Stripe", zh: "连接 Stripe" } },
      { method: "resolve", words: { en: "Resolve unmatched", zh: "认领付款" } },
      { method: "paidList", words: { en: "Paste who has paid", zh: "粘贴已付款名单" } },
      { method: "readHistory", words: { en: "Read payment history", zh: "读取付款历史" } },
    ],
  },
  {
    words: { en: "Mails", zh: "邮件" },
    items: [
      { method: "mailOne", words: { en: "Send me mail 1", zh: "给我发第 1 封" } },
      { method: "editMail", words: { en: "Edit this mail", zh: "编辑邮件" } },
      { method: "checkLinks", words: { en: "Check links", zh: "检查链接" } },
      { method: "previewCadence", words: { en: "Preview cadence change", zh: "预览节奏改动" } },
    ],
  },
  {
    words: { en: "Set-up", zh: "设置" },
    items: [
      { method: "setUp", words: { en: "Set up", zh: "初始化" } },
      { method: "sender", words: { en: "Sender", zh: "发件人" } },
      { method: "goLive", words: { en: "Go LIVE", zh: "正式上线" } },
      { method: "forms", words: { en: "Forms for your site", zh: "你网站上的表单" } },
      { method: "responses", words: { en: "Google Form as a door", zh: "接入 Google 表单" } },
      { method: "importPeople", words: { en: "Import people", zh: "导入联系人" } },
      { method: "adopt", words: { en: "Adopt a sheet", zh: "接管现有表格" } },
      { method: "outdated", words: { en: "Outdated rows", zh: "过期数据" } },
      { method: "duplicates", words: { en: "Duplicates", zh: "重复联系人" } },
      { method: "restoreRows", words: { en: "Restore deleted rows", zh: "恢复被删除的行" } },
      { method: "audit", words: { en: "Audit", zh: "核对" } },
      { method: "useThisFile", words: { en: "Use this file", zh: "使用此文件" } },
      { method: "backUp", words: { en: "Back up now", zh: "立即备份" } },
      { method: "archive", words: { en: "Archive", zh: "归档" } },
      { method: "personData", words: { en: "A person's data", zh: "个人数据" } },
      { method: "keys", words: { en: "Change keys", zh: "更换密钥" } },
      { method: "selfTest", words: { en: "Self-test", zh: "自检" } },
    ],
  },
] as const satisfies readonly MenuGroup[];
