// Into a flow: a new row, an old row that asks once more, or nothing, with the reason.
import type { ContactRow, QueueRow } from "../../sheets-schema/index";
import {
  type Enrollment,
  enrollmentId,
  FRESH,
  isClosed,
  isLeft,
  isOpen,
} from "../model/enrollment";
import type { Ground } from "../model/fact";
import { asksByMail, type Flow, firstMail } from "../model/flow";
import {
  deadlineFrom,
  offerOfFlow,
  priceAt,
  promiseText,
  readPromise,
  type Shown,
} from "../model/offer";
import { ownStep } from "../model/own-steps";
import { type Reason, reason } from "../model/reason";
import { suppressedReason } from "../model/suppression";
import { isTestPerson } from "../model/test-person";
import { DAY_MS } from "../model/time";
import { EMPTY_ROW, TEST_TAG } from "./blank";
import { openReason, settled } from "./settle";

/** Nobody gets the same mail twice in this time, however often the form is posted (design 4.5). */
const ASK_AGAIN_MS = DAY_MS;

export interface Entry {
  readonly eventId: string;
  /** Epoch ms. */
  readonly at: number;
  /** The payment it is about, "" for none. */
  readonly payment: string;
  /** What that payment was for, "" when unknown. */
  readonly offer: string;
  /** The price a page showed with it. */
  readonly shown?: Shown | undefined;
}
export interface Entered {
  /** Null: nothing changed. */
  readonly enrollment: Enrollment | null;
  readonly told: Reason;
}

export function enter(
  contact: ContactRow,
  enrollments: readonly Enrollment[],
  flow: Flow,
  entry: Entry,
  ground: Ground,
): Entered {
  // A rehearsal is none of the reader's past.
  const own = enrollments.filter(
    ({ row, test }) => row.flow === flow.flow && test === isTestPerson(contact),
  );
  const applied = own.find(
    ({ entryEvent, owed }) =>
      entryEvent === entry.eventId || owed.some(({ event }) => event === entry.eventId),
  );
  if (applied !== undefined) return { enrollment: null, told: entryReason(applied, flow) };
  if (flow.reentry === "payment") return enterForPayment(contact, own, flow, entry, ground);
  const last = own.reduce<Enrollment | undefined>(latest, undefined);
  const opened = opening(contact, own, flow, entry, ground);
  const barred = isClosed(opened.row.status) ? barOf(opened.row) : null;
  if (last === undefined || (barred === null && mayReenter(contact, last, flow, entry))) {
    return { enrollment: opened, told: barred ?? entryReason(opened, flow) };
  }
  const earliest = own.reduce((first, next) => (since(next) < since(first) ? next : first), last);
  if (entry.at < since(earliest)) return enteredBefore(earliest, entry, barred);
  return barred === null ? askAgain(last, flow, entry, ground) : { enrollment: null, told: barred };
}

/** One row per payment: a new failure of the same one starts nothing anew (design 4.1). */
function enterForPayment(
  contact: ContactRow,
  own: readonly Enrollment[],
  flow: Flow,
  entry: Entry,
  ground: Ground,
): Entered {
  const same = own.find(({ row }) => row.payment === entry.payment);
  if (same === undefined) {
    const opened = opening(contact, own, flow, entry, ground);
    const barred = isClosed(opened.row.status) ? barOf(opened.row) : null;
    return { enrollment: opened, told: barred ?? entryReason(opened, flow) };
  }
  const told = reason("samePayment", { key: entry.payment });
  if (entry.at >= since(same)) return { enrollment: null, told };
  const row = { ...same.row, entered_at: entry.at };
  const next = isOpen(row.status) ? ground.nextDue(flow, { ...same, row }) : null;
  const timed = next === null ? row : { ...row, next_at: next.at };
  return { enrollment: { ...same, row: timed }, told };
}

function since({ row }: Enrollment): number {
  return row.entered_at ?? 0;
}

/** A form that was posted first and arrived later: the person has been in the flow since then. */
function enteredBefore(enrollment: Enrollment, entry: Entry, barred: Reason | null): Entered {
  const row = { ...enrollment.row, entered_at: entry.at };
  return { enrollment: { ...enrollment, row }, told: barred ?? reason("askedEarlier") };
}

function entryReason({ row, owed }: Enrollment, flow: Flow): Reason {
  const step = owed[0]?.step ?? row.next_step;
  if (step === "") return reason("enteredWaits", { flow: flow.flow });
  const waits = owed.length === 0 && (row.next_at ?? 0) > (row.entered_at ?? 0);
  return reason(waits ? "enteredTimed" : "entered", { flow: flow.flow, step });
}

/** Why this person gets nothing, told by the row that would be closed from birth. */
function barOf({ status, stop_reason }: QueueRow): Reason {
  if (status === "PAID") return reason("paidBefore");
  return suppressedReason(stop_reason);
}

function latest(newest: Enrollment | undefined, next: Enrollment): Enrollment {
  return newest === undefined || since(next) > since(newest) ? next : newest;
}

/** Asked of nobody who is barred: a row that a payment has closed is one whose purchase allows this flow again. */
function mayReenter(contact: ContactRow, { row }: Enrollment, flow: Flow, entry: Entry): boolean {
  if (row.status === "PAID") return contact.paid === "YES" && entry.at > (row.paid_at ?? 0);
  if (row.status !== "DONE" || typeof flow.reentry !== "number") return false;
  return entry.at - (row.entered_at ?? 0) >= flow.reentry;
}

/** A repeat sends the first mail once more, at most once a day, and starts no second cadence. */
function askAgain(last: Enrollment, flow: Flow, entry: Entry, { say }: Ground): Entered {
  const first = firstMail(flow)?.step ?? "";
  const { row } = last;
  if (first === "" || !(isOpen(row.status) || row.status === "DONE" || isLeft(row))) {
    return { enrollment: null, told: reason("askedAgainInVain", { status: row.status }) };
  }
  // A mail that only asked to confirm is none that they asked for.
  const notYet = asksByMail(flow) && isOpen(row.status) && row.stage === 0;
  const own = last.owed.filter(({ step }) => ownStep(step) !== undefined);
  if (row.last_at === null || notYet || last.owed.length > own.length) {
    return { enrollment: null, told: reason("askedAgainWaits") };
  }
  if (entry.at - row.last_at < ASK_AGAIN_MS) {
    return { enrollment: null, told: reason("askedAgainTooSoon") };
  }
  const told = reason("askedAgain", { step: first });
  const owed = [...own, { step: first, event: entry.eventId }];
  return { enrollment: { ...last, owed, row: { ...row, why: say(told) } }, told };
}

/** Somebody who has paid or left gets a row that says so, and no mail. */
function opening(
  contact: ContactRow,
  own: readonly Enrollment[],
  flow: Flow,
  entry: Entry,
  ground: Ground,
): Enrollment {
  const opened = openRow(contact, own, flow, entry, ground);
  const closed = settled(contact, opened, { ...ground, at: entry.at });
  if (!isClosed(closed.row.status)) return closed;
  return { ...closed, row: { ...closed.row, stop_event: entry.eventId } };
}

export function openRow(
  contact: ContactRow,
  own: readonly Enrollment[],
  flow: Flow,
  entry: Entry,
  ground: Ground,
): Enrollment {
  const row: QueueRow = {
    ...EMPTY_ROW,
    ...priceWindow(own, flow, entry, ground),
    id: enrollmentId(contact.id, flow.flow, own.length + 1, entry.eventId),
    name: contact.name,
    email: contact.email,
    flow: flow.flow,
    status: flow.opensAs,
    entered_at: entry.at,
    source: contact.source,
    locale: contact.locale,
    payment: entry.payment,
    tags: isTestPerson(contact) ? TEST_TAG : "",
  };
  const rarely = contact.pace === "less";
  const next = ground.nextDue(flow, { row, steppedAt: null, rarely });
  // A flow at fault says so in `why` as soon as a mail would be due.
  const at = next === null && flow.fault !== null ? entry.at : (next?.at ?? null);
  const receipts = flow.steps.filter(({ sentOn }) => sentOn === "entry");
  const opened: Enrollment = {
    ...FRESH,
    row: { ...row, next_step: next?.step ?? "", next_at: at },
    entryEvent: entry.eventId,
    owed: receipts.map(({ step }) => ({ step, event: "" })),
    timedBy: next?.timedBy ?? "",
    offer: entry.offer,
    switched: own.some((before) => before.switched),
    test: isTestPerson(contact),
    rarely,
  };
  const told =
    opened.owed.length > 0 || next !== null ? entryReason(opened, flow) : openReason(opened, "");
  return { ...opened, row: { ...opened.row, why: ground.say(told) } };
}

type Window = Pick<QueueRow, "price" | "offer_deadline" | "promised">;

/** Starts once per contact and offer and never again (design 4.4). */
function priceWindow(
  own: readonly Enrollment[],
  flow: Flow,
  { at, shown }: Entry,
  { offers }: Ground,
): Partial<Window> {
  const started = own.find(({ row }) => row.offer_deadline !== null || row.promised !== "");
  if (started !== undefined) {
    const { price, offer_deadline, promised } = started.row;
    return { price, offer_deadline, promised };
  }
  const offer = offerOfFlow(offers, flow.flow);
  if (offer === null || offer.before.price === "") return {};
  const told = shown?.offer === offer.offer ? readPromise(shown.promised) : null;
  if (shown !== undefined && told !== null) {
    const { promised, deadline: offer_deadline } = shown;
    return { price: priceAt(told, offer_deadline, at).price, offer_deadline, promised };
  }
  const deadline = deadlineFrom(offer, at);
  if (deadline === null) return { price: offer.before.price };
  const { price } = priceAt(offer, deadline, at);
  return { price, offer_deadline: deadline, promised: promiseText(offer) };
}

export function put(enrollments: Enrollment[], enrollment: Enrollment): void {
  const at = enrollments.findIndex(({ row }) => row.id === enrollment.row.id);
  if (at < 0) enrollments.push(enrollment);
  else enrollments[at] = enrollment;
}
