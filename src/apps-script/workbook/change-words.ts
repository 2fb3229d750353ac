// What Set up tells a person that it has made or mended. Tab and column names stay English.
import type { Language } from "../../ports";

const WORDS = {
  tab: { en: "tab %", zh: "标签页 %" },
  renamed: { en: "new name of column %", zh: "列 % 的新名称" },
  column: { en: "column %", zh: "列 %" },
  notes: { en: "notes of %", zh: "% 的说明" },
  list: { en: "list of %", zh: "% 的下拉列表" },
  colours: { en: "colours of %", zh: "% 的颜色" },
  warnings: { en: "edit warnings of %", zh: "% 的编辑提醒" },
  removed: { en: "removed the empty tab %", zh: "删除空标签页 %" },
} as const;

export function changeWords(kind: keyof typeof WORDS, name: string, language: Language): string {
  return WORDS[kind][language].replace("%", () => name);
}
