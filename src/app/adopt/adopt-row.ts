// A Queue row at exactly the stage and the time a line of somebody's own sheet says, sealed as the engine would.
import type { ContactRow } from "../../../sheets-schema/index";
import { lateness } from "../../cadence/late";
import { nextDue } from "../../cadence/next-due";
import type { AdoptLine } from "../../events/adopt-line";
import { type Enrollment, isOpen } from "../../model/enrollment";
import type { Ground } from "../../model/fact";
import { type Flow, stepAt } from "../../model/flow";
import { readPromise } from "../../model/offer";
import { reason } from "../../model/reason";
import { toWholeSecond } from "../../model/time";
import { ended, skipped } from "../../state/after-send";
import { moved } from "../../state/close";
import { openRow } from "../../state/enter";
import { openReason, settled } from "../../state/settle";

/** A line, as far as it is about this flow. */
export type Standing = Pick<
  AdoptLine,
  | "firstAt"
  | "secondAt"
  | "lastAt"
  | "nextAt"
  | "enteredAt"
  | "stand"
  | "payment"
  | "paid"
  | "paidAt"
> & {
  readonly stage: number;
  /** A failed payment of which too little is known to mail about it. */
  readonly nameless: boolean;
};

export interface Adopting {
  readonly ground: Ground;
  /** What `why` begins with. */
  readonly why: (stands: string) => string;
  /** Of a failed payment of which too little is known. */
  readonly nameless: string;
}

/** `entryEvent`: names the row for ever, so that a second run makes the same one. */
export function adoptedRow(
  contact: ContactRow,
  own: readonly Enrollment[],
  flow: Flow,
  line: Standing,
  entryEvent: string,
  adopting: Adopting,
): Enrollment {
  const { ground } = adopting;
  const at = enteredAt(line, ground.now);
  const entry = { eventId: entryEvent, at, payment: line.payment, offer: "" };
  const opened = openRow(contact, own, flow, entry, { ...ground, rehearsal: false });
  const stood = withPast(opened, line, ground.now);
  const timed = inTime(stood, flow, line, adopting);
  const held = byHand(timed, line, ground);
  return settled(contact, held, { ...ground, at: ground.now });
}

/** The earliest the line knows of; a payment happened while the person was in the flow. */
function enteredAt(line: Standing, now: number): number {
  const times = [line.enteredAt, line.firstAt, line.secondAt, line.lastAt];
  const known = times.filter((time) => time !== null);
  const earliest = known.length === 0 ? now : Math.min(...known);
  return line.paid && line.paidAt !== null ? Math.min(earliest, line.paidAt) : earliest;
}

function withPast(opened: Enrollment, line: Standing, now: number): Enrollment {
  const { offer_deadline, promised } = opened.row;
  const over = offer_deadline !== null && offer_deadline <= now;
  const after = over ? readPromise(promised)?.after.price : undefined;
  const row = {
    ...opened.row,
    stage: line.stage,
    first_sent_at: line.firstAt,
    second_sent_at: line.secondAt,
    last_at: line.lastAt,
    ...(after === undefined ? {} : { price: after }),
  };
  const steppedAt = line.stage > 0 ? line.lastAt : null;
  // A receipt would come years too late, and the old sheet has sent what it sent.
  return { ...opened, row, owed: [], steppedAt, switched: opened.switched || over };
}

function inTime(stood: Enrollment, flow: Flow, line: Standing, adopting: Adopting): Enrollment {
  const { ground, why } = adopting;
  const next = nextDue(flow, stood);
  if (next === null) {
    const over = ended(stood, flow, line.lastAt ?? stood.row.entered_at ?? 0, ground.say);
    const stands = line.nameless && isOpen(over.row.status) ? adopting.nameless : over.row.why;
    return { ...over, row: { ...over.row, why: why(stands) } };
  }
  // What waits for an event has no time, whatever stood there.
  const given = next.at === null || line.nextAt === null ? next.at : toWholeSecond(line.nextAt);
  const row = { ...stood.row, next_step: next.step, next_at: given };
  const timed = { ...stood, row, timedBy: next.timedBy };
  const on = passedBy(timed, flow, ground);
  const stands = isOpen(on.row.status) ? ground.say(openReason(on, on.row.next_step)) : on.row.why;
  return { ...on, row: { ...on.row, why: why(stands) } };
}

/** A step that is too late for good is left out now, so that it takes nobody's turn among the late ones. */
function passedBy(enrollment: Enrollment, flow: Flow, ground: Ground): Enrollment {
  let on = enrollment;
  for (;;) {
    const step = stepAt(flow, on.row.stage ?? 0);
    const due = isOpen(on.row.status) && (on.row.next_at ?? ground.now + 1) <= ground.now;
    if (step === undefined || !due) return on;
    const late = lateness(flow, step, on, ground.now);
    if (late !== "too late" && late !== "next is due") return on;
    on = skipped(on, flow, ground.now, nextDue, ground.say);
  }
}

function byHand(enrollment: Enrollment, { stand }: Standing, ground: Ground): Enrollment {
  const move = MOVES[stand];
  if (move === null || !isOpen(enrollment.row.status)) return enrollment;
  const { code, kind } = move;
  const cause = {
    at: ground.now,
    eventId: "",
    stopReason: "by hand",
    why: ground.say(reason(code)),
  };
  return moved(enrollment, kind, cause) ?? enrollment;
}

const MOVES = {
  open: null,
  paused: { kind: "hold", code: "handHeld" },
  done: { kind: "finish", code: "handDone" },
  stopped: { kind: "stop", code: "handStopped" },
} as const;
