// A changed cadence table re-times those who wait. What a person has timed by hand stays.
import { type Enrollment, isClosed } from "../model/enrollment";
import type { Flow } from "../model/flow";
import { type Reason, reason } from "../model/reason";
import { withoutLate } from "./late";
import { nextDue } from "./next-due";

export interface Retimed {
  readonly enrollment: Enrollment;
  readonly told: Reason;
}

/** Null: the table says what it said when the row was timed. Taking a change back therefore restores next_at. */
export function retimed(enrollment: Enrollment, flow: Flow): Retimed | null {
  const { row, timedBy } = enrollment;
  // What was paid and came back is in REVIEW and waits for no mail.
  const over = isClosed(row.status) || row.paid === "YES";
  if (over || withoutLate(timedBy) === "hand" || flow.fault !== null) return null;
  const next = nextDue(flow, enrollment);
  if (next === null) return null;
  if (timedBy === "" && row.next_at !== null && row.next_step === next.step) {
    // Timed before the table's words were kept: believed as it stands.
    return { enrollment: { ...enrollment, timedBy: next.timedBy }, told: SAME };
  }
  if (withoutLate(timedBy) === next.timedBy && row.next_step === next.step) return null;
  const timed = { ...row, next_step: next.step, next_at: next.at };
  return {
    enrollment: { ...enrollment, row: timed, timedBy: next.timedBy },
    told: next.at === null ? waitsFor(next.timedBy) : reason("retimed", { step: next.step }),
  };
}

const SAME = reason("nextMail", { step: "" });

function waitsFor(event: string): Reason {
  return reason("waitsForResult", { event });
}
