// Stage and next_at by hand: the row is timed anew, by the cadence table or by the person.
import type { QueueRow } from "../../sheets-schema/index";
import { type Enrollment, isClosed, isOpen } from "../model/enrollment";
import type { EditChange, PersonState } from "../model/fact";
import { reason } from "../model/reason";
import { toWholeSecond } from "../model/time";
import { byMove, hasComeBack, standsAsAsked, toldOf } from "./edit-move";
import { type Edited, type Editing, kept, putBack, replaced, rowOf } from "./editing";

/** Another stage re-times the row by the cadence table. */
export function toStage(person: PersonState, change: EditChange, editing: Editing): Edited {
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
export function toTime(person: PersonState, change: EditChange, editing: Editing): Edited {
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
