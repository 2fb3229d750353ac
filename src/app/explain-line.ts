// One line of `why` for a row whose `do` was "explain": what comes next, when, and what would make it go.
import type { Plan, Planning } from "./plan";
import { planSends } from "./plan";

/**
 * `planning`: as a pass plans, after it has sent, with `sent` read from Sends. At most 300 characters, in the sheet's
 * language. Several rows of one pass share one `plan`.
 */
export function explainLine(
  planning: Planning,
  enrollmentId: string,
  plan: Plan = planSends(planning),
): string {
  const blocked = plan.blocked.find(({ enrollment }) => enrollment.row.id === enrollmentId);
  return blocked?.why.code ?? planning.book.enrollment(enrollmentId)?.row.why ?? "";
}
