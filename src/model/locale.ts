// Which of our languages a locale asks for, however it is written: zh, zh-CN, zh_TW; every other is met in English.
import type { Words } from "../../sheets-schema/index";

export function languageOf(locale: string): keyof Words {
  return /^\s*zh(?![a-z])/i.test(locale) ? "zh" : "en";
}
