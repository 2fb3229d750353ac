// Where the page about people's data stands.
import { languageOf } from "./locale";

/** `base`: where links of ours lead. */
export function privacyUrl(base: string, locale: string): string {
  return `${base}?p=privacy&l=${languageOf(locale)}`;
}
