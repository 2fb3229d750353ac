// Pages are written with this tag: whatever is put into them is escaped, except other markup.
import { escapeHtml } from "../model/escape-html";

export class Markup {
  constructor(readonly source: string) {}
}

type Part = string | number | Markup | readonly Markup[] | null;

export function html(literals: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const source = literals.reduce((before, literal, index) => {
    return before + sourceOf(parts[index - 1] ?? null) + literal;
  });
  return new Markup(source);
}

function sourceOf(part: Part): string {
  if (part === null) return "";
  if (part instanceof Markup) return part.source;
  if (typeof part === "object") return part.map((markup) => markup.source).join("");
  return escapeHtml(String(part));
}
