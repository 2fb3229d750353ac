// The addresses that stand in the words of a mail: those its writer typed, not those a value brings.
import type { TemplateRow } from "../../sheets-schema/index";
import { SAMPLE } from "./check-template";
import { renderTemplate } from "./render";

const TARGET = /<a href="([^"]*)"/g;
const WEB = /^https?:\/\//i;
/** Where every sample leads; nobody's own link does. */
const SAMPLES = /^https?:\/\/example\.org\b/i;

/** None where the template is at fault; its check says so. */
export function linksOf({ why_now, cost_of_not, ...row }: TemplateRow): readonly string[] {
  const rendered = renderTemplate(row, { ...SAMPLE, why_now, cost_of_not });
  if (!rendered.ok) return [];
  const targets = [...rendered.html.matchAll(TARGET)].map(([, target = ""]) => plain(target));
  return [...new Set(targets.filter((target) => WEB.test(target) && !SAMPLES.test(target)))];
}

function plain(target: string): string {
  return target
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, "&");
}
