// A mail went: the stage moves on and the next one is timed, or what was owed is done.
import type { Enrollment } from "../model/enrollment";
import { isClosed, isOpen } from "../model/enrollment";
import type { NextDue } from "../model/fact";
import type { Flow } from "../model/flow";
import { boughtLate } from "../model/offer";
import { owedStep } from "../model/owed";
import { type Reason, reason } from "../model/reason";
import { openReason } from "./settle";

export interface Went {
  /** When it went, epoch milliseconds. */
  readonly at: number;
  /** The step that went beside the cadence, "" for one of the cadence. */
  readonly beside: string;
}

type Say = (given: Reason) => string;

export function afterSend(
  enrollment: Enrollment,
  flow: Flow,
  went: Went,
  nextDue: NextDue,
  say: Say,
): Enrollment {
  const known = { ...enrollment, undo: null };
  if (went.beside !== "") return paidOff(known, flow, went, say);
  const { row } = enrollment;
  const stage = (row.stage ?? 0) + 1;
  const sent = {
    ...row,
    last_at: went.at,
    first_sent_at: stage === 1 ? went.at : row.first_sent_at,
    second_sent_at: stage === 2 ? went.at : row.second_sent_at,
  };
  return steppedOn({ ...known, row: sent, steppedAt: went.at }, flow, went.at, nextDue, say);
}

/** Left out, because the next is due or it is too late: nothing went, the row goes on. */
export function skipped(
  enrollment: Enrollment,
  flow: Flow,
  now: number,
  nextDue: NextDue,
  say: Say,
): Enrollment {
  return steppedOn(enrollment, flow, now, nextDue, say);
}

function steppedOn(
  enrollment: Enrollment,
  flow: Flow,
  at: number,
  nextDue: NextDue,
  say: Say,
): Enrollment {
  const row = { ...enrollment.row, stage: (enrollment.row.stage ?? 0) + 1 };
  const stepped = { ...enrollment, row };
  const next = nextDue(flow, stepped);
  if (next === null || isClosed(row.status)) return ended(stepped, flow, at, say);
  const timed = { ...row, next_step: next.step, next_at: next.at };
  const on = { ...stepped, row: timed, timedBy: next.timedBy };
  return isOpen(row.status) ? withWhy(on, openReason(on, next.step), say) : on;
}

/** The cadence is through: DONE, or open until a payment. A row closed while its mail was under way keeps its closing. */
export function ended(enrollment: Enrollment, flow: Flow, at: number, say: Say): Enrollment {
  const row = { ...enrollment.row, next_step: "", next_at: null };
  const over = { ...enrollment, row, timedBy: "" };
  if (!isOpen(row.status)) return over;
  if (flow.opensAs !== "ACTIVE") return withWhy(over, waitsReason(over), say);
  const done: Enrollment = {
    ...over,
    row: { ...row, status: "DONE" },
    closing: { at, payment: "" },
  };
  return withWhy(done, reason("done", { flow: flow.flow }), say);
}

function waitsReason({ row }: Enrollment): Reason {
  if (row.first_sent_at === null && row.second_sent_at === null) return reason("tooLateForMails");
  return reason(row.stage === 2 && row.first_sent_at !== null ? "bothMailsSent" : "mailsSent");
}

function paidOff(enrollment: Enrollment, flow: Flow, went: Went, say: Say): Enrollment {
  const { at, beside } = went;
  const owed = enrollment.owed.filter((one) => owedStep(flow, one, enrollment)?.step !== beside);
  const row = { ...enrollment.row, last_at: Math.max(at, enrollment.row.last_at ?? at) };
  const rest = { ...enrollment, owed, row };
  if (isOpen(row.status)) return withWhy(rest, openReason(rest, row.next_step), say);
  if (row.status === "DONE") return withWhy(rest, reason("done", { flow: flow.flow }), say);
  if (row.status !== "PAID") return rest;
  const told = wentLongAgo(enrollment, flow, went) ? "conclusionWent" : null;
  return withWhy(
    rest,
    told === null ? broughtReason(rest, flow, beside) : reason(told, { step: beside }),
    say,
  );
}

/** Its conclusion went, the row has known that, and now another was chosen. */
function wentLongAgo({ row }: Enrollment, flow: Flow, { at, beside }: Went): boolean {
  const concludes = flow.steps.some((one) => one.step === beside && one.sentOn === "conclusion");
  return concludes && row.last_at !== null && at <= row.last_at;
}

/** What a payment has brought so far, and what it still waits for. */
function broughtReason({ row }: Enrollment, flow: Flow, step: string): Reason {
  const what = row.stop_reason || "payment";
  const bought = reason(boughtLate(row) ? "boughtLate" : "bought", { what });
  const concludes = flow.steps.some(({ sentOn }) => sentOn === "conclusion");
  const open = concludes && row.conclusion === "";
  return reason(open ? "sentConclusionOpen" : "sentLast", { bought, step });
}

function withWhy(enrollment: Enrollment, told: Reason, say: Say): Enrollment {
  return { ...enrollment, row: { ...enrollment.row, why: say(told) } };
}
