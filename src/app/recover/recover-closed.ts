// A row that was closed before anybody knew of its last mail has had that mail all the same: a run was cut between Sends and
// Queue, and a payment or a stop came next.
import { nextDue } from "../../cadence/next-due";
import { type Enrollment, isClosed, stageKey } from "../../model/enrollment";
import { type Flow, stepAt } from "../../model/flow";
import { afterSend } from "../../state/after-send";
import type { Recovering } from "./recover";

/** Open rows are moved on by the plan, when their next mail is due. */
export function moveClosedOn({ book, office, sent, since }: Recovering): void {
  for (const { enrollment: id, send_key, sent_at } of sent.values()) {
    if (sent_at === null || sent_at < since) continue;
    const enrollment = book.enrollment(id);
    if (enrollment === null || !isClosed(enrollment.row.status)) continue;
    const flow = office.rules.get(enrollment.row.flow);
    if (flow === undefined || send_key !== keyOfNext(enrollment, flow)) continue;
    const why = () => enrollment.row.why;
    const went = { at: sent_at, beside: "" };
    book.putEnrollment(afterSend(enrollment, flow, went, nextDue, why));
  }
}

function keyOfNext(enrollment: Enrollment, flow: Flow): string | null {
  const stage = enrollment.row.stage ?? 0;
  const step = stepAt(flow, stage);
  return step === undefined ? null : stageKey(enrollment, step, stage);
}
