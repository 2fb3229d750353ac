// A test person turns out to be a real one: what the rehearsal had marked is forgotten, what a person has said stays.
import type { ContactRow } from "../../sheets-schema/index";
import type { Decision, Fact, Ground, PersonState } from "../model/fact";
import { itemsOf } from "../model/list-cell";
import { paymentsOf } from "../model/paid";
import { BY_LIST, paymentsCell } from "../model/payment";
import { reason } from "../model/reason";
import { isTestPerson, sealedFor } from "../model/test-person";
import { EMPTY_CONTACT, TEST_TAG } from "./blank";
import { ignored } from "./decision";

type Met = { readonly person: PersonState } | { readonly ignored: Decision };

/** The person as a fact meets them, or why it does not meet them: in a rehearsal, and after it. */
export function asMet(
  person: PersonState,
  fact: Fact,
  { rehearsal }: Pick<Ground, "rehearsal">,
): Met {
  const { contact } = person;
  if (contact === null) return { person };
  if (!isTestPerson(contact)) {
    const testMoney = fact.kind === "payment" && fact.money === "test";
    return testMoney ? { ignored: ignored(person, reason("testMoney")) } : { person };
  }
  if (isReal(fact, rehearsal)) return { person: { ...person, contact: madeReal(contact) } };
  const fromRehearsal = fact.kind === "entry" || fact.kind === "result";
  if (rehearsal || !fromRehearsal) return { person };
  return { ignored: ignored(person, reason("fromRehearsal")) };
}

function isReal(fact: Fact, rehearsal: boolean): boolean {
  if (fact.kind === "form") return !rehearsal;
  if (fact.kind !== "payment" || fact.money === "test") return false;
  return fact.money === "live" || fact.paymentKey === BY_LIST || !rehearsal;
}

/** Met anew: the address, what a person has written, a list of payers and a stop set by hand are all that is true of them. */
export function madeReal(contact: ContactRow): ContactRow {
  const { id, email, aliases, notes, rows } = contact;
  return { ...EMPTY_CONTACT, id, email, aliases, notes, rows, ...marksKept(contact) };
}

/** Kept by a person: who they are and what they agreed to stays, too. */
export function keptReal(contact: ContactRow): ContactRow {
  // The mails of a rehearsal went to the owner, and so did what they ask.
  const marks = {
    consent_confirmed_at: null,
    paid_for: "",
    reversals: "",
    pending: "",
    paused_until: null,
    pace: "",
  } as const;
  return { ...contact, ...marks, resumed_at: null, ...marksKept(contact) };
}

function marksKept(contact: ContactRow): Partial<ContactRow> {
  const { email, tags, suppressed, suppressed_at } = contact;
  const listed = paymentsOf(contact).filter(({ key }) => key === BY_LIST);
  // Typed by a person it has no time beside it.
  const left = suppressed === "unsubscribed" && suppressed_at !== null;
  return {
    tags: withoutTest(tags),
    sealed: sealedFor(email, false),
    payments: paymentsCell(listed),
    paid: listed.length > 0 ? "YES" : "NO",
    paid_at: listed[0]?.at ?? null,
    ...(left ? { suppressed: "", suppressed_at: null } : { suppressed, suppressed_at }),
  };
}

export function withoutTest(tags: string): string {
  return itemsOf(tags)
    .filter((tag) => tag !== TEST_TAG)
    .join(", ");
}
