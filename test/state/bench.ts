// People, rows and facts for the tests of the transitions: everything usual, but for what a test says.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { nextDue } from "../../src/cadence/next-due";
import { type Enrollment, FRESH } from "../../src/model/enrollment";
import type {
  Decision,
  EditFact,
  EntryFact,
  Fact,
  FormFact,
  Ground,
  PaymentFact,
  PersonState,
} from "../../src/model/fact";
import type { Rules } from "../../src/model/flow";
import type { Offers } from "../../src/model/offer";
import { type Reason, say } from "../../src/model/reason";
import { DAY_MS, HOUR_MS } from "../../src/model/time";
import { transition } from "../../src/state/transition";
import { blankRow } from "../memory/memory-store";
import { FOUNDER, offers, RULES } from "./founder-flows";

export const T0 = Date.parse("2026-03-02T09:00:00Z");
export const NOW = T0 + 10 * DAY_MS;
const NO_OFFERS: Offers = new Map();

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

type Beside = Partial<Omit<Enrollment, "row">>;

/** A GEO row after mail 1, open. */
export function enrolled(row: Partial<QueueRow> = {}, more: Beside = {}): Enrollment {
  const own: QueueRow = {
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
  };
  return {
    ...FRESH,
    row: own,
    entryEvent: "e_first",
    revision: 1,
    steppedAt: own.last_at,
    ...more,
  };
}

export const NOBODY: PersonState = { contact: null, enrollments: [] };

export function person(
  row: Partial<QueueRow> = {},
  known: Partial<ContactRow> = {},
  more: Beside = {},
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

export function press(offerName: string, more: Partial<EntryFact> = {}): EntryFact {
  const entry = `press:${offerName}`;
  return { kind: "entry", eventId: "e_press", at: NOW, entry, byRule: false, ...more };
}

export function payment(more: Partial<PaymentFact> = {}): PaymentFact {
  return {
    kind: "payment",
    money: "live",
    what: "paid",
    eventId: "e_pay",
    stripeEvent: more.eventId ?? "e_pay",
    at: NOW,
    paymentKey: "pi_1",
    customer: "cus_1",
    offer: "",
    earlyPrice: false,
    quiet: false,
    email: "ada@example.org",
    name: "Ada",
    ...more,
  };
}

type Column = EditFact["changes"][number]["column"];

export function edit(...changes: readonly (readonly [Column, string])[]): EditFact {
  return editOf("c_ada1.geo.1", ...changes);
}
export function editOf(
  enrollment: string,
  ...changes: readonly (readonly [Column, string])[]
): EditFact {
  return {
    kind: "edit",
    eventId: "e_edit",
    at: NOW,
    enrollment,
    changes: changes.map(([column, to]) => ({ column, from: "?", to })),
  };
}

export const unsubscribe: Fact = { kind: "unsubscribe", eventId: "e_stop", at: NOW };

export function ground(rules: Rules, known: Offers = NO_OFFERS, now = NOW): Ground {
  const heard = { rehearsal: false, regionAsks: false, say: (given: Reason) => say(given, "en") };
  return { rules, offers: known, nextDue, now, ...heard };
}

export function apply(state: PersonState, fact: Fact, rules: Rules = RULES): Decision {
  return transition(state, fact, ground(rules));
}

/** In the founder's business, at the time of the fact. */
export function founder(state: PersonState, fact: Fact, known: Offers = offers()): Decision {
  return transition(state, fact, ground(FOUNDER, known, Math.max(NOW, fact.at)));
}
/** One after the other. */
export function lived(facts: readonly Fact[], from: PersonState = NOBODY, known = offers()) {
  return facts.reduce<PersonState>((state, fact) => founder(state, fact, known), from);
}

/** The one row of that flow. */
export function rowOf(state: PersonState, name: string): Enrollment {
  const [own, second] = state.enrollments.filter(({ row }) => row.flow === name);
  if (own === undefined || second !== undefined) throw new Error(`not one row of ${name}`);
  return own;
}

/** The one row of the person, as it is after the fact. */
export function rowAfter(state: PersonState, fact: Fact): QueueRow {
  const [own] = apply(state, fact).enrollments;
  if (own === undefined) throw new Error(`${fact.kind} left no row`);
  return own.row;
}
