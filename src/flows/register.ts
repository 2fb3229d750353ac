// The register a new file begins with, and its words in the other language where nobody has changed them.
import type { RegisterRow, Words } from "../../sheets-schema/index";
import { ownValue } from "../model/own-value";
import { REGISTER } from "../words/register";

const GOOGLE = "https://policies.google.com/privacy";
const CONTACTS: Readonly<Partial<Record<keyof typeof REGISTER, string>>> = {
  ...{ sheet: GOOGLE, mails: GOOGLE, script: GOOGLE, payments: "https://stripe.com/privacy" },
  EU: "https://www.edpb.europa.eu/about-edpb/about-edpb/members_en",
  UK: "https://ico.org.uk/make-a-complaint/",
  CA: "https://www.priv.gc.ca/",
};
const EMPTY: Omit<RegisterRow, "entry" | "kind" | "shown"> = {
  ...{ place: "", what: "", purpose: "", basis: "", kept: "", where: "", contact: "" },
};

/** Regions show nothing before their owner has looked at them. */
export function shippedRegister(language: keyof Words): readonly RegisterRow[] {
  return Object.entries(REGISTER).map(([entry, { kind, ...said }]) => {
    const shown = kind === "place" ? "YES" : "NO";
    const contact = ownValue<string>(CONTACTS, entry) ?? "";
    return { ...EMPTY, entry, kind, shown, contact, ...said[language] };
  });
}

/** A cell that stands as it was shipped, in whichever language, reads as shipped in this one. */
export function inLanguage(row: RegisterRow, language: keyof Words): RegisterRow {
  const entry = ownValue<(typeof REGISTER)[keyof typeof REGISTER]>(REGISTER, row.entry);
  if (entry === undefined) return row;
  const said: Partial<RegisterRow> = {};
  for (const [name, wanted] of Object.entries(entry[language])) {
    const column = name as keyof typeof EMPTY;
    const standard = [entry.en, entry.zh].map((words: Partial<RegisterRow>) => words[column]);
    if (standard.includes(row[column])) said[column] = wanted;
  }
  return { ...row, ...said };
}
