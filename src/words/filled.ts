// Words with `{name}` in them, and what stands there this time.
import type { Words } from "../../sheets-schema/index";

export function filled(words: Words, values: Readonly<Record<string, string | Words>> = {}): Words {
  return { en: put("en"), zh: put("zh") };

  function put(language: keyof Words): string {
    return words[language].replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values[name];
      return value === undefined ? whole : typeof value === "string" ? value : value[language];
    });
  }
}
