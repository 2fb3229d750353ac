// A mail went: the stage moves on, the next one is timed, or the flow is done.
import type { Enrollment } from "../model/enrollment";
import { isOpen } from "../model/enrollment";
import type { NextDue } from "../model/fact";
import type { Flow } from "../model/flow";
import { type Reason, reason } from "../model/reason";

export interface Went {
  /** When it went, epoch milliseconds. */
  readonly at: number;
  /** True for a first mail sent once more: it moves no stage. */
  readonly repeated: boolean;
}

export function afterSend(
  enrollment: Enrollment,
  flow: Flow,
  went: Went,
  nextDue: NextDue,
  say: (given: Reason) => string,
): Enrollment {
  const { row } = enrollment;
  if (went.repeated) {
    const told = isOpen(row.status)
      ? nextReason(row.next_step)
      : reason("done", { flow: flow.flow });
    return { ...enrollment, again: "", row: { ...row, last_at: went.at, why: say(told) } };
  }
  const stage = (row.stage ?? 0) + 1;
  const sent = {
    ...row,
    stage,
    last_at: went.at,
    first_sent_at: stage === 1 ? went.at : row.first_sent_at,
    second_sent_at: stage === 2 ? went.at : row.second_sent_at,
  };
  const next = nextDue(flow, sent);
  if (next !== null) return { ...enrollment, row: onTo(sent, next, say) };
  const closing = isOpen(row.status) ? { at: went.at, payment: "" } : enrollment.closing;
  return { ...enrollment, row: finished(sent, flow, say), closing };
}

type Row = Enrollment["row"];

function onTo(row: Row, next: { step: string; at: number }, say: (given: Reason) => string): Row {
  return { ...row, next_step: next.step, next_at: next.at, why: say(nextReason(next.step)) };
}

/** A row closed while its mail was under way keeps its closing. */
function finished(row: Row, flow: Flow, say: (given: Reason) => string): Row {
  const status = isOpen(row.status) ? "DONE" : row.status;
  return {
    ...row,
    status,
    next_step: "",
    next_at: null,
    why: say(reason("done", { flow: flow.flow })),
  };
}

function nextReason(step: string): Reason {
  return reason("nextMail", { step });
}
