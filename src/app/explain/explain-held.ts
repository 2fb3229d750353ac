// Whether a mail that waits for its time is held back, or will be then: by its reader's clock, or by what they have had.
import type { Words } from "../../../sheets-schema/index";
import { heldSince } from "../../cadence/late";
import type { Enrollment } from "../../model/enrollment";
import { say } from "../../model/reason";
import { EXPLAIN } from "../../words/explain";
import { filled } from "../../words/filled";
import { type Planning, planSends } from "../sending/plan";
import { withRow } from "./explain-what-if";

/** Null: nothing of the kind. */
export function heldWords(planning: Planning, enrollment: Enrollment, at: number): Words | null {
  const isHeld = heldSince(enrollment.timedBy) !== null;
  const now = isHeld ? planning.now : at;
  const due = withRow(planning, enrollment, { next_at: now });
  const [held] = planSends({ ...due, now }).held;
  if (held === undefined) return null;
  const why = { en: say(held.why, "en"), zh: say(held.why, "zh") };
  return isHeld ? why : filled(EXPLAIN.thenHeld, { why });
}
