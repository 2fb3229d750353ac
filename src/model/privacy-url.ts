// Where the page about people's data stands.

/** `base`: where links of ours lead. */
export function privacyUrl(base: string, locale: string): string {
  return `${base}?p=privacy&l=${locale.toLowerCase().startsWith("zh") ? "zh" : "en"}`;
}
