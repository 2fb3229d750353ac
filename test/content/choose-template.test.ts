import { describe, expect, it } from "vitest";
import { chooseTemplate } from "../../src/content/choose-template";
import { blankRow } from "../memory/memory-store";

function rows(...locales: readonly string[]) {
  return locales.map((locale) => ({
    ...blankRow("Templates"),
    row: `t.${locale}`,
    template: "t",
    locale,
  }));
}

describe("the language of a mail", () => {
  it.each([
    ["exactly the reader's", ["en", "zh", "zh-TW"], "zh-TW", "en", "zh-TW"],
    ["its language", ["en", "zh"], "zh-TW", "en", "zh"],
    ["written with an underscore", ["en", "zh"], "zh_CN", "en", "zh"],
    ["in capitals", ["en", "ZH"], "zh", "en", "ZH"],
    ["the sheet's own", ["en", "zh"], "fr", "zh", "zh"],
    ["the sheet's own when none is known", ["en", "zh"], "", "zh", "zh"],
    ["English when the sheet's own is not there", ["de", "en"], "fr", "zh", "en"],
    ["any when nothing else is there", ["de", "es"], "fr", "zh", "de"],
  ] as const)("is %s", (_why, locales, locale, fallback, chosen) => {
    expect(chooseTemplate(rows(...locales), "t", locale, fallback)?.locale).toBe(chosen);
  });

  it("is never another template's", () => {
    expect(chooseTemplate(rows("en"), "other", "en", "en")).toBeNull();
  });
});
