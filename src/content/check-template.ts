// Is a row of the Templates tab fit to be sent? Checked before anybody waits for it.
import type { TemplateRow, Words } from "../../sheets-schema/index";
import { TEMPLATE_FAULTS } from "../words/template-faults";
import { valuesUsed } from "./liquid-values";
import { tooPersonal } from "./personal-values";
import { type Problem, TemplateError } from "./problem";
import { renderTemplate, type Values } from "./render";

/** Every value a template may name, with something of its kind to try it with. */
export const SAMPLE: Values = {
  name: "Ada",
  email: "ada@example.org",
  links: {
    download: "https://example.org/pack",
    stop: "https://example.org/stop",
    back: "https://example.org/back",
    confirm: "https://example.org/confirm",
    stay: "https://example.org/stay",
    offer: "https://example.org/offer",
    lite: "https://example.org/lite",
    course: "https://example.org/course",
    checkout: "https://example.org/checkout",
    result: "https://example.org/result",
    delivery: "https://example.org/delivery",
  },
  topic: "Weekly notes",
  sender: { name: "Sender" },
  contact: { website: "https://example.org" },
  offer: {
    name: "Lite",
    price: "€49",
    price_after: "€79",
    deadline: "24 November 2026, 15:40 (Europe/Berlin)",
  },
  payment: { amount: "49.00 EUR" },
  result_url: "https://example.org/result",
  why_now: "Because it can be seen today.",
  cost_of_not: "What is written meanwhile has to be reworked.",
};

export const KNOWN_VALUES: readonly string[] = namesOf(SAMPLE, "");

/** Something of its kind, to stand where a preview has no value yet; "" for a name nobody knows. */
export function sampleOf(name: string): string {
  let at: Values | string | undefined = SAMPLE;
  for (const part of name.split(".")) at = typeof at === "object" ? at[part] : undefined;
  return typeof at === "string" ? at : "";
}

function namesOf(values: Values, before: string): string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    typeof value === "string" ? [before + name] : namesOf(value, `${before}${name}.`),
  );
}

const LOCALE = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/** Null: fit. Otherwise where, what was seen, what to do. */
export function checkTemplate(
  row: TemplateRow,
  personalMax = Number.POSITIVE_INFINITY,
): Words | null {
  return (
    at(row, "locale", wrongLocale(row.locale)) ??
    at(row, "subject", wrongSource(row.subject)) ??
    at(row, "subject", wrongPart(row, { subject: row.subject, body: "." })) ??
    at(row, "body", wrongSource(row.body)) ??
    at(row, "body", wrongPart(row, { subject: ".", body: row.body })) ??
    at(row, "body", tooPersonal(row, personalMax))
  );
}

function wrongLocale(seen: string): Words | null {
  if (LOCALE.test(seen)) return null;
  return TEMPLATE_FAULTS.locale(seen);
}

function wrongSource(source: string): Words | null {
  try {
    const unknown = valuesUsed(source).find((name) => !KNOWN_VALUES.includes(name));
    return unknown === undefined ? null : unknownValue(unknown);
  } catch (error) {
    if (error instanceof TemplateError) return error.problem.words;
    throw error;
  }
}

function wrongPart(
  { why_now, cost_of_not }: TemplateRow,
  template: { subject: string; body: string },
): Words | null {
  const rendered = renderTemplate(template, { ...SAMPLE, why_now, cost_of_not });
  return rendered.ok ? null : (rendered satisfies Problem).words;
}

function unknownValue(name: string): Words {
  return TEMPLATE_FAULTS.unknownValue(name, KNOWN_VALUES);
}

function at(row: TemplateRow, column: string, problem: Words | null): Words | null {
  if (problem === null) return null;
  const where = `Templates ${row.row}, ${column}`;
  return { en: `${where}: ${problem.en}`, zh: `${where}：${problem.zh}` };
}
