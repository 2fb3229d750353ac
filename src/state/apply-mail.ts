// What a mail that came back does: a bounce or a complaint ends all mails, a person's answer holds them, the rest is told.
import type { ContactRow } from "../../sheets-schema/index";
import { type Enrollment, isOpen } from "../model/enrollment";
import type { Decision, Ground, MailFact, PersonState } from "../model/fact";
import { type Reason, reason } from "../model/reason";
import { utcDay } from "../model/time";
import { closeAll } from "./apply-stop";
import { moved } from "./close";
import { applied, ignored } from "./decision";
import { type Suppression, suppressed } from "./suppressed";

interface Known extends PersonState {
  readonly contact: ContactRow;
}
export function applyMail(person: PersonState, fact: MailFact, ground: Ground): Decision {
  const { contact } = person;
  if (contact === null) return ignored(person, reason("rowGone"));
  const known: Known = { ...person, contact };
  const { address } = fact;
  switch (fact.what) {
    case "bounced":
      return bounced(known, fact, reason("mailBounced", { address }), ground);
    case "undelivered":
      return undelivered(known, fact, ground);
    case "complained":
      return left(known, fact, "complained", reason("mailComplained"), ground);
    case "stop":
      return (contact.resumed_at ?? 0) > fact.at
        ? ignored(person, reason("readerLater"))
        : left(known, fact, "unsubscribed", reason("mailStop"), ground);
    case "replied":
      return replied(known, fact, ground);
    case "auto":
      return ignored(person, reason("mailAuto"));
  }
}

/** Of an address that is not theirs any more it says nothing. */
function bounced(person: Known, fact: MailFact, told: Reason, ground: Ground): Decision {
  const { address } = fact;
  return person.contact.email === address
    ? left(person, fact, "bounced", told, ground)
    : ignored(person, reason("mailBouncedElse", { address }));
}

function undelivered(person: Known, fact: MailFact, ground: Ground): Decision {
  const { address, count, of } = fact;
  if (count === 0) return ignored(person, reason("mailTriesOn", { address }));
  const numbers = { address, count: String(count), of: String(of) };
  if (count >= of) return bounced(person, fact, reason("mailBouncedOften", numbers), ground);
  return applied(person, reason("mailSoft", numbers));
}

function left(
  person: Known,
  fact: MailFact,
  how: Suppression,
  told: Reason,
  { say }: Ground,
): Decision {
  const enrollments = closeAll(person.enrollments, "unsubscribe", {
    at: fact.at,
    eventId: fact.eventId,
    stopReason: how,
    why: say(told),
  });
  return applied({ contact: suppressed(person.contact, how, fact.at), enrollments }, told);
}

function replied(person: Known, fact: MailFact, { say }: Ground): Decision {
  const { onReply } = fact;
  const words = { day: utcDay(fact.at), link: fact.link };
  const told = reason(TOLD[onReply], words);
  if (onReply === "nothing") return applied(person, told);
  const cause = { at: fact.at, eventId: fact.eventId, stopReason: "replied", why: say(told) };
  const move = onReply === "stop" ? "stop" : "hold";
  const enrollments = person.enrollments.map((one) =>
    isMeant(one, person.contact, fact) ? (moved(one, move, cause) ?? one) : one,
  );
  return applied({ ...person, enrollments }, told);
}

const TOLD = {
  pause: "mailReplied",
  stop: "mailRepliedStopped",
  nothing: "mailRepliedOnly",
} as const;

/** What began since, or the reader has let go on since, is none of it; a failed payment waits only for its own answer. */
function isMeant({ row }: Enrollment, { resumed_at }: ContactRow, fact: MailFact): boolean {
  if (!isOpen(row.status) || (row.entered_at ?? 0) > fact.at) return false;
  if ((resumed_at ?? 0) > fact.at) return false;
  return row.status !== "FAILED" || row.id === fact.enrollment;
}
