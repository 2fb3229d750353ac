// What would make the next mail of a row go: one change after another, each tried on the planner before the next is named.
import type { Words } from "../../../sheets-schema/index";
import type { Enrollment } from "../../model/enrollment";
import { NO_REMEDY, REMEDY } from "../../words/explain";
import { filled } from "../../words/filled";
import { type Planning, planSends } from "../sending/plan";
import { type Outcome, outcomeOf } from "./explain";
import { nextOf } from "./explain-remedies";
import { alone } from "./explain-what-if";

export interface Way {
  /** What a person changes, in this order. */
  readonly remedies: readonly Words[];
  /** What no change of the owner's lifts; null: then it goes. */
  readonly end: Words | null;
}

/** More than is ever wrong with one row at once. */
const TRIES_MAX = 12;

export function wayOf(planning: Planning, enrollment: Enrollment, first: Outcome): Way {
  const remedies: Words[] = [];
  let view = alone(planning, enrollment);
  let outcome = first;
  for (let tried = 0; tried < TRIES_MAX && outcome.kind !== "goes"; tried += 1) {
    const own = view.book.enrollment(enrollment.row.id) ?? enrollment;
    const next = nextOf(view, own, outcome);
    if (next.kind === "ends") {
      return { remedies, end: filled(NO_REMEDY[next.code], next.values) };
    }
    if (next.kind === "does") remedies.push(filled(REMEDY[next.code], next.values));
    if (next.after === null) break;
    view = next.after;
    const later = view.book.enrollment(enrollment.row.id) ?? own;
    outcome = outcomeOf(view, planSends(view), later);
  }
  return { remedies, end: null };
}
