// When the next mail of a row is due: plain arithmetic on facts and the table.
import type { NextDue } from "../model/fact";
import { stepAt, waitAt, waitText } from "../model/flow";
import { toWholeSecond } from "../model/time";

/** Null when the flow has no step at the row's stage: it is done. */
export const nextDue: NextDue = (flow, { row, steppedAt }) => {
  const stage = row.stage ?? 0;
  const step = stepAt(flow, stage);
  const wait = waitAt(flow, stage);
  if (step === undefined || wait === undefined) return null;
  const entered = row.entered_at ?? 0;
  const from = wait.from === "last mail" ? (steppedAt ?? entered) : entered;
  const waits = wait.until !== "" && row.result_url === "";
  const at = waits ? null : toWholeSecond(from + wait.waitMs);
  return { step: step.step, at, timedBy: waitText(wait) };
};
