// What comes of a fact: it is applied to its person, or leaves them as they are; and why.
import type { Decision, PersonState } from "../model/fact";
import type { Reason } from "../model/reason";

export function applied({ contact, enrollments }: PersonState, told: Reason): Decision {
  return { contact, enrollments, outcome: "APPLIED", reason: told, notes: [] };
}

export function ignored({ contact, enrollments }: PersonState, told: Reason): Decision {
  return { contact, enrollments, outcome: "IGNORED", reason: told, notes: [] };
}
