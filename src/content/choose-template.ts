// Which language of a template a reader gets.
import type { TemplateRow } from "../../sheets-schema/index";

export function chooseTemplate(
  rows: readonly TemplateRow[],
  template: string,
  locale: string,
  fallback: "en" | "zh",
): TemplateRow | null {
  const candidates = rows.filter((row) => row.template === template);
  for (const wanted of [tag(locale), mainLanguage(locale), fallback, "en"]) {
    const found = candidates.find((row) => tag(row.locale) === wanted);
    if (found !== undefined) return found;
  }
  return candidates[0] ?? null;
}

/** zh_CN and zh-cn are one locale. */
function tag(locale: string): string {
  return locale.trim().replace(/_/g, "-").toLowerCase();
}

function mainLanguage(locale: string): string {
  return tag(locale).split("-")[0] ?? "";
}
