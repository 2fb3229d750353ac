// A deleted row of Contacts, as far as events and the person's Queue rows tell it. What stops mails is never left out.
import type { ContactRow } from "../../../sheets-schema/index";
import type { Enrollment } from "../../model/enrollment";
import { withKnownRow } from "../../model/known-rows";
import { isTestPerson } from "../../model/test-person";
import { blankContact } from "../../state/blank";
import { told } from "./deleted-rows-people";

/** `replayed`: null where no event tells of them, as of people whom a payment history named. */
export function rebuiltContact(
  replayed: ContactRow | null,
  id: string,
  own: readonly Enrollment[],
  now: number,
): ContactRow {
  const rehearsed = own.every(({ test }) => test);
  const base = replayed ?? { ...blankContact("", rehearsed), id };
  const named: ContactRow = {
    ...base,
    email: base.email || first(own, "email"),
    name: base.name || first(own, "name"),
    locale: base.locale || first(own, "locale"),
    source: base.source || first(own, "source"),
    rows: "",
  };
  const theirs = own.filter(({ test }) => test === isTestPerson(base));
  const marked = theirs.reduce((contact, one) => told(contact, one, now), named);
  return own.reduce<ContactRow>((contact, one) => withKnownRow(contact, one), marked);
}

function first(own: readonly Enrollment[], column: "email" | "name" | "locale" | "source"): string {
  return own.map(({ row }) => row[column]).find((cell) => cell !== "") ?? "";
}
