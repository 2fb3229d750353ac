// Which of our languages a locale asks for.
import { expect, it } from "vitest";
import { languageOf } from "../../src/model/locale";

it.each(["zh", "ZH", " zh ", "zh-CN", "zh_TW", "zh-Hans-SG"])("%j is met in Chinese", (locale) => {
  expect(languageOf(locale)).toBe("zh");
});

it.each(["", "en", "de", "zha", "x-zh"])("%j is met in English", (locale) => {
  expect(languageOf(locale)).toBe("en");
});
