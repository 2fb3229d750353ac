// A mail that is fit to be sent, read once more: what its writer may want to look at again (R18, R111, R112, R189).

import type { TemplateRow } from "../../sheets-schema/index";
import { byteLength } from "../model/byte-length";
import { languageOf } from "../model/locale";
import { placeholderIn } from "../model/placeholder";
import { MAIL_HINTS } from "../words/mail-hints";
import { valuesUsed } from "./liquid-values";
import { LOOK } from "./mail-style";
import { pressureWords } from "./pressure-words";
import type { RenderedMail } from "./render";

/** What phones show of a subject line; Chinese characters are wider. */
const SUBJECT_SHOWN = { en: 60, zh: 24 };
/** Gmail cuts off at 102 kB and hides the end, where the way out stands. */
const KILOBYTES_MAX = 90;

export function mailHints(
  row: TemplateRow,
  mail: RenderedMail,
  language: keyof typeof MAIL_HINTS,
): readonly string[] {
  const said = MAIL_HINTS[language];
  const hints: string[] = [];
  const note = (wrong: boolean, hint: string) => {
    if (wrong) hints.push(hint);
  };
  const { subject, body, why_now, cost_of_not, move, doubt } = row;
  const everyWord = [subject, body, why_now, cost_of_not].join("\n");
  const urging = pressureWords(everyWord);
  note(urging.length > 0, said.urges(urging.join(", ")));
  const shown = SUBJECT_SHOWN[languageOf(row.locale)];
  const { length } = Array.from(mail.subject);
  note(length > shown, said.longSubject(length, shown));
  const placeholder = placeholderIn(everyWord);
  note(placeholder !== null, said.placeholder(placeholder ?? ""));
  const steps = mail.html.split(LOOK.step).length - 1;
  note(steps === 0, said.noStep);
  note(steps > 1, said.manySteps(steps));
  const shows = (name: string) => valuesUsed(body).includes(name);
  note(why_now.trim() === "" || !shows("why_now"), said.noReason);
  note(cost_of_not.trim() === "" || !shows("cost_of_not"), said.noCost);
  note(move === "", said.noMove);
  note(doubt === "", said.noDoubt);
  const kilobytes = Math.ceil(byteLength(mail.html) / 1_000);
  note(kilobytes > KILOBYTES_MAX, said.heavy(kilobytes));
  return hints;
}
