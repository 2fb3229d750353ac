// Steps and Cadence together: from stage 0 on without a gap every stage has one mail and one wait, and no wait is for nothing.
import type { RuleFault, Step, Wait } from "../model/flow";
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
  if (secondMail !== undefined) return atStep(secondMail, ONE_MAIL);
  if (secondWait !== undefined) return atWait(secondWait, ONE_WAIT);
  if (mail !== undefined) return wait === undefined ? atStep(mail, NO_WAIT) : null;
  if (wait !== undefined) return atWait(wait, noMailAt(stage));
  const next = steps.find((step) => step.stage > stage);
  return next === undefined ? null : atStep(next, gapAt(stage));
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

const ONE_MAIL = {
  en: "a stage no other step of the flow is sent at",
  zh: "该流程其他步骤没有使用的阶段",
};
const ONE_WAIT = {
  en: "stages no other Cadence row of the flow covers",
  zh: "该流程其他 Cadence 行没有涵盖的阶段",
};
const NO_WAIT = { en: "a stage that a Cadence row covers", zh: "Cadence 中有等待时间的阶段" };

function noMailAt(stage: number): RuleFault["allowed"] {
  return {
    en: `stages that have a Steps row; stage ${stage} has none`,
    zh: `Steps 中有邮件的阶段；阶段 ${stage} 没有`,
  };
}

function gapAt(stage: number): RuleFault["allowed"] {
  return {
    en: `no stage left out: stage ${stage} has no mail`,
    zh: `中间不断开：阶段 ${stage} 没有邮件`,
  };
}
