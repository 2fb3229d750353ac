// Why somebody gets no more mails: the gravest reason, and since when, in whatever order they are told.
import type { ContactRow } from "../../sheets-schema/index";

export type Suppression = "unsubscribed" | "bounced" | "complained";

/** The later is the graver. What a person wrote there is none of these, and stays. */
const GRAVER: readonly string[] = ["", "unsubscribed", "bounced", "complained"];

export function suppressed(contact: ContactRow, how: Suppression, at: number): ContactRow {
  const stands = GRAVER.indexOf(contact.suppressed);
  const graver = GRAVER.indexOf(how) - stands;
  const typed = contact.suppressed !== "" && contact.suppressed_at === null;
  const since = contact.suppressed_at ?? Number.POSITIVE_INFINITY;
  if (stands < 0 || typed || graver < 0 || (graver === 0 && since <= at)) return contact;
  return { ...contact, suppressed: how, suppressed_at: at };
}
