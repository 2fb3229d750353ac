// Which step an owed mail is: by its name, and where the name is gone from Steps, by its kind.
import type { Enrollment, Owed } from "./enrollment";
import { type Flow, firstMail, type Step } from "./flow";
import { ownStep } from "./own-steps";

type Owing = Pick<Enrollment, "delivery">;

/** A step renamed while its mail waits is still owed; one taken away is owed no more. */
export function owedStep(flow: Flow, owed: Owed, { delivery }: Owing): Step | undefined {
  const named = ownStep(owed.step) ?? flow.steps.find(({ step }) => step === owed.step);
  if (named !== undefined) return named;
  const kind = (sentOn: Step["sentOn"]) => flow.steps.find((step) => step.sentOn === sentOn);
  if (owed.concludes === true) return kind("conclusion");
  if (owed.event !== "") return firstMail(flow);
  return kind(delivery === "" ? "entry" : "paid");
}
