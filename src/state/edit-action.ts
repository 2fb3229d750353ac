// What a person asks of one row in `do` besides moving its status: send it now, take an edit back, keep a test row, explain.
import { isOpen } from "../model/enrollment";
import type { PersonState } from "../model/fact";
import { reason } from "../model/reason";
import { isTestPerson } from "../model/test-person";
import { SECOND_MS, toWholeSecond } from "../model/time";
import { askedByForm } from "./ask-confirm";
import { type Edited, type Editing, kept, putBack, replaced, rowOf } from "./editing";
import { openRow } from "./enter";
import { keptReal, withoutTest } from "./made-real";
import { openReason, settled } from "./settle";
import { undone } from "./undo";

const ACTIONS = ["send now", "undo", "keep", "explain"] as const;
type Action = (typeof ACTIONS)[number];

export function isAction(text: string): text is Action {
  return (ACTIONS as readonly string[]).includes(text);
}

export function byAction(person: PersonState, action: Action, editing: Editing): Edited {
  switch (action) {
    case "send now":
      return sentNow(person, editing);
    case "undo":
      return undone(person, editing);
    case "keep":
      return keptRow(person, editing);
    case "explain":
      // The words need the whole office: app/ writes them into `why`.
      return kept(person, reason("explained"));
  }
}

/** Due from now; whatever may stop a mail still may. */
function sentNow(person: PersonState, editing: Editing): Edited {
  const { flow, nextDue, now, say } = editing;
  const own = rowOf(person, editing);
  const { row } = own;
  if (!isOpen(row.status)) {
    return putBack(person, reason("notPossible", { to: "send now", status: row.status }));
  }
  const fault = flow?.fault ?? null;
  if (fault !== null) return putBack(person, reason("wrongRow", { what: fault }));
  if (own.owed.length > 0) {
    const owed = own.owed.map(({ notBefore: _, ...one }) => one);
    const sooner = replaced(person, { ...own, owed });
    return kept(sooner, reason("sendNow", { step: owed[0]?.step ?? "" }));
  }
  const next = flow === undefined ? null : nextDue(flow, own);
  if (next === null || next.at === null) return putBack(person, openReason(own, row.next_step));
  const told = reason("sendNow", { step: next.step });
  // Not rounded up as other times are: the run that takes this in sends it.
  const next_at = now - (now % SECOND_MS);
  const timed = { ...row, next_step: next.step, next_at, why: say(told) };
  return kept(replaced(person, { ...own, row: timed, timedBy: "hand" }), told);
}

/** A real person who came while the sheet rehearsed: what went to the owner was not theirs, so the row begins anew. */
function keptRow(person: PersonState, editing: Editing): Edited {
  const own = rowOf(person, editing);
  const { flow, fact, now } = editing;
  if (!own.test && own.asked === fact.eventId) return kept(person, reason("kept"));
  if (!own.test) return putBack(person, reason("noTestRow"));
  if (person.contact === null || flow === undefined) return putBack(person, reason("rowGone"));
  const real = person.enrollments.filter(({ row, test }) => row.flow === flow.flow && !test);
  if (real.length > 0) return putBack(person, reason("hasRealRow"));
  const contact = isTestPerson(person.contact) ? keptReal(person.contact) : person.contact;
  const entry = {
    eventId: own.entryEvent,
    ...{ at: toWholeSecond(now), payment: own.row.payment, offer: own.offer },
  };
  const opened = openRow(contact, real, flow, entry, editing);
  const asks = askedByForm(contact, opened, own.entryEvent, editing);
  const anew = settled(contact, asks, { ...editing, at: now });
  const { id, notes } = own.row;
  const told = reason("keptRow", { stands: openReason(anew, anew.row.next_step) });
  const why = isOpen(anew.row.status) ? editing.say(told) : anew.row.why;
  const row = { ...anew.row, id, notes, tags: withoutTest(own.row.tags), why };
  const next = { ...anew, row, revision: own.revision, asked: fact.eventId };
  return kept(replaced({ ...person, contact }, next), told);
}
