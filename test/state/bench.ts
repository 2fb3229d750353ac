// People, rows and facts for the tests of the transitions: everything usual, but for what a test says.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { nextDue } from "../../src/cadence/next-due";
import type { Enrollment } from "../../src/model/enrollment";
import type {
  Decision,
  EditFact,
  Fact,
  FormFact,
  PaymentFact,
  PersonState,
} from "../../src/model/fact";
import type { Flow, Rules } from "../../src/model/flow";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { transition } from "../../src/state/transition";
import { blankRow } from "../memory/memory-store";

export const T0 = Date.parse("2026-03-02T09:00:00Z");
export const NOW = T0 + 10 * DAY_MS;

export const GEO: Flow = {
  flow: "geo",
  on: true,
  entries: ["form:geo"],
  reentryMs: 30 * DAY_MS,
  steps: [
    { step: "geo_1", stage: 0, template: "geo_1", class: "service" },
    { step: "geo_2", stage: 1, template: "geo_2", class: "marketing" },
  ],
  waits: [
    { stageFrom: 0, stageTo: 0, waitMs: 0, from: "entry" },
    { stageFrom: 1, stageTo: 1, waitMs: 48 * HOUR_MS, from: "last mail" },
  ],
  fault: null,
};
export const RULES: Rules = new Map([["geo", GEO]]);

export function contact(more: Partial<ContactRow> = {}): ContactRow {
  return {
    ...blankRow("Contacts"),
    id: "c_ada1",
    email: "ada@example.org",
    name: "Ada",
    source: "GEO",
    first_event: "form:geo",
    first_seen_at: T0,
    consent: "YES",
    paid: "NO",
    ...more,
  };
}

/** A GEO row after mail 1, open. */
export function enrolled(
  row: Partial<QueueRow> = {},
  more: Partial<Omit<Enrollment, "row">> = {},
): Enrollment {
  return {
    row: {
      ...blankRow("Queue"),
      id: "c_ada1.geo.1",
      name: "Ada",
      email: "ada@example.org",
      flow: "geo",
      status: "ACTIVE",
      paid: "NO",
      stage: 1,
      next_step: "geo_2",
      next_at: T0 + 48 * HOUR_MS,
      last_at: T0,
      first_sent_at: T0,
      entered_at: T0,
      source: "GEO",
      ...row,
    },
    entryEvent: "e_first",
    again: "",
    revision: 1,
    closing: null,
    ...more,
  };
}

export const NOBODY: PersonState = { contact: null, enrollments: [] };

export function person(
  row: Partial<QueueRow> = {},
  known: Partial<ContactRow> = {},
  more: Partial<Omit<Enrollment, "row">> = {},
): PersonState {
  return { contact: contact(known), enrollments: [enrolled(row, more)] };
}

export function form(more: Partial<FormFact> = {}): FormFact {
  return {
    kind: "form",
    eventId: "e_form",
    at: NOW,
    form: "geo",
    email: "ada@example.org",
    name: "Ada",
    consent: true,
    timeZone: "",
    locale: "en",
    source: "",
    utm: "",
    url: "",
    phone: "",
    ...more,
  };
}

export function payment(more: Partial<PaymentFact> = {}): PaymentFact {
  return {
    kind: "payment",
    eventId: "e_pay",
    stripeEvent: more.eventId ?? "e_pay",
    at: NOW,
    paymentKey: "pi_1",
    customer: "cus_1",
    offer: "",
    email: "ada@example.org",
    name: "Ada",
    ...more,
  };
}

type Column = EditFact["changes"][number]["column"];

export function edit(...changes: readonly (readonly [Column, string])[]): EditFact {
  return {
    kind: "edit",
    eventId: "e_edit",
    at: NOW,
    enrollment: "c_ada1.geo.1",
    changes: changes.map(([column, to]) => ({ column, from: "?", to })),
  };
}

export const unsubscribe: Fact = { kind: "unsubscribe", eventId: "e_stop", at: NOW };

export function apply(state: PersonState, fact: Fact, rules: Rules = RULES): Decision {
  return transition(state, fact, { rules, nextDue, now: NOW, language: "en" });
}

/** The one row of the person, as it is after the fact. */
export function rowAfter(state: PersonState, fact: Fact): QueueRow {
  const [own] = apply(state, fact).enrollments;
  if (own === undefined) throw new Error(`${fact.kind} left no row`);
  return own.row;
}
