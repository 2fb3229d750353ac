// A form post: the person becomes known, enters the flows that take this form, or asks once more.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import { type Enrollment, enrollmentId, isOpen } from "../model/enrollment";
import type { Decision, FormFact, NextDue, PersonState } from "../model/fact";
import type { Flow, Rules } from "../model/flow";
import { type Reason, reason } from "../model/reason";
import { DAY_MS } from "../model/time";
import { settled } from "./settle";

/** Nobody gets the same mail twice in this time, however often the form is posted (design 4.5). */
const ASK_AGAIN_MS = DAY_MS;

export function applyForm(
  person: PersonState,
  fact: FormFact,
  rules: Rules,
  nextDue: NextDue,
  say: (given: Reason) => string,
): Decision {
  const contact = known(person.contact, fact);
  const flows = [...rules.values()].filter((flow) => flow.entries.includes(`form:${fact.form}`));
  const enrollments = [...person.enrollments];
  let told = reason("contactKept", { what: `form:${fact.form}` });
  for (const flow of flows) {
    const entered = enter(contact, enrollments, flow, fact, nextDue, say);
    told = entered.told;
    if (entered.enrollment !== null) put(enrollments, entered.enrollment);
  }
  const rows = enrollments.map((one) => settled(contact, one, fact.at, say));
  return { contact, enrollments: rows, outcome: "APPLIED", reason: told, notes: [] };
}

interface Entered {
  /** Null: nothing changed. */
  readonly enrollment: Enrollment | null;
  readonly told: Reason;
}

function enter(
  contact: ContactRow,
  enrollments: readonly Enrollment[],
  flow: Flow,
  fact: FormFact,
  nextDue: NextDue,
  say: (given: Reason) => string,
): Entered {
  const own = enrollments.filter(({ row }) => row.flow === flow.flow);
  const last = own.reduce<Enrollment | undefined>(latest, undefined);
  const applied = own.find(({ entryEvent, again }) => [entryEvent, again].includes(fact.eventId));
  if (applied !== undefined) return { enrollment: null, told: entryReason(applied, flow) };
  const barred = barOf(contact);
  if (last === undefined || (barred === null && mayReenter(last, flow, fact))) {
    const opened = newEnrollment(contact, flow, own.length + 1, fact, nextDue);
    const told = entryReason(opened, flow);
    const row = { ...opened.row, why: say(told) };
    if (barred === null) return { enrollment: { ...opened, row }, told };
    return { enrollment: closedAtBirth({ ...opened, row }, contact, fact, say), told: barred };
  }
  const earliest = own.reduce((first, next) => (since(next) < since(first) ? next : first), last);
  if (fact.at < since(earliest)) return enteredBefore(earliest, fact, barred);
  return barred === null ? askAgain(last, flow, fact, say) : { enrollment: null, told: barred };
}

function since({ row }: Enrollment): number {
  return row.entered_at ?? 0;
}

/** A form that was posted first and arrived later: the person has been in the flow since then. */
function enteredBefore(enrollment: Enrollment, fact: FormFact, barred: Reason | null): Entered {
  const row = { ...enrollment.row, entered_at: fact.at };
  return { enrollment: { ...enrollment, row }, told: barred ?? reason("askedAgainTooSoon") };
}

function entryReason(enrollment: Enrollment, flow: Flow): Reason {
  return reason("entered", { flow: flow.flow, step: enrollment.row.next_step });
}

/** Why this person gets nothing, or null. */
function barOf(contact: ContactRow): Reason | null {
  if (contact.paid === "YES") return reason("paidBefore");
  if (contact.suppressed === "") return null;
  return reason("suppressedBefore", { what: contact.suppressed });
}

function latest(newest: Enrollment | undefined, next: Enrollment): Enrollment {
  return newest === undefined || since(next) > since(newest) ? next : newest;
}

function mayReenter({ row }: Enrollment, flow: Flow, fact: FormFact): boolean {
  if (row.status !== "DONE" || flow.reentryMs === null) return false;
  return fact.at - (row.entered_at ?? 0) >= flow.reentryMs;
}

/** A repeat sends the first mail once more, at most once a day, and starts no second cadence. */
function askAgain(
  last: Enrollment,
  flow: Flow,
  fact: FormFact,
  say: (given: Reason) => string,
): Entered {
  const first = flow.steps.find((step) => step.stage === 0)?.step ?? "";
  const { row } = last;
  const asks = isOpen(row.status) || row.status === "DONE";
  const recent = row.last_at === null || fact.at - row.last_at < ASK_AGAIN_MS;
  if (!asks || recent || last.again !== "") {
    return { enrollment: null, told: reason("askedAgainTooSoon") };
  }
  const told = reason("askedAgain", { step: first });
  return { enrollment: { ...last, again: fact.eventId, row: { ...row, why: say(told) } }, told };
}

function newEnrollment(
  contact: ContactRow,
  flow: Flow,
  entryNumber: number,
  fact: FormFact,
  nextDue: NextDue,
): Enrollment {
  const row: QueueRow = {
    ...EMPTY_ROW,
    id: enrollmentId(contact.id, flow.flow, entryNumber, fact.eventId),
    name: contact.name,
    email: contact.email,
    flow: flow.flow,
    entered_at: fact.at,
    source: contact.source,
    locale: contact.locale,
  };
  const next = nextDue(flow, row);
  return {
    row: { ...row, next_step: next?.step ?? "", next_at: next?.at ?? fact.at },
    entryEvent: fact.eventId,
    again: "",
    revision: 0,
    closing: null,
  };
}

/** Somebody who has paid or left gets a row that says so, and no mail. */
function closedAtBirth(
  opened: Enrollment,
  contact: ContactRow,
  fact: FormFact,
  say: (given: Reason) => string,
): Enrollment {
  const closed = settled(contact, opened, fact.at, say);
  return { ...closed, row: { ...closed.row, stop_event: fact.eventId } };
}

/** First touch never gives way to a later one; what was unknown is filled in. */
function known(contact: ContactRow | null, fact: FormFact): ContactRow {
  const first = contact === null || fact.at < (contact.first_seen_at ?? fact.at);
  const base = contact ?? { ...EMPTY_CONTACT, id: `c_${fact.eventId.replace(/^e_/, "")}` };
  const agrees = fact.consent && base.consent !== "YES";
  return {
    ...base,
    email: base.email || fact.email,
    name: base.name || fact.name,
    phone: base.phone || fact.phone,
    website: base.website || fact.url,
    locale: base.locale || fact.locale,
    time_zone: base.time_zone || fact.timeZone,
    source: first ? fact.source || fact.form.toUpperCase() : base.source,
    first_event: first ? `form:${fact.form}` : base.first_event,
    utm: first ? fact.utm : base.utm,
    first_seen_at: first ? fact.at : base.first_seen_at,
    consent: fact.consent ? "YES" : base.consent || "NO",
    consent_at: agrees ? fact.at : base.consent_at,
    consent_proof: agrees ? fact.eventId : base.consent_proof,
  };
}

function put(enrollments: Enrollment[], enrollment: Enrollment): void {
  const at = enrollments.findIndex(({ row }) => row.id === enrollment.row.id);
  if (at < 0) enrollments.push(enrollment);
  else enrollments[at] = enrollment;
}

const EMPTY_ROW: QueueRow = {
  id: "",
  name: "",
  email: "",
  flow: "",
  status: "ACTIVE",
  paid: "NO",
  stage: 0,
  next_step: "",
  next_at: null,
  last_at: null,
  why: "",
  first_sent_at: null,
  second_sent_at: null,
  sealed: "",
  do: "",
  stop_reason: "",
  stop_event: "",
  paid_at: null,
  entered_at: null,
  source: "",
  locale: "",
  offer_deadline: null,
  tags: "",
  notes: "",
};

export const EMPTY_CONTACT: ContactRow = {
  id: "",
  email: "",
  name: "",
  aliases: "",
  phone: "",
  stripe_ids: "",
  locale: "",
  time_zone: "",
  source: "",
  first_event: "",
  utm: "",
  website: "",
  first_seen_at: null,
  consent: "NO",
  consent_at: null,
  consent_proof: "",
  suppressed: "",
  suppressed_at: null,
  paid: "NO",
  paid_at: null,
  paid_for: "",
  payments: "",
  tags: "",
  notes: "",
};
