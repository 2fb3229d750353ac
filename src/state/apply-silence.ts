// A last question without an answer: the rows that would send marketing end. What somebody waits for or asks for stays.
import { isOpen, NO_ANSWER } from "../model/enrollment";
import type { Decision, Ground, PersonState, SilenceFact } from "../model/fact";
import { stepAt } from "../model/flow";
import { LAST_QUESTION } from "../model/own-steps";
import { reason } from "../model/reason";
import { isTestPerson } from "../model/test-person";
import { utcDay } from "../model/time";
import { moved } from "./close";
import { applied, ignored } from "./decision";

export function applySilence(person: PersonState, fact: SilenceFact, ground: Ground): Decision {
  const { contact } = person;
  if (contact === null) return ignored(person, reason("rowGone"));
  if ((contact.resumed_at ?? 0) > fact.askedAt) return ignored(person, reason("readerLater"));
  const told = reason("silentEnded", { day: utcDay(fact.askedAt) });
  const { at, eventId } = fact;
  const cause = { at, eventId, stopReason: NO_ANSWER, why: ground.say(told) };
  const enrollments = person.enrollments.map((one) => {
    const { row, test, owed } = one;
    const flow = ground.rules.get(row.flow);
    const sells = flow !== undefined && stepAt(flow, row.stage ?? 0)?.class === "marketing";
    if (!sells || !isOpen(row.status) || test !== isTestPerson(contact)) return one;
    const over = moved(one, "stop", cause) ?? one;
    return { ...over, owed: owed.filter(({ step }) => step !== LAST_QUESTION) };
  });
  const nothing = enrollments.every((one, index) => one === person.enrollments[index]);
  if (nothing) return ignored(person, reason("nothingPlanned"));
  return applied({ contact, enrollments }, told);
}
