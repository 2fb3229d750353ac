// Rows explained whole: what the next batch would do with each, by which rules, from which facts, by which clock.
import type { ContactRow, QueueRow, SendRow } from "../../../sheets-schema/index";
import { contactIdOf, type Enrollment } from "../../model/enrollment";
import { reason } from "../../model/reason";
import type { Ports } from "../../ports";
import { type DryRun, dryRun, type WouldGo } from "../preview/preview-run";
import { type Plan, type Planning, planSends } from "../sending/plan";
import { type Outcome, outcomeOf, personOf } from "./explain";
import { lastSend } from "./explain-line";
import { type RuleUsed, rulesUsed } from "./explain-rules";
import { type Way, wayOf } from "./explain-way";

export interface Explanation {
  /** As the sheet shows it now. */
  readonly row: QueueRow;
  /** As the next batch leaves it. */
  readonly enrollment: Enrollment;
  readonly contact: ContactRow | null;
  /** The person's other rows, as the sheet shows them now. */
  readonly others: readonly QueueRow[];
  /** What the next batch would send to it. */
  readonly goes: readonly WouldGo[];
  /** How it stands once that batch is over. */
  readonly outcome: Outcome;
  readonly way: Way;
  readonly rules: readonly RuleUsed[];
  /** The last mail that went, and the rules of that one. */
  readonly last: SendRow | undefined;
  readonly planning: Planning;
}

type Kept = Readonly<Record<string, string>>;

/** The rows that `chosen` picks out of all ids of Queue, in its order; a row that is gone is left out. */
export function explainRows(
  ports: Ports,
  kept: Kept,
  chosen: (queue: readonly string[]) => readonly string[],
): readonly Explanation[] {
  const run = dryRun(ports, kept);
  const { planning } = run;
  if (planning === null) return [];
  const plan = planSends(planning);
  const queue = planning.book.enrollments().map(({ row }) => row.id);
  return chosen(queue).flatMap((id) => {
    const enrollment = planning.book.enrollment(id);
    return enrollment === null ? [] : [explained(run, planning, plan, enrollment)];
  });
}

function explained(
  run: DryRun,
  planning: Planning,
  plan: Plan,
  enrollment: Enrollment,
): Explanation {
  const { id } = enrollment.row;
  const goes = run.wouldGo.filter(({ send }) => send.enrollment === id);
  const after = left(run, outcomeOf(planning, plan, enrollment));
  const outcome: Outcome =
    goes[0] === undefined ? after : { kind: "goes", step: goes[0].send.step };
  const others = personOf(planning, enrollment)
    .enrollments.filter((one) => one.row.id !== id)
    .map(({ row }) => run.before.get(row.id) ?? row);
  const dry = new Set(goes.map(({ send }) => send.send_key));
  const before = new Map([...planning.sent].filter(([key]) => !dry.has(key)));
  return {
    ...{ enrollment, goes, outcome, planning, others },
    row: run.before.get(id) ?? enrollment.row,
    contact: planning.book.contact(contactIdOf(id)),
    way: wayOf(planning, enrollment, outcome),
    rules: rulesUsed(run, planning, enrollment, outcome),
    last: lastSend({ ...planning, sent: before }, id),
  };
}

/** Due, in nobody's way, and still not sent by that batch: the quota was spent before its turn. */
function left({ report }: DryRun, outcome: Outcome): Outcome {
  if (outcome.kind !== "goes" || report.skipped.quotaSpent === undefined) return outcome;
  const { step } = outcome;
  return { kind: "blocked", step, why: reason("quotaSpent", { step }) };
}
