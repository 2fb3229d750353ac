// One mail in both languages → its two rows of the Templates tab.
import type { DOUBTS, MOVES, TemplateRow } from "../../../sheets-schema/index";

interface Wording {
  readonly subject: string;
  /** These two stand in cells of their own; the body shows each once, where it reads best. */
  readonly whyNow: string;
  readonly costOfNot: string;
  readonly body: string;
}
interface Letter {
  readonly move: (typeof MOVES)[number];
  readonly doubt: (typeof DOUBTS)[number];
  readonly en: Wording;
  readonly zh: Wording;
}

export function letter(template: string, { move, doubt, en, zh }: Letter): readonly TemplateRow[] {
  const rowOf = (locale: string, wording: Wording): TemplateRow => ({
    row: `${template}.${locale}`,
    template,
    locale,
    subject: wording.subject,
    body: wording.body.trim(),
    why_now: wording.whyNow,
    cost_of_not: wording.costOfNot,
    move,
    doubt,
    check: "",
  });
  return [rowOf("en", en), rowOf("zh", zh)];
}
