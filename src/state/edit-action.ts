// What a person asks of one row in `do` besides moving its status: send it now, take an edit back, keep a test row, explain.
import type { ContactRow } from "../../sheets-schema/index";
import { isOpen } from "../model/enrollment";
import type { PersonState } from "../model/fact";
import { reason } from "../model/reason";
import { toWholeSecond } from "../model/time";
import { TEST_TAG } from "./blank";
import { type Edited, type Editing, kept, putBack, replaced, rowOf } from "./editing";
import { openRow } from "./enter";
import { openReason } from "./settle";
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
function sentNow(person: PersonState, { flow, nextDue, now, say, ...editing }: Editing): Edited {
  const own = rowOf(person, { flow, nextDue, now, say, ...editing });
  const { row } = own;
  if (!isOpen(row.status)) {
    return putBack(person, reason("notPossible", { to: "send now", status: row.status }));
  }
  const fault = flow?.fault ?? null;
  if (fault !== null) return putBack(person, reason("wrongRow", { what: fault }));
  if (own.owed.length > 0)
    return kept(person, reason("sendNow", { step: own.owed[0]?.step ?? "" }));
  const next = flow === undefined ? null : nextDue(flow, own);
  if (next === null || next.at === null) return putBack(person, openReason(own, row.next_step));
  const told = reason("sendNow", { step: next.step });
  const timed = { ...row, next_step: next.step, next_at: toWholeSecond(now), why: say(told) };
  return kept(replaced(person, { ...own, row: timed, timedBy: "hand" }), told);
}

/** A real person who came while the sheet rehearsed: what went to the owner was not theirs, so the row begins anew. */
function keptRow(person: PersonState, editing: Editing): Edited {
  const own = rowOf(person, editing);
  const { contact } = person;
  const { flow, fact, now } = editing;
  if (!own.test) return putBack(person, reason("noTestRow"));
  if (contact === null || flow === undefined) return putBack(person, reason("rowGone"));
  if (contact.paid === "YES") return putBack(person, reason("paidInRehearsal"));
  const entry = {
    eventId: own.entryEvent,
    ...{ at: toWholeSecond(now), payment: own.row.payment, offer: own.offer },
  };
  const anew = openRow(contact, [], flow, entry, { ...editing, rehearsal: false });
  const { id, notes, revision } = { ...own.row, revision: own.revision };
  const tags = withoutTest(own.row.tags);
  const told = reason("keptRow", { stands: openReason(anew, anew.row.next_step) });
  const row = { ...anew.row, id, notes, tags, why: editing.say(told) };
  const next = { ...anew, row, revision, entryEvent: own.entryEvent || fact.eventId };
  const marked: ContactRow = { ...contact, tags: withoutTest(contact.tags) };
  return kept(replaced({ ...person, contact: marked }, next), told);
}

function withoutTest(tags: string): string {
  const own = tags.split(",").map((tag) => tag.trim());
  return own.filter((tag) => tag !== "" && tag !== TEST_TAG).join(", ");
}
