// What the platform says when something goes wrong, in the account's language (facts 6.15).
import texts from "./error-texts.json" with { type: "json" };

type Language = "en" | "zh" | "de";
const table: readonly { readonly en: string; readonly zh: string; readonly de: string }[] =
  texts.texts;

/** What Local itself has to say stays as it is: no account would ever hear it. */
const OWN = /Dripsheet Local/;

export function inLanguage(message: string, language: Language): string {
  if (language === "en" || OWN.test(message)) return message;
  const known = table.find(({ en }) => message.startsWith(en));
  if (known === undefined) return texts.other[language];
  return known[language] + message.slice(known.en.length);
}
