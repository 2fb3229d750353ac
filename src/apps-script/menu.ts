// The menu in the sheet.
import type { Words } from "../../sheets-schema/index";
import type { Language } from "../ports";
import { handlerName } from "./handlers";
import { findUi } from "./ui";

/** Groups are parted by a line. */
const ITEMS = [
  [
    { method: "runBatch", words: { en: "Run batch now", zh: "立即运行" } },
    { method: "previewBatch", words: { en: "Preview next batch", zh: "预览下一批" } },
    { method: "previewCadence", words: { en: "Preview cadence change", zh: "预览节奏改动" } },
  ],
  [
    { method: "thisIs", words: { en: "This is …", zh: "付款人是……" } },
    { method: "paidList", words: { en: "Paste who has paid", zh: "粘贴已付款名单" } },
    { method: "readHistory", words: { en: "Read payment history", zh: "读取付款历史" } },
  ],
  [
    { method: "setUp", words: { en: "Set up", zh: "初始化" } },
    { method: "stripe", words: { en: "Connect Stripe", zh: "连接 Stripe" } },
    { method: "selfTest", words: { en: "Self-test", zh: "自检" } },
  ],
] as const satisfies readonly (readonly { method: string; words: Words }[])[];

/** A visitor may call onOpen too; where there is no sheet on a screen, nothing is built. */
export function buildMenu(language: Language): void {
  const ui = findUi();
  if (ui === null) return;
  const menu = ui.createMenu("Dripsheet");
  for (const [at, group] of ITEMS.entries()) {
    if (at > 0) menu.addSeparator();
    for (const { method, words } of group) {
      menu.addItem(words[language], handlerName("menu", method));
    }
  }
  menu.addToUi();
}
