// A person's edit of a Queue row: each changed cell is a legal move, or is put back with a note.
import { type Enrollment, isOpen, type Taken } from "../model/enrollment";
import type { Decision, EditChange, EditFact, Ground, PersonState } from "../model/fact";
import { ownValue } from "../model/own-value";
import { type Reason, reason } from "../model/reason";
import { ignored } from "./decision";
import { byAction, isAction } from "./edit-action";
import { contentTyped } from "./edit-content";
import { byMove } from "./edit-move";
import { toStage, toTime } from "./edit-timing";
import { type Edited, type Editing, kept, putBack, replaced, rowOf } from "./editing";
import { openReason } from "./settle";
import { MOVE_OF_ACTION, MOVE_OF_TYPED } from "./transitions";
import { takenBackLater } from "./undo";

export function applyEdit(person: PersonState, fact: EditFact, ground: Ground): Decision {
  const own = person.enrollments.find(({ row }) => row.id === fact.enrollment);
  if (own === undefined) return ignored(person, reason("rowGone"));
  const done = own.taken.find(({ event }) => event === fact.eventId);
  if (done !== undefined) return settledNow(person, own, done);
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
  if (!refused) state = takenBackLater(person, state, fact);
  return { ...state, outcome: refused ? "REFUSED" : "APPLIED", reason: refused ?? told, notes };
}

/** It was applied when it was made; what its row keeps for it is not needed any more. */
function settledNow(person: PersonState, own: Enrollment, done: Taken): Decision {
  const taken = own.taken.filter((one) => one !== done);
  const { outcome, why } = done;
  return { ...replaced(person, { ...own, taken }), outcome, reason: why, notes: [] };
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
  // A block may have been pasted over next_step, too.
  const next = editing.flow === undefined ? null : editing.nextDue(editing.flow, own);
  const stands = openReason(own, next?.step ?? own.row.next_step);
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
      if (isAction(change.to)) return byAction(person, change.to, editing);
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

/** A cell that says something of the row and moves it nowhere. */
function toContent(person: PersonState, change: EditChange, editing: Editing): Edited {
  const typed = contentTyped(rowOf(person, editing), change, editing.flow, editing);
  if ("putBack" in typed) return putBack(person, typed.putBack);
  return kept(replaced(person, typed.enrollment), typed.told);
}

function note(enrollment: string, column: string, why: Reason): Decision["notes"][number] {
  // An action was chosen there, and nothing typed.
  if (column === "do") return { enrollment, column, reason: reason("notDone", { why }) };
  return { enrollment, column, reason: reason("putBack", { what: column, why }) };
}
