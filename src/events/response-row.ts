// A row of a Google Form's response tab as the parameters that our own form would have posted.
import type { AdoptField, Columns } from "./adopt-columns";
import type { DateCell } from "./adopt-date";
import { readConsent } from "./adopt-yes";

export const RESPONSE_FIELDS = [
  "entered",
  "email",
  "name",
  "consent",
  "website",
  "phone",
  "locale",
  "source",
] as const satisfies readonly AdoptField[];

/** The cells of a row by field; a field without a column is missing. */
export function cellsByField(
  columns: Columns,
  headers: readonly string[],
  cells: readonly DateCell[],
): Readonly<Partial<Record<AdoptField, DateCell>>> {
  const found = Object.entries(columns).flatMap(([field, header]) => {
    const cell = cells[headers.indexOf(header)];
    return cell === undefined ? [] : [[field, cell] as const];
  });
  return Object.fromEntries(found);
}

/** Headers that are chosen and not there any more. */
export function missingHeaders(columns: Columns, headers: readonly string[]): readonly string[] {
  return Object.values(columns).filter((header) => !headers.includes(header));
}

export function responseParameters(
  form: string,
  row: Readonly<Partial<Record<AdoptField, DateCell>>>,
): Readonly<Record<string, string>> {
  const text = (field: AdoptField) => row[field]?.text ?? "";
  const { consent } = row;
  return {
    form,
    email: text("email"),
    name: text("name"),
    consent: consent !== undefined && readConsent(consent) ? "yes" : "no",
    url: text("website"),
    phone: text("phone"),
    locale: localeOf(text("locale")),
    source: text("source"),
  };
}

/** People name their language in words. */
export function localeOf(seen: string): string {
  const named = seen.trim().toLowerCase();
  if (/^(?:zh\b|中文|汉语|普通话|chinese|简体|繁体)/.test(named)) return "zh";
  return /^(?:en\b|english|英文|英语)/.test(named) ? "en" : seen.trim();
}
