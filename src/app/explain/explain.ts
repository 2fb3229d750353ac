// Why the next mail of a row goes or does not, by the very planner that sends.
import { contactIdOf, type Enrollment, isOpen } from "../../model/enrollment";
import { stepAt } from "../../model/flow";
import type { Reason } from "../../model/reason";
import type { Plan, Planning } from "../sending/plan";

/** How a row stands towards its next mail. */
export type Outcome =
  /** Nothing is in its way. */
  | { readonly kind: "goes"; readonly step: string }
  /** Due, and something holds it back. */
  | { readonly kind: "blocked"; readonly step: string; readonly why: Reason }
  /** Open, and its time is not there yet. */
  | { readonly kind: "later"; readonly step: string; readonly at: number }
  /** Open, and it waits for an event instead of a time. */
  | { readonly kind: "asks"; readonly step: string }
  /** Open, and no mail of the flow is left: only a payment ends it. */
  | { readonly kind: "pays" }
  /** PAUSED or REVIEW: a person says how it goes on. */
  | { readonly kind: "held" }
  /** PAID, DONE or STOPPED. */
  | { readonly kind: "over" }
  /** Due, and left out or timed anew because it is late. */
  | { readonly kind: "late"; readonly step: string }
  /** It went, and the row has not moved on yet. */
  | { readonly kind: "went"; readonly step: string; readonly sentAt: number }
  /** Stripe says that the payment is made, or cannot be made any more. */
  | { readonly kind: "settled"; readonly step: string };

export function outcomeOf({ office }: Planning, plan: Plan, enrollment: Enrollment): Outcome {
  return planned(plan, enrollment) ?? unplanned(office.rules, enrollment);
}

function planned(plan: Plan, { row }: Enrollment): Outcome | null {
  const own = ({ enrollment }: { readonly enrollment: Enrollment }) => enrollment.row.id === row.id;
  const send = plan.sends.find(own);
  if (send !== undefined) return { kind: "goes", step: send.step.step };
  const blocked = plan.blocked.find(own);
  if (blocked !== undefined) return { kind: "blocked", step: row.next_step, why: blocked.why };
  const lost = plan.lost.find(({ due }) => own(due));
  if (lost !== undefined) return { kind: "blocked", step: lost.due.step.step, why: lost.why };
  const gone = plan.gone.find(({ due }) => own(due));
  if (gone !== undefined) {
    return { kind: "went", step: gone.due.step.step, sentAt: gone.sentAt };
  }
  const late = plan.late.find(({ due }) => own(due));
  if (late !== undefined) return { kind: "late", step: late.due.step.step };
  const held = plan.held.find(({ due }) => own(due));
  if (held !== undefined) return { kind: "later", step: held.due.step.step, at: held.until };
  const settled = plan.settled.find(({ due }) => own(due));
  return settled === undefined ? null : { kind: "settled", step: settled.due.step.step };
}

function unplanned(rules: Planning["office"]["rules"], { row }: Enrollment): Outcome {
  if (row.status === "PAUSED" || row.status === "REVIEW") return { kind: "held" };
  if (!isOpen(row.status)) return { kind: "over" };
  if (row.next_at !== null) return { kind: "later", step: row.next_step, at: row.next_at };
  const flow = rules.get(row.flow);
  const step = flow === undefined ? undefined : stepAt(flow, row.stage ?? 0);
  return step === undefined ? { kind: "pays" } : { kind: "asks", step: step.step };
}

/** The person's rows beside this one matter, too: a payment closes them all. */
export function personOf({ book }: Planning, { row }: Enrollment) {
  return book.person(book.contact(contactIdOf(row.id)));
}
