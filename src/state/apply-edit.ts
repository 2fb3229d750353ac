// A person's edit of a Queue row: each changed cell is a legal move, or is put back with a note.
import type { QueueRow, Status } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { isClosed, isOpen } from "../model/enrollment";
import type { Decision, EditChange, EditFact, Ground, PersonState } from "../model/fact";
import type { Flow } from "../model/flow";
import { ownValue } from "../model/own-value";
import { BY_HAND, pendingOf } from "../model/payment";
import { type Reason, reason } from "../model/reason";
import { toWholeSecond } from "../model/time";
import { moved, paidContact } from "./close";
import { contentTyped } from "./edit-content";
import { afterPayment, openReason } from "./settle";
import { MOVE_OF_ACTION, MOVE_OF_TYPED, type Move, statusAfter } from "./transitions";

interface Edited {
  readonly person: PersonState;
  readonly told: Reason;
  /** Why the cell was put back; null when the edit holds. */
  readonly putBack: Reason | null;
}
interface Editing extends Ground {
  readonly fact: EditFact;
  readonly flow: Flow | undefined;
}

export function applyEdit(person: PersonState, fact: EditFact, ground: Ground): Decision {
  const own = person.enrollments.find(({ row }) => row.id === fact.enrollment);
  if (own === undefined)
    return { ...person, outcome: "IGNORED", reason: reason("rowGone"), notes: [] };
  const editing: Editing = { ...ground, fact, flow: ground.rules.get(own.row.flow) };
  let state = person;
  let told: Reason = reason("handMoved", { what: "" });
  const notes: Decision["notes"][number][] = [];
  for (const change of payFirst(fact.changes)) {
    const edited = applyChange(state, change, editing);
    state = edited.person;
    if (edited.putBack === null) told = edited.told;
    else {
      const back = note(fact.enrollment, change.column, edited.putBack);
      notes.push(back);
      state = standing(state, change, back.reason, editing);
    }
  }
  const refused = notes.length === fact.changes.length ? notes[0]?.reason : undefined;
  return { ...state, outcome: refused ? "REFUSED" : "APPLIED", reason: refused ?? told, notes };
}

/** What was typed before must not be taken for what was put back: `why` names it, and what comes next as before. */
function standing(
  person: PersonState,
  { column }: EditChange,
  back: Reason,
  editing: Editing,
): PersonState {
  const own = rowOf(person, editing);
  const times = column === "next_at" || column === "stage";
  if (!times || !isOpen(own.row.status)) return person;
  const stands = openReason(own, own.row.next_step);
  const why = editing.say(reason("firstThen", { one: back, next: stands }));
  return replaced(person, { ...own, row: { ...own.row, why } });
}

/** Whatever else was typed with it, a payment decides. */
function payFirst(changes: readonly EditChange[]): readonly EditChange[] {
  const weight = ({ column, to }: EditChange) => (to === "PAID" || column === "paid" ? 0 : 1);
  return [...changes].sort((a, b) => weight(a) - weight(b));
}

function applyChange(person: PersonState, change: EditChange, editing: Editing): Edited {
  switch (change.column) {
    case "status":
      return byMove(person, change, ownValue(MOVE_OF_TYPED, change.to), editing);
    case "do":
      return byMove(person, change, ownValue(MOVE_OF_ACTION, change.to), editing);
    case "paid":
      return byMove(person, change, change.to === "YES" ? "mark" : undefined, editing);
    case "stage":
      return toStage(person, change, editing);
    case "next_at":
      return toTime(person, change, editing);
    case "result_url":
    case "conclusion":
    case "promised":
      return toContent(person, change, editing);
  }
}

function byMove(
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
function standsAsAsked({ row, heldBy }: Enrollment, move: Move, editing: Editing): boolean {
  const { eventId } = editing.fact;
  if (isClosed(row.status)) {
    return row.stop_event === eventId && statusAfter(move, "ACTIVE") === row.status;
  }
  if (move === "release") return row.status === (editing.flow?.opensAs ?? "ACTIVE");
  const byHand = heldBy === "" || heldBy.startsWith("-");
  return move === "hold" && row.status === "PAUSED" && byHand;
}

/** What was paid and came back stays stopped; a person may only say how it ends (design 4.2). */
function hasComeBack({ status, paid }: QueueRow): boolean {
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

function toldOf(move: Move, own: Enrollment): Reason {
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

/** Another stage re-times the row by the cadence table. */
function toStage(person: PersonState, change: EditChange, editing: Editing): Edited {
  const own = rowOf(person, editing);
  const stage = Number(change.to);
  const ends = editing.flow?.steps.map(({ stageTo }) => Math.min(stageTo, STAGE_MAX) + 1) ?? [];
  const last = Math.max(0, ...ends);
  const allowed = change.to !== "" && Number.isInteger(stage) && stage >= 0 && stage <= last;
  if (!allowed) return putBack(person, reason("noStage", { to: change.to, last: String(last) }));
  if (standsAsAsked(own, "finish", editing)) return kept(person, toldOf("finish", own));
  if (isClosed(own.row.status) || hasComeBack(own.row)) {
    return putBack(person, reason("rowIs", { status: own.row.status }));
  }
  const fault = editing.flow?.fault ?? null;
  if (fault !== null) return putBack(person, reason("wrongRow", { what: fault }));
  // The person has looked and says how far it is.
  const opensAs = editing.flow?.opensAs ?? "ACTIVE";
  const status = own.row.status === "REVIEW" ? opensAs : own.row.status;
  const row: QueueRow = { ...own.row, stage, status };
  const next = editing.flow === undefined ? null : editing.nextDue(editing.flow, { ...own, row });
  if (next === null) return atItsEnd(person, { ...own, row }, change, editing);
  const told = reason("handMoved", { what: `stage ${change.from} → ${change.to}` });
  row.next_step = next.step;
  row.next_at = next.at === null ? null : Math.max(next.at, toWholeSecond(editing.now));
  row.why = editing.say(told);
  return kept(replaced(person, { ...own, row, timedBy: next.timedBy }), told);
}

/** After its last mail a row is done, unless it waits for a payment: that goes on waiting. */
function atItsEnd(
  person: PersonState,
  own: Enrollment,
  change: EditChange,
  editing: Editing,
): Edited {
  if ((editing.flow?.opensAs ?? "ACTIVE") === "ACTIVE") {
    return byMove(replaced(person, own), change, "finish", editing);
  }
  const told = reason("handMoved", { what: `stage ${change.from} → ${change.to}` });
  const row: QueueRow = { ...own.row, next_step: "", next_at: null };
  if (isOpen(row.status)) row.why = editing.say(reason("waitsForPayment"));
  return kept(replaced(person, { ...own, row, timedBy: "" }), told);
}

/** A row that goes on for ever has no last stage. */
const STAGE_MAX = 998;

/** A parser left to itself makes a date of "soon 1". */
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A person's next_at wins unless it is earlier than now (design 3). */
function toTime(person: PersonState, change: EditChange, editing: Editing): Edited {
  const own = rowOf(person, editing);
  const at = INSTANT.test(change.to) ? Date.parse(change.to) : Number.NaN;
  if (isClosed(own.row.status) || hasComeBack(own.row)) {
    return putBack(person, reason("rowIs", { status: own.row.status }));
  }
  if (Number.isNaN(at)) return putBack(person, reason("noTime", { to: change.to }));
  const told = reason("handMoved", {
    what: `next_at → ${change.to.slice(0, 16).replace("T", " ")} UTC`,
  });
  const row = { ...own.row, next_at: Math.max(at, toWholeSecond(editing.now)) };
  row.why = editing.say(told);
  return kept(replaced(person, { ...own, row, timedBy: "hand" }), told);
}

/** A cell that says something of the row and moves it nowhere. */
function toContent(person: PersonState, change: EditChange, editing: Editing): Edited {
  const typed = contentTyped(rowOf(person, editing), change, editing.flow, editing);
  if ("putBack" in typed) return putBack(person, typed.putBack);
  return kept(replaced(person, typed.enrollment), typed.told);
}

function rowOf(person: PersonState, { fact }: Editing): Enrollment {
  const own = person.enrollments.find(({ row }) => row.id === fact.enrollment);
  if (own === undefined) throw new Error(`edit of ${fact.enrollment}: the row was there before`);
  return own;
}

function replaced(person: PersonState, next: Enrollment): PersonState {
  const enrollments = person.enrollments.map((one) => (one.row.id === next.row.id ? next : one));
  return { ...person, enrollments };
}

function kept(person: PersonState, told: Reason): Edited {
  return { person, told, putBack: null };
}

function putBack(person: PersonState, why: Reason): Edited {
  return { person, told: reason("handMoved", { what: "" }), putBack: why };
}

function note(enrollment: string, column: string, why: Reason): Decision["notes"][number] {
  return { enrollment, column, reason: reason("putBack", { what: column, why }) };
}
