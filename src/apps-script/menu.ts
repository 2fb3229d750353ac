// The menu in the sheet.
import type { Words } from "../../sheets-schema/index";
import type { Language } from "../ports";
import { handlerName } from "./handlers";
import { findUi } from "./ui";

const ITEMS = [
  { method: "runBatch", words: { en: "Run batch now", zh: "立即运行" } },
  { method: "previewBatch", words: { en: "Preview next batch", zh: "预览下一批" } },
  { method: "setUp", words: { en: "Set up", zh: "初始化" } },
  { method: "stripe", words: { en: "Connect Stripe", zh: "连接 Stripe" } },
  { method: "selfTest", words: { en: "Self-test", zh: "自检" } },
] as const satisfies readonly { method: string; words: Words }[];

/** A visitor may call onOpen too; where there is no sheet on a screen, nothing is built. */
export function buildMenu(language: Language): void {
  const ui = findUi();
  if (ui === null) return;
  const menu = ui.createMenu("Dripsheet");
  for (const { method, words } of ITEMS) menu.addItem(words[language], handlerName("menu", method));
  menu.addToUi();
}
