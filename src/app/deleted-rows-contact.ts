// A deleted row of Contacts, as far as events and the person's Queue rows tell it. What stops mails is never left out.
import { type ContactRow, contacts } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { withKnownRow } from "../model/known-rows";
import { BY_HAND } from "../model/payment";
import { blankContact } from "../state/blank";
import { paidContact } from "../state/close";

/** `replayed`: null where no event tells of them, as of people whom a payment history named. */
export function rebuiltContact(
  replayed: ContactRow | null,
  id: string,
  own: readonly Enrollment[],
  now: number,
): ContactRow {
  const rows = own.map(({ row }) => row);
  const base = replayed ?? { ...blankContact("", false), id };
  const first = <T>(found: readonly T[], empty: T): T =>
    found.find((one) => one !== empty) ?? empty;
  const named: ContactRow = {
    ...base,
    email:
      base.email ||
      first(
        rows.map(({ email }) => email),
        "",
      ),
    name:
      base.name ||
      first(
        rows.map(({ name }) => name),
        "",
      ),
    locale:
      base.locale ||
      first(
        rows.map(({ locale }) => locale),
        "",
      ),
    source:
      base.source ||
      first(
        rows.map(({ source }) => source),
        "",
      ),
    rows: "",
  };
  const stopped = own.reduce(withStop(now), own.reduce(withPayment, named));
  return own.reduce<ContactRow>((contact, one) => withKnownRow(contact, one), stopped);
}

function withPayment(contact: ContactRow, { row, closing }: Enrollment): ContactRow {
  if (row.paid !== "YES" || row.paid_at === null) return contact;
  const key = closing?.payment || BY_HAND;
  return paidContact(contact, { at: row.paid_at, key, offer: "", customer: "" });
}

const SUPPRESSIONS = contacts.columns.suppressed.choices;

function withStop(now: number) {
  return (contact: ContactRow, { row, closing }: Enrollment): ContactRow => {
    const what = SUPPRESSIONS.find((one) => one === row.stop_reason);
    const stands = row.status !== "STOPPED" || what === undefined || contact.suppressed !== "";
    // Stopped by hand was the row, not the person.
    if (stands || what === "by hand") return contact;
    return { ...contact, suppressed: what, suppressed_at: closing?.at ?? now };
  };
}
