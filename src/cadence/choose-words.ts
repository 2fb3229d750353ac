// Which of a step's templates a row gets.
import type { Enrollment } from "../model/enrollment";
import type { Step } from "../model/flow";

/** A reader must not meet the same words again so soon. */
const NOT_AGAIN = 4;

/**
 * `lately`: templates this row has been sent, the latest last. A step that repeats takes its templates in turn and leaves
 * out the last four; a conclusion takes the one that ends with it.
 */
export function templateOf(
  step: Step,
  { row }: Pick<Enrollment, "row">,
  lately: readonly string[],
): string {
  const [first = ""] = step.templates;
  if (step.sentOn === "conclusion") {
    return step.templates.find((name) => name.endsWith(`_${row.conclusion}`)) ?? first;
  }
  if (step.templates.length === 1) return first;
  const turn = Math.max(0, (row.stage ?? 0) - step.stage) % step.templates.length;
  const inTurn = [...step.templates.slice(turn), ...step.templates.slice(0, turn)];
  const recent = lately.slice(-NOT_AGAIN);
  return inTurn.find((name) => !recent.includes(name)) ?? first;
}
