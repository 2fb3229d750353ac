// When the next mail of a row is due: plain arithmetic on facts and the table.
import type { QueueRow } from "../../sheets-schema/index";
import type { Flow } from "../model/flow";
import { toWholeSecond } from "../model/time";

/** Null when the flow has no step at the row's stage: it is done. */
export function nextDue(flow: Flow, row: QueueRow): { step: string; at: number } | null {
  const stage = row.stage ?? 0;
  const step = flow.steps.find((candidate) => candidate.stage === stage);
  const wait = flow.waits.find(({ stageFrom, stageTo }) => stageFrom <= stage && stage <= stageTo);
  if (step === undefined || wait === undefined) return null;
  const entered = row.entered_at ?? 0;
  const from = wait.from === "last mail" ? (row.last_at ?? entered) : entered;
  return { step: step.step, at: toWholeSecond(from + wait.waitMs) };
}
