// An unsubscribe: the contact is marked for ever and every row still open is stopped.
import type { Enrollment } from "../model/enrollment";
import type { Decision, Ground, PersonState, UnsubscribeFact } from "../model/fact";
import { reason } from "../model/reason";
import { type MoveCause, moved } from "./close";
import { applied, ignored } from "./decision";
import { suppressed } from "./suppressed";
import type { Move } from "./transitions";

export function applyUnsubscribe(
  person: PersonState,
  fact: UnsubscribeFact,
  { say }: Ground,
): Decision {
  // The person has pressed "go on" since.
  if ((person.contact?.resumed_at ?? 0) > fact.at) {
    return ignored(person, reason("readerLater"));
  }
  const told = reason("unsubscribed");
  const rows = closeAll(person.enrollments, "unsubscribe", {
    at: fact.at,
    eventId: fact.eventId,
    stopReason: "unsubscribed",
    why: say(told),
  });
  const contact =
    person.contact === null ? null : suppressed(person.contact, "unsubscribed", fact.at);
  return applied({ contact, enrollments: rows }, told);
}

/** Every row that has the move; a closed one may still owe a mail, and a stop takes that away too. */
export function closeAll(
  enrollments: readonly Enrollment[],
  move: Move,
  cause: MoveCause,
): readonly Enrollment[] {
  return enrollments.map((enrollment) => {
    const closed = moved(enrollment, move, cause) ?? enrollment;
    return closed.owed.length === 0 ? closed : { ...closed, owed: [] };
  });
}
