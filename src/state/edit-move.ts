// A move by hand: a status typed, an action chosen, PAID. Legal where the table has it, else put back.
import type { QueueRow, Status } from "../../sheets-schema/index";
import { type Enrollment, isClosed, isOpen } from "../model/enrollment";
import type { EditChange, PersonState } from "../model/fact";
import { BY_HAND, pendingOf } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import { moved, paidContact } from "./close";
import { type Edited, type Editing, kept, putBack, replaced, rowOf } from "./editing";
import { afterPayment, openReason } from "./settle";
import { type Move, statusAfter } from "./transitions";

export function byMove(
  person: PersonState,
  change: EditChange,
  move: Move | undefined,
  editing: Editing,
): Edited {
  const own = rowOf(person, editing);
  // PAID in status and YES in paid are one edit: the second finds it done.
  if (move === "mark" && own.row.status === "PAID") return kept(person, reason("handPaid"));
  const opensAs = editing.flow?.opensAs ?? "ACTIVE";
  const otherOpen =
    change.column === "status" && isOpen(change.to as Status) && change.to !== opensAs;
  const cameBack = hasComeBack(own.row);
  const reopens = cameBack && (move === "release" || move === "hold");
  if (move === undefined || otherOpen || reopens) return putBack(person, whyNot(change, own.row));
  const told = toldOf(move, own);
  if (standsAsAsked(own, move, editing)) return kept(person, told);
  const next = moved(own, move, {
    at: editing.fact.at,
    eventId: editing.fact.eventId,
    stopReason: move === "mark" ? "paid by hand" : "by hand",
    why: editing.say(told),
    opensAs,
  });
  if (next === null) return putBack(person, whyNot(change, own.row));
  if (move === "release") return releasedByHand(person, next, told);
  const final = cameBack ? { ...next, closing: null } : next;
  const edited = kept(replaced(person, stillOwing(final, move, editing)), told);
  return move === "mark" ? paidByHand(edited, editing) : edited;
}

/** A run that was cut before it wrote the outcome applies the edit once more. */
export function standsAsAsked({ row, heldBy }: Enrollment, move: Move, editing: Editing): boolean {
  const { eventId } = editing.fact;
  if (isClosed(row.status)) {
    return row.stop_event === eventId && statusAfter(move, "ACTIVE") === row.status;
  }
  if (move === "release") return row.status === (editing.flow?.opensAs ?? "ACTIVE");
  const byHand = heldBy === "" || heldBy.startsWith("-");
  return move === "hold" && row.status === "PAUSED" && byHand;
}

/** What was paid and came back stays stopped; a person may only say how it ends (design 4.2). */
export function hasComeBack({ status, paid }: QueueRow): boolean {
  return status === "REVIEW" && paid === "YES";
}

/** A held row owes its mails still, a paid one what the payment brings; another closed one no more. */
function stillOwing(enrollment: Enrollment, move: Move, editing: Editing): Enrollment {
  if (move === "hold") return enrollment;
  return move === "mark" ? afterPayment(enrollment, editing) : { ...enrollment, owed: [] };
}

/** Money under way does not hold again what a person has released. */
function releasedByHand(person: PersonState, next: Enrollment, told: Reason): Edited {
  const own = next.heldBy.replace(/^[-?]/, "").split(" ");
  const all = new Set(
    [...own, ...pendingOf(person.contact?.pending ?? "").map(({ key }) => key)].filter(
      (key) => key !== "",
    ),
  );
  const heldBy = all.size === 0 ? "" : `-${[...all].join(" ")}`;
  return kept(replaced(person, { ...next, heldBy }), told);
}

/** A person who says somebody paid is believed: all their open rows close, also beside the edited one. */
function paidByHand({ person, told }: Edited, editing: Editing): Edited {
  const { fact, say } = editing;
  const contact =
    person.contact === null
      ? null
      : paidContact(person.contact, { at: fact.at, key: BY_HAND, offer: "", customer: "" });
  const cause = {
    at: fact.at,
    eventId: fact.eventId,
    stopReason: "paid by hand",
    why: say(told),
    payment: BY_HAND,
  };
  const rows = person.enrollments.map((one) =>
    afterPayment(moved(one, "pay", cause) ?? one, editing),
  );
  return kept({ contact, enrollments: rows }, told);
}

export function toldOf(move: Move, own: Enrollment): Reason {
  switch (move) {
    case "mark":
      return reason("handPaid");
    case "hold":
      return reason("handHeld");
    case "release":
      return reason("handReleased", { stands: openReason(own, own.row.next_step) });
    case "finish":
      return reason("handDone");
    default:
      return reason("handStopped");
  }
}

function whyNot(change: EditChange, { status }: QueueRow): Reason {
  if (change.column === "paid") return reason("paymentStays");
  const code = change.column === "do" ? "notPossible" : "cannotBecome";
  return reason(code, { to: change.to, status });
}
