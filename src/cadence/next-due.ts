// When the next mail of a row is due: plain arithmetic on facts and the table.
import type { NextDue } from "../model/fact";
import { stepAt, waitAt, waitText } from "../model/flow";
import { toWholeSecond } from "../model/time";

/** For a reader who asked to hear less often. */
const RARER = 2;

/** Null when the flow has no step at the row's stage: it is done. */
export const nextDue: NextDue = (flow, { row, steppedAt, rarely }) => {
  const stage = row.stage ?? 0;
  const step = stepAt(flow, stage);
  const wait = waitAt(flow, stage);
  if (step === undefined || wait === undefined) return null;
  const entered = row.entered_at ?? 0;
  const from = wait.from === "last mail" ? (steppedAt ?? entered) : entered;
  const waits = wait.until !== "" && row.result_url === "";
  const twice = rarely && step.class === "marketing";
  const at = waits ? null : toWholeSecond(from + wait.waitMs * (twice ? RARER : 1));
  return { step: step.step, at, timedBy: waitText(wait) + (twice ? " twice" : "") };
};
