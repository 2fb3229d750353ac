// Taking back the last edit by hand: every row it changed stands again as it stood, and goes no sooner than in an hour.
import type { ContactRow } from "../../sheets-schema/index";
import { type Enrollment, isOpen, type Undo } from "../model/enrollment";
import type { EditFact, PersonState } from "../model/fact";
import { paymentsOf } from "../model/paid";
import { BY_HAND, paymentsCell } from "../model/payment";
import { reason } from "../model/reason";
import { type Edited, type Editing, kept, putBack, rowOf } from "./editing";
import { notWithinTheHour } from "./not-before";
import { openReason, reopened } from "./settle";

/** What an edit changed remembers how it stood. An edit that only asks, or takes back, is none. */
export function takenBackLater(
  before: PersonState,
  after: PersonState,
  { eventId, changes }: EditFact,
): PersonState {
  if (
    changes.some(({ column, to }) => column === "do" && ["undo", "explain", "keep"].includes(to))
  ) {
    return after;
  }
  const stood = new Map(before.enrollments.map((one) => [one.row.id, one]));
  const enrollments = after.enrollments.map((one) => {
    const was = stood.get(one.row.id);
    if (was === undefined || was === one || was.undo?.event === eventId) return one;
    return { ...one, undo: snapshot(was, eventId) };
  });
  return { ...after, enrollments };
}

export function snapshot({ row, owed, closing, heldBy, timedBy }: Enrollment, event: string): Undo {
  const { status, paid, stage, next_step, next_at, stop_reason, stop_event, paid_at } = row;
  const { result_url, conclusion, promised, price } = row;
  return {
    ...{ event, owed, closing, heldBy, timedBy },
    row: {
      ...{ status, paid, stage, next_step, next_at, stop_reason, stop_event, paid_at },
      ...{ result_url, conclusion, promised, price },
    },
  };
}

/** One edit may have closed several rows: all of them come back. What Stripe has told stays. */
export function undone(person: PersonState, editing: Editing): Edited {
  const { undo, row, asked } = rowOf(person, editing);
  const { fact } = editing;
  if (undo === null && asked === fact.eventId) return kept(person, reason("undoneBefore"));
  if (undo === null) return putBack(person, reason("nothingToUndo"));
  // The mark of this very edit; one that was set elsewhere is another matter.
  const marked = row.status === "PAID" && row.stop_event === undo.event;
  if (row.paid === "YES" && !marked) return putBack(person, reason("paymentFromStripe"));
  const contact = marked ? unmarked(person.contact) : person.contact;
  if (marked && contact?.paid === "YES") return putBack(person, reason("paymentFromStripe"));
  const { event } = undo;
  const enrollments = person.enrollments.map((one) => {
    if (one.undo?.event === event)
      return restored(one, one.undo, { ...editing, ...UNDONE, eventId: fact.eventId });
    return marked ? withoutMark(one, editing) : one;
  });
  const own = rowOf({ contact, enrollments }, editing);
  return kept({ contact, enrollments }, reason("undone", { stands: standsAs(own) }));
}

const UNDONE = { told: "undone" } as const;

/** Closed by the mark alone, maybe from birth: open again. */
function withoutMark(enrollment: Enrollment, editing: Editing): Enrollment {
  if (enrollment.row.status !== "PAID" || enrollment.closing?.payment !== BY_HAND) {
    return enrollment;
  }
  const open = reopened(enrollment, editing);
  return {
    ...open,
    row: { ...open.row, next_at: notWithinTheHour(open.row.next_at, editing.now) },
  };
}

interface Restoring extends Pick<Editing, "now" | "say"> {
  readonly eventId: string;
  readonly told: "undone" | "goesOnAlone";
}

export function restored(
  enrollment: Enrollment,
  undo: Undo,
  { now, say, eventId, told }: Restoring,
): Enrollment {
  const { owed, closing, heldBy, timedBy } = undo;
  const next_at = notWithinTheHour(undo.row.next_at, now);
  const row = { ...enrollment.row, ...undo.row, next_at };
  const next = {
    ...enrollment,
    row,
    owed,
    closing,
    heldBy,
    timedBy,
    undo: null,
    asked: eventId,
  };
  return { ...next, row: { ...row, why: say(reason(told, { stands: standsAs(next) })) } };
}

function standsAs(enrollment: Enrollment) {
  const { status, next_step } = enrollment.row;
  return isOpen(status) ? openReason(enrollment, next_step) : reason("rowIs", { status });
}

/** Without the mark that a person set; a payment told by Stripe or by a list is none of these. */
function unmarked(contact: ContactRow | null): ContactRow | null {
  if (contact === null) return null;
  const others = paymentsOf(contact).filter(({ key }) => key !== BY_HAND);
  if (others.length > 0) return contact;
  const payments = paymentsCell(others);
  return { ...contact, paid: "NO", paid_at: null, paid_for: "", payments };
}
