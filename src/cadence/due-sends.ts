// Whom to send to now, in which order: service before marketing, then the oldest.
import type { Enrollment } from "../model/enrollment";
import { isOpen, sendKey } from "../model/enrollment";
import type { Flow, Rules, Step } from "../model/flow";

export interface DueSend {
  readonly enrollment: Enrollment;
  readonly flow: Flow;
  readonly step: Step;
  readonly key: string;
  readonly dueAt: number;
}

/** Cadence proposes; nothing is vetoed here. Rows of unknown flows propose nothing. */
export function dueSends(
  enrollments: readonly Enrollment[],
  rules: Rules,
  now: number,
): readonly DueSend[] {
  const due: DueSend[] = [];
  for (const enrollment of enrollments) {
    const flow = rules.get(enrollment.row.flow);
    if (flow === undefined) continue;
    const proposed =
      enrollment.again === "" ? onTime(enrollment, flow, now) : asked(enrollment, flow);
    if (proposed !== null) due.push(proposed);
  }
  return due.sort(byUrgency);
}

/** Open rows that are due and for which the rules hold no mail: the flow or the step was taken away. */
export function dueForNothing(
  enrollments: readonly Enrollment[],
  rules: Rules,
  now: number,
): readonly Enrollment[] {
  return enrollments.filter(({ row, again }) => {
    if (!isOpen(row.status) || row.next_at === null || row.next_at > now) return false;
    const steps = rules.get(row.flow)?.steps ?? [];
    return again === "" && !steps.some(({ stage }) => stage === (row.stage ?? 0));
  });
}

/** When some row needs a mail: the past when one is due already, null when none waits. `blocked` rows wait for no clock. */
export function earliestDue(
  enrollments: readonly Enrollment[],
  blocked: ReadonlySet<string>,
): number | null {
  let earliest: number | null = null;
  for (const { row, again } of enrollments) {
    if (blocked.has(row.id)) continue;
    const at = again === "" ? (isOpen(row.status) ? row.next_at : null) : 0;
    if (at !== null && (earliest === null || at < earliest)) earliest = at;
  }
  return earliest;
}

function onTime(enrollment: Enrollment, flow: Flow, now: number): DueSend | null {
  const { row } = enrollment;
  if (!isOpen(row.status) || row.next_at === null || row.next_at > now) return null;
  return proposal(enrollment, flow, row.stage ?? 0, "", row.next_at);
}

/** The first mail once more, because the person asked again. */
function asked(enrollment: Enrollment, flow: Flow): DueSend | null {
  const { row, again } = enrollment;
  if (!isOpen(row.status) && row.status !== "DONE") return null;
  return proposal(enrollment, flow, 0, again, row.last_at ?? 0);
}

function proposal(
  enrollment: Enrollment,
  flow: Flow,
  stage: number,
  again: string,
  dueAt: number,
): DueSend | null {
  const step = flow.steps.find((candidate) => candidate.stage === stage);
  if (step === undefined) return null;
  return { enrollment, flow, step, key: sendKey(enrollment.row.id, step.step, again), dueAt };
}

function byUrgency(a: DueSend, b: DueSend): number {
  const service = (due: DueSend) => (due.step.class === "service" ? 0 : 1);
  return service(a) - service(b) || a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1);
}
