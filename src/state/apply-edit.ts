// A person's edit of a Queue row: each changed cell is a legal move, or is put back with a note.
import type { QueueRow } from "../../sheets-schema/index";
import type { Enrollment } from "../model/enrollment";
import { isClosed } from "../model/enrollment";
import type { Decision, EditFact, NextDue, PersonState } from "../model/fact";
import type { Flow, Rules } from "../model/flow";
import { ownValue } from "../model/own-value";
import { type Reason, reason } from "../model/reason";
import { toWholeSecond } from "../model/time";
import { closeAll } from "./apply-stop";
import { moved, paidContact } from "./close";
import { MOVE_OF_ACTION, MOVE_OF_TYPED, type Move } from "./transitions";

interface Edited {
  readonly person: PersonState;
  readonly told: Reason;
  /** Why the cell was put back; null when the edit holds. */
  readonly putBack: Reason | null;
}
interface Editing {
  readonly fact: EditFact;
  readonly flow: Flow | undefined;
  readonly nextDue: NextDue;
  readonly now: number;
  readonly say: (given: Reason) => string;
}
type Change = EditFact["changes"][number];

export function applyEdit(
  person: PersonState,
  fact: EditFact,
  rules: Rules,
  nextDue: NextDue,
  now: number,
  say: (given: Reason) => string,
): Decision {
  const own = person.enrollments.find(({ row }) => row.id === fact.enrollment);
  if (own === undefined)
    return { ...person, outcome: "IGNORED", reason: reason("rowGone"), notes: [] };
  const editing: Editing = { fact, flow: rules.get(own.row.flow), nextDue, now, say };
  let state = person;
  let told: Reason = reason("handMoved", { what: "" });
  const notes: Decision["notes"][number][] = [];
  for (const change of payFirst(fact.changes)) {
    const edited = applyChange(state, change, editing);
    state = edited.person;
    if (edited.putBack === null) told = edited.told;
    else notes.push(note(fact.enrollment, change.column, edited.putBack));
  }
  const refused = notes.length === fact.changes.length ? notes[0]?.reason : undefined;
  return { ...state, outcome: refused ? "REFUSED" : "APPLIED", reason: refused ?? told, notes };
}

/** Whatever else was typed with it, a payment decides. */
function payFirst(changes: readonly Change[]): readonly Change[] {
  const weight = ({ column, to }: Change) => (to === "PAID" || column === "paid" ? 0 : 1);
  return [...changes].sort((a, b) => weight(a) - weight(b));
}

function applyChange(person: PersonState, change: Change, editing: Editing): Edited {
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
  }
}

function byMove(
  person: PersonState,
  change: Change,
  move: Move | undefined,
  editing: Editing,
): Edited {
  const own = rowOf(person, editing);
  // PAID in status and YES in paid are one edit: the second finds it done.
  if (move === "mark" && own.row.status === "PAID") return kept(person, reason("handPaid"));
  if (move === undefined) return putBack(person, whyNot(change, own.row));
  const told = toldOf(move, own.row);
  const next = moved(own, move, {
    at: editing.fact.at,
    eventId: editing.fact.eventId,
    stopReason: move === "mark" ? "paid by hand" : "by hand",
    why: editing.say(told),
  });
  if (next === null) return putBack(person, whyNot(change, own.row));
  const edited = kept(replaced(person, next), told);
  return move === "mark" ? paidByHand(edited, editing) : edited;
}

/** A person who says somebody paid is believed: all their open rows close, also beside the edited one. */
function paidByHand({ person, told }: Edited, { fact, say }: Editing): Edited {
  const contact =
    person.contact === null
      ? null
      : paidContact(person.contact, { at: fact.at, key: "", offer: "", customer: "" });
  const { rows } = closeAll(person.enrollments, "pay", {
    at: fact.at,
    eventId: fact.eventId,
    stopReason: "paid by hand",
    why: say(told),
  });
  return kept({ contact, enrollments: rows }, told);
}

function toldOf(move: Move, row: QueueRow): Reason {
  switch (move) {
    case "mark":
      return reason("handPaid");
    case "hold":
      return reason("handHeld");
    case "release":
      return reason("handReleased", { step: row.next_step });
    case "finish":
      return reason("handDone");
    default:
      return reason("handStopped");
  }
}

function whyNot(change: Change, { status }: QueueRow): Reason {
  if (change.column === "paid") return reason("paymentStays");
  const code = change.column === "do" ? "notPossible" : "cannotBecome";
  return reason(code, { to: change.to, status });
}

/** Another stage re-times the row by the cadence table. */
function toStage(person: PersonState, change: Change, editing: Editing): Edited {
  const own = rowOf(person, editing);
  const stage = Number(change.to);
  const last = Math.max(0, ...(editing.flow?.steps.map((step) => step.stage + 1) ?? []));
  const allowed = change.to !== "" && Number.isInteger(stage) && stage >= 0 && stage <= last;
  if (!allowed) return putBack(person, reason("noStage", { to: change.to, last: String(last) }));
  if (isClosed(own.row.status)) return putBack(person, reason("rowIs", { status: own.row.status }));
  const fault = editing.flow?.fault ?? null;
  if (fault !== null) return putBack(person, reason("wrongRow", { what: fault }));
  // The person has looked and says how far it is.
  const status = own.row.status === "REVIEW" ? "ACTIVE" : own.row.status;
  const row = { ...own.row, stage, status };
  const next = editing.flow === undefined ? null : editing.nextDue(editing.flow, row);
  if (next === null) {
    return byMove(replaced(person, { ...own, row }), change, "finish", editing);
  }
  const told = reason("handMoved", { what: `stage ${change.from} → ${change.to}` });
  row.next_step = next.step;
  row.next_at = Math.max(next.at, toWholeSecond(editing.now));
  row.why = editing.say(told);
  return kept(replaced(person, { ...own, row }), told);
}

/** A parser left to itself makes a date of "soon 1". */
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** A person's next_at wins unless it is earlier than now (design 3). */
function toTime(person: PersonState, change: Change, editing: Editing): Edited {
  const own = rowOf(person, editing);
  const at = INSTANT.test(change.to) ? Date.parse(change.to) : Number.NaN;
  if (isClosed(own.row.status)) return putBack(person, reason("rowIs", { status: own.row.status }));
  if (Number.isNaN(at)) return putBack(person, reason("noTime", { to: change.to }));
  const told = reason("handMoved", {
    what: `next_at → ${change.to.slice(0, 16).replace("T", " ")} UTC`,
  });
  const row = { ...own.row, next_at: Math.max(at, toWholeSecond(editing.now)) };
  row.why = editing.say(told);
  return kept(replaced(person, { ...own, row }), told);
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
