// Whom to send to now, in which order: service before marketing, then what has a deadline, then the oldest.
import type { Enrollment } from "../model/enrollment";
import { isLeft, isOpen, type Owed, sendKey, stageKey } from "../model/enrollment";
import { type Flow, type Rules, type Step, stepAt, waitAt } from "../model/flow";
import { owedStep } from "../model/owed";
import { goesUntil, waitsSince } from "./late";

export interface DueSend {
  readonly enrollment: Enrollment;
  readonly flow: Flow;
  readonly step: Step;
  readonly key: string;
  /** Since when it waits. */
  readonly dueAt: number;
  /** When it comes too late: its price ends, or it is left out. Infinity: never. */
  readonly deadline: number;
  /** True for a mail beside the cadence: it moves no stage. */
  readonly beside: boolean;
  /** Which of the row's owed mails it is. */
  readonly owed?: Owed;
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
    const proposed = besideCadence(enrollment, flow, now) ?? onTime(enrollment, flow, now);
    if (proposed !== null) due.push(proposed);
  }
  return due.sort(byUrgency);
}

/** The cadence's row that timed it. */
export function waitOf({ flow, enrollment }: DueSend) {
  return waitAt(flow, enrollment.row.stage ?? 0);
}

/** Open rows that are due and for which the rules hold no mail: the flow or the step was taken away. */
export function dueForNothing(
  enrollments: readonly Enrollment[],
  rules: Rules,
  now: number,
): readonly Enrollment[] {
  return enrollments.filter((enrollment) => {
    const { row } = enrollment;
    if (!isOpen(row.status) || row.next_at === null || row.next_at > now) return false;
    const flow = rules.get(row.flow);
    if (flow === undefined) return true;
    return owing(enrollment, flow).length === 0 && stepAt(flow, row.stage ?? 0) === undefined;
  });
}

/** When some row needs a mail: the past when one is due already, null when none waits. `blocked` rows wait for no clock. */
export function earliestDue(
  enrollments: readonly Enrollment[],
  rules: Rules,
  blocked: ReadonlySet<string>,
): number | null {
  let earliest: number | null = null;
  for (const enrollment of enrollments) {
    const { row } = enrollment;
    if (blocked.has(row.id)) continue;
    const flow = rules.get(row.flow);
    const owed = flow === undefined ? [] : owing(enrollment, flow);
    const at = owed.length > 0 ? soonest(owed) : isOpen(row.status) ? row.next_at : null;
    if (at !== null && (earliest === null || at < earliest)) earliest = at;
  }
  return earliest;
}

function onTime(enrollment: Enrollment, flow: Flow, now: number): DueSend | null {
  const { row } = enrollment;
  if (!isOpen(row.status) || row.next_at === null || row.next_at > now) return null;
  const stage = row.stage ?? 0;
  const step = stepAt(flow, stage);
  if (step === undefined) return null;
  const key = stageKey(enrollment, step, stage);
  const dueAt = waitsSince(enrollment.timedBy) ?? row.next_at;
  const deadline = deadlineOf(flow, step, enrollment, now);
  return { enrollment, flow, step, key, dueAt, deadline, beside: false };
}

/** A receipt, a repeat, a delivery or a conclusion that is due now. */
function besideCadence(enrollment: Enrollment, flow: Flow, now: number): DueSend | null {
  const due = owing(enrollment, flow).filter(({ owed }) => (owed.notBefore ?? now) <= now);
  const first = due.find(({ step }) => step.class === "service") ?? due[0];
  if (first === undefined) return null;
  const { step, owed } = first;
  const key = sendKey(enrollment, step.step, owed.event);
  const dueAt = enrollment.row.last_at ?? 0;
  return { enrollment, flow, step, key, dueAt, deadline: NEVER, beside: true, owed };
}

const NEVER = Number.POSITIVE_INFINITY;

function deadlineOf(flow: Flow, step: Step, enrollment: Enrollment, now: number): number {
  const { offer_deadline } = enrollment.row;
  const priceEnds = offer_deadline !== null && offer_deadline > now ? offer_deadline : NEVER;
  return Math.min(priceEnds, goesUntil(flow, step, enrollment));
}

interface Owing {
  readonly owed: Owed;
  readonly step: Step;
}
const NOTHING: readonly Owing[] = [];

/** What this row owes and may get as it stands. */
function owing(enrollment: Enrollment, flow: Flow): readonly Owing[] {
  const { row } = enrollment;
  if (enrollment.owed.length === 0) return NOTHING;
  return enrollment.owed.flatMap((owed) => {
    const step = owedStep(flow, owed, enrollment);
    return step !== undefined && fits(step, row) ? [{ owed, step }] : [];
  });
}

function soonest(all: readonly Owing[]): number {
  return Math.min(...all.map(({ owed: { notBefore = 0 } }) => notBefore));
}

/** After a payment only what the payment brings; before it everything else. */
function fits({ sentOn }: Step, row: Enrollment["row"]): boolean {
  const { status } = row;
  const afterPayment = sentOn === "paid" || sentOn === "conclusion";
  return afterPayment ? status === "PAID" : isOpen(status) || status === "DONE" || isLeft(row);
}

function byUrgency(a: DueSend, b: DueSend): number {
  const service = (due: DueSend) => (due.step.class === "service" ? 0 : 1);
  if (service(a) !== service(b)) return service(a) - service(b);
  if (a.deadline !== b.deadline) return a.deadline < b.deadline ? -1 : 1;
  return a.dueAt - b.dueAt || (a.key < b.key ? -1 : 1);
}
