// Where the pages stand in these tests, and how they are looked at.
import type { Site } from "../../src/pages/index";

export const execUrl = "https://script.google.com/macros/s/AKx/exec";
export const en: Site = {
  ...{ language: "en", senderName: "Mara Lin", execUrl, otherLanguageUrl: "" },
};
export const zh: Site = { ...en, language: "zh" };
export const TERMS = { price: "€49", after: "€79", until: "", holds: "72 hours" };
export function tags(html: string): readonly string[] {
  return (html.match(/<\/?[a-z0-9]+/gi) ?? []).filter((tag) => tag !== "<input").sort();
}

export function fieldNames(html: string): readonly string[] {
  return [...html.matchAll(/<input[^>]* name="([^"]*)"/g)].map((match) => match[1] ?? "");
}

/** Words in another language than the page's are marked as such. */
export function ownWords(html: string): string {
  return words(html.replace(/<(\w+)[^>]* lang="zh"[^>]*>[^<]*<\/\1>/g, ""));
}

/** What a reader sees. */
export function words(html: string): string {
  return html
    .replace(/<(head|script)>[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, "")
    .replace(/&amp;/g, "&");
}
