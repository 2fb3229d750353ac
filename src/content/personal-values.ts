// Which values of a mail tell of its reader, and whether the owner wants that many in one mail.
import type { TemplateRow, Words } from "../../sheets-schema/index";
import { TEMPLATE_FAULTS } from "../words/template-faults";
import { valuesUsed } from "./liquid-values";

const PERSONAL = [
  "name",
  "email",
  "contact.website",
  "result_url",
  "links.result",
  "payment.amount",
];

/** Null: no more than `most`. Of a template that can be read. */
export function tooPersonal({ subject, body }: TemplateRow, most: number): Words | null {
  if (most === Number.POSITIVE_INFINITY) return null;
  const used = new Set([subject, body].flatMap(valuesUsed));
  const personal = PERSONAL.filter((name) => used.has(name));
  return personal.length > most ? TEMPLATE_FAULTS.tooPersonal(personal, most) : null;
}
