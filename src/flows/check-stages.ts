// Steps and Cadence together: from stage 0 on without a gap every stage has one mail and one wait, and no wait is for nothing.
import type { RuleFault, Step, Wait } from "../model/flow";
import { RULE_FAULTS } from "../words/rule-faults";
import { faultsOf } from "./faults";
import type { Owned } from "./parse-steps";

/** A row that goes on for ever is looked at one stage beyond the last that is named. */
const STAGES_MAX = 200;

/** Each fault is named at the row that has it. */
export function checkStages(
  flow: string,
  allSteps: readonly Owned<Step>[],
  allWaits: readonly Owned<Wait>[],
  faults: RuleFault[],
): void {
  const steps = allSteps.filter((step) => step.flow === flow && step.sentOn === "stage");
  const waits = allWaits.filter((wait) => wait.flow === flow);
  const bounds = [
    ...steps.flatMap(({ stage, stageTo }) => [stage, stageTo]),
    ...waits.flatMap(({ stageFrom, stageTo }) => [stageFrom, stageTo]),
  ].filter(Number.isFinite);
  const last = Math.max(-1, ...bounds);
  const named = new Set<string>();
  for (let stage = 0; stage <= Math.min(last + 1, STAGES_MAX); stage += 1) {
    const found = faultAt(stage, steps, waits);
    if (found === null || named.has(found.id)) continue;
    named.add(found.id);
    const { tab, id, row, column, seen, allowed } = found;
    faultsOf(tab, id, row, flow, faults)(column, seen, allowed);
  }
}

type Found = Omit<RuleFault, "flow">;

function faultAt(
  stage: number,
  steps: readonly Owned<Step>[],
  waits: readonly Owned<Wait>[],
): Found | null {
  const mails = steps.filter((step) => step.stage <= stage && stage <= step.stageTo);
  const timed = waits.filter((wait) => wait.stageFrom <= stage && stage <= wait.stageTo);
  const [mail, secondMail] = mails;
  const [, secondWait] = timed;
  const [wait] = timed;
  if (secondMail !== undefined) return atStep(secondMail, RULE_FAULTS.oneMail);
  if (secondWait !== undefined) return atWait(secondWait, RULE_FAULTS.oneWait);
  if (mail !== undefined) return wait === undefined ? atStep(mail, RULE_FAULTS.noWait) : null;
  if (wait !== undefined) return atWait(wait, RULE_FAULTS.noMailAt(stage));
  const next = steps.find((step) => step.stage > stage);
  return next === undefined ? null : atStep(next, RULE_FAULTS.gapAt(stage));
}

function atStep({ id, row, stage }: Owned<Step>, allowed: RuleFault["allowed"]): Found {
  return { tab: "Steps", id, row, column: "stage", seen: String(stage), allowed };
}

function atWait(
  { id, row, stageFrom, stageTo }: Owned<Wait>,
  allowed: RuleFault["allowed"],
): Found {
  const to = Number.isFinite(stageTo) ? String(stageTo) : "…";
  const seen = stageTo === stageFrom ? to : `${stageFrom}–${to}`;
  return { tab: "Cadence", id, row, column: "stage_from", seen, allowed };
}
