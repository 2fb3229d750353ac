// An edit by hand while it is applied: the person as changed so far, and what each cell came to.
import type { Enrollment } from "../model/enrollment";
import type { EditFact, Ground, PersonState } from "../model/fact";
import type { Flow } from "../model/flow";
import { type Reason, reason } from "../model/reason";

export interface Edited {
  readonly person: PersonState;
  readonly told: Reason;
  /** Why the cell was put back; null when the edit holds. */
  readonly putBack: Reason | null;
}
export interface Editing extends Ground {
  readonly fact: EditFact;
  readonly flow: Flow | undefined;
}

export function rowOf(person: PersonState, { fact }: Editing): Enrollment {
  const own = person.enrollments.find(({ row }) => row.id === fact.enrollment);
  if (own === undefined) throw new Error(`edit of ${fact.enrollment}: the row was there before`);
  return own;
}

export function replaced(person: PersonState, next: Enrollment): PersonState {
  return { ...person, enrollments: inPlace(person.enrollments, next) };
}

export function inPlace(all: readonly Enrollment[], next: Enrollment): readonly Enrollment[] {
  return all.map((one) => (one.row.id === next.row.id ? next : one));
}

export function kept(person: PersonState, told: Reason): Edited {
  return { person, told, putBack: null };
}

export function putBack(person: PersonState, why: Reason): Edited {
  return { person, told: reason("handMoved", { what: "" }), putBack: why };
}
