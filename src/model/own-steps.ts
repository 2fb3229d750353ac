// Mails that stand in no row of Steps: whichever row a person has carries them, beside its cadence.
import type { Step } from "./flow";

/** No step of the owner's can have such a name. */
export const CONFIRM = "confirm-consent";
export const LAST_QUESTION = "last-question";

function own(step: string, template: string, of: Step["class"]): Step {
  const whole = { stage: 0, stageTo: 0, templates: [template], lateMaxMs: null };
  return { step, sentOn: "entry", class: of, ...whole };
}

const OWN_STEPS: readonly Step[] = [
  own(CONFIRM, "confirm", "service"),
  own(LAST_QUESTION, "last_question", "marketing"),
];

/** Undefined: it is one of its flow. */
export function ownStep(name: string): Step | undefined {
  return OWN_STEPS.find(({ step }) => step === name);
}
