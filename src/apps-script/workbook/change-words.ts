// What Set up tells a person that it has made or mended. Tab and column names stay English.
import type { Language } from "../../ports";
import { STRUCTURE } from "../../words/set-up";

export function changeWords(
  kind: keyof typeof STRUCTURE,
  name: string,
  language: Language,
): string {
  return STRUCTURE[kind][language].replace("%", () => name);
}
